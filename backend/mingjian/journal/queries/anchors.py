"""Signed checkpoints of a tenant: the file's and the database's, held against each other."""

from collections.abc import Iterator
from functools import cached_property
from heapq import merge
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from mingjian.journal.checkpoint_file import CheckpointFile, Line
from mingjian.journal.models import Checkpoint
from mingjian.journal.queries.streaming import Unreadable, stream
from mingjian.journal.rules.canonical import utc_text
from mingjian.journal.rules.checkpoints import TreeHead, origin_of
from mingjian.journal.rules.examination import Anchor
from mingjian.journal.rules.findings import Finding
from mingjian.journal.rules.notes import verified_text
from mingjian.kit.keys.services import signing_key


class Anchors:
    """Iterates over what the entries are held against; collects what is wrong with it."""

    def __init__(self, owner_id: UUID) -> None:
        self.findings: list[Finding] = []
        self._owner_id = owner_id
        self._file = CheckpointFile(owner_id)
        # Row before file: who signs writes the file first, so the file is never behind.
        row = Checkpoint.objects.filter(owner_id=owner_id).values_list("size", flat=True).first()
        line = self._file.last()
        self.witnessed = line.size if line else 0
        """How far the journal once was, as the file outside the database says."""
        self._size = max(row or 0, self.witnessed)
        """Checkpoints signed from now on are left alone."""
        self._covered = 0
        """How far the leaves in the file reach without a gap."""

    def __iter__(self) -> Iterator[Anchor]:
        by_size = attrgetter("size")
        for size, group in groupby(merge(self._lines(), self._rows(), key=by_size), key=by_size):
            found = list(group)
            line = next((each for each in found if each.leaves), None)
            row = next((each for each in found if not each.leaves), None)
            anchor = self._of_line(line, row) if line else self._of_row(found[0])
            if anchor:
                yield anchor
            else:
                self.findings.append(Finding("checkpoint_forged", size))

    def _of_line(self, line: Line, row: Line | None) -> Anchor | None:
        if row is None:
            if (
                line.size != self.witnessed
            ):  # the newest may not have arrived: a crash, not an attack
                self._find("checkpoint_missing", line.size)
        elif (row.at, row.root, row.note) != (line.at, line.root, line.note):
            self._find(
                "checkpoint_changed" if self._is_signed(row) else "checkpoint_forged", row.size
            )
        follows = self._covered == line.size - len(line.leaves)
        if not follows:
            self._find("checkpoint_file_damaged", self._covered + 1)
        self._covered = line.size
        if not self._is_signed(line):
            return None
        return Anchor(line.size, line.root, line.at, line.leaves if follows else None)

    def _of_row(self, row: Line) -> Anchor | None:
        """A checkpoint that the database has and the file has not."""
        if not self._is_signed(row):
            return None
        self._find("checkpoint_file_damaged", row.size)
        return Anchor(row.size, row.root, row.at)

    def _find(self, code: str, size: int) -> None:
        self.findings.append(Finding(code, size))

    @cached_property
    def _key(self) -> Ed25519PublicKey:
        return signing_key(self._owner_id).public_key()

    def _is_signed(self, line: Line) -> bool:
        """Whether the note is signed and says what the other columns say."""
        origin = origin_of(self._owner_id)
        try:
            head = TreeHead.parse(verified_text(line.note, origin, self._key))
        except ValueError:
            return False
        return (head.origin, head.size, head.root.hex()) == (origin, line.size, line.root)

    def _lines(self) -> Iterator[Line]:
        """The file's lines; only what grows is a history."""
        size = 0
        for line in self._file.lines():
            if line.leaves and size < line.size <= self._size:
                size = line.size
                yield line

    def _rows(self) -> Iterator[Line]:
        rows = Checkpoint.objects.filter(owner_id=self._owner_id, size__lte=self._size)
        for row in stream(rows, "size", attrgetter("size")):
            if isinstance(row, Unreadable):
                self._find("checkpoint_changed", int(row.key))
            else:
                yield Line(row.size, utc_text(row.at), row.root, row.note, [])
