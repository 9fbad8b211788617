"""What is true of the members of any archive: where they may lie, how many, how large."""

import re
from dataclasses import dataclass, field

from engines.intake.kinds import PROGRAM_NAMES
from engines.intake.verdict import Findings, Limits, Refused

OUTSIDE = re.compile(r"(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:")
"""Climbs out of the folder into which somebody unpacks it."""


@dataclass(slots=True)
class Tally:
    """Counts through all levels of one upload."""

    limits: Limits
    packed: int
    """Bytes of the upload itself: what a ratio is measured against."""
    members: int = 0
    unpacked: int = 0

    def add(self, name: str, size: int, findings: Findings) -> None:
        if OUTSIDE.search(name):
            raise Refused("path_outside", name)
        if name.rpartition(".")[2].lower() in PROGRAM_NAMES:
            findings.warn("programs_inside", name)
        self.members += 1
        if self.members > self.limits.members:
            raise Refused("too_many_members", limit=self.limits.members)
        self.unfold(size)

    def unfold(self, size: int) -> None:
        self.unpacked += size
        many = self.unpacked > max(self.limits.ratio_from, self.limits.ratio * self.packed)
        if many or self.unpacked > self.limits.unpacked:
            raise Refused("archive_bomb", unpacked=self.unpacked, packed=self.packed)


@dataclass(slots=True)
class Counted:
    """A stream of unpacked bytes that ends in a verdict before it ends in a full memory."""

    stream: object
    tally: Tally
    given: int = field(default=0)

    def read(self, size: int = 1 << 16) -> bytes:
        block: bytes = self.stream.read(min(size, 1 << 20) if size > 0 else 1 << 20)  # type: ignore[attr-defined]
        self.given += len(block)
        many = self.given > max(
            self.tally.limits.ratio_from, self.tally.limits.ratio * self.tally.packed
        )
        if many or self.given > self.tally.limits.unpacked:
            raise Refused("archive_bomb", unpacked=self.given, packed=self.tally.packed)
        return block


def readable(name: str) -> str:
    """A name as its author wrote it: Chinese tools write GB 18030 where UTF-8 is expected."""
    try:
        raw = name.encode("utf-8", "surrogateescape")
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def readable_in_zip(name: str, *, is_unicode: bool) -> str:
    """ZIP knows UTF-8, said by a flag, and code page 437, which nobody in China meant."""
    if is_unicode or name.isascii():
        return name
    raw = name.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name
