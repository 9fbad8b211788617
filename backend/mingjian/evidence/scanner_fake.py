"""A scanner for tests: it knows one word, or is not there."""

from collections.abc import Iterable

from mingjian.evidence.errors.intake import ScannerUnreachableError
from mingjian.evidence.scanner import Scan


class FakeScanner:
    """Implements ``scanner.VirusScanner``."""

    def __init__(self, word: bytes = b"", *, is_there: bool = True, is_whole: bool = True) -> None:
        self.word, self.is_there, self.is_whole = word, is_there, is_whole

    def scan(self, pieces: Iterable[bytes]) -> Scan:
        if not self.is_there:
            raise ScannerUnreachableError
        found = bool(self.word) and self.word in b"".join(pieces)
        return Scan("Fake 1", "Test.Word" if found else "", self.is_whole)
