"""What an examination found: refused with one code, or held with any number of warnings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO


class Refused(Exception):
    """The file is not kept for use; ``details`` are numbers, ``names`` are words of the file."""

    def __init__(self, code: str, *names: str, **details: int) -> None:
        self.code, self.names, self.details = code, names, details
        super().__init__(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The rules that hold for this file; the product says where they come from."""

    members: int = 10_000
    """Files in one archive, all levels together."""
    unpacked: int = 20 << 30
    """Bytes that an archive may unfold into."""
    ratio: int = 200
    """How many times its size an archive may unfold into; documents compress to 1:20 or so."""
    ratio_from: int = 100 << 20
    """Below so many unpacked bytes no ratio is a bomb: a blank bitmap compresses 1:1000."""
    nesting: int = 2
    """Archives within archives within the file."""
    opened: int = 32 << 20
    """Bytes of an archive within an archive that are unfolded to look inside."""
    pixels: int = 120_000_000
    """Of one picture; a good phone makes 50 to 108 million."""
    pages: int = 5_000
    """Of a PDF."""
    xml: int = 64 << 20
    """Bytes of one XML part that are parsed."""

    @classmethod
    def of(cls, given: Mapping[str, int]) -> "Limits":
        return cls(**given)


@dataclass(slots=True)
class Findings:
    """Filled while the file is looked into."""

    media_type: str = "application/octet-stream"
    warnings: list[str] = field(default_factory=list)
    details: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    """Words of the file itself: what a warning is about."""

    def warn(self, code: str, *names: str) -> None:
        if code not in self.warnings:
            self.warnings.append(code)
        self.names.extend(name for name in names if len(self.names) < 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One file under examination: the upload, or an archive within it."""

    file: BinaryIO
    size: int
    name: str
    head: bytes
    tail: bytes
    limits: Limits
    depth: int = 0

    @property
    def extension(self) -> str:
        _, dot, extension = self.name.rpartition(".")
        return extension.lower() if dot else ""


HEAD, TAIL = 64 << 10, 66 << 10


def subject_of(file: BinaryIO, size: int, name: str, limits: Limits, depth: int = 0) -> Subject:
    head = file.read(HEAD)
    file.seek(max(0, size - TAIL))
    tail = file.read(TAIL)
    file.seek(0)
    return Subject(
        file=file, size=size, name=name, head=head, tail=tail, limits=limits, depth=depth
    )
