"""The port to a virus scanner, which an installation may have or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from mingjian.kit.ports import Port


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner said of one file."""

    scanner: str = ""
    """Its name and the state of its signatures; empty where there is none."""
    found: str = ""
    """What the malware is called; empty where nothing was found."""
    is_whole: bool = True
    """False where the file is larger than the scanner takes."""


class VirusScanner(Protocol):
    def scan(self, pieces: Iterable[bytes]) -> Scan:
        """Look at a whole file; raises where the scanner cannot be reached."""


class NoScanner:
    """Implements :class:`VirusScanner` for an installation without one."""

    def scan(self, pieces: Iterable[bytes]) -> Scan:
        return Scan()


virus_scanner: Port[VirusScanner] = Port("virus_scanner")
