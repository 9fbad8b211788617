"""Signing checkpoints: first into the file outside the database, then as a row."""

from datetime import datetime
from uuid import UUID

from mingjian.journal.checkpoint_file import CheckpointFile, Line
from mingjian.journal.errors import UnfitForCheckpoint
from mingjian.journal.models import Checkpoint, Entry, Head
from mingjian.journal.queries import StoredTree
from mingjian.journal.rules import notes
from mingjian.journal.rules.canonical import utc_text
from mingjian.journal.rules.checkpoints import TreeHead, origin_of
from mingjian.kit.keys.services import signing_key

LARGEST_STEP = 10_000
"""Entries between two checkpoints at most, so that a line of the file stays small."""


def sign_checkpoint(owner_id: UUID) -> Checkpoint | None:
    """Sign the journal as it is now; returns the newest checkpoint, None for an empty journal.

    Refuses to sign a tree that does not grow out of the one signed before: no two
    checkpoints may contradict each other.
    """
    file, tree = CheckpointFile(owner_id), StoredTree(owner_id)
    with file.locked():
        last = file.last()
        newest = _row(owner_id, last) if last else None
        start, size = last.size if last else 0, _size(owner_id)
        if size < start or (last and tree.root(start).hex() != last.root):
            raise UnfitForCheckpoint(size=start)
        while start < size:
            line = _signed(owner_id, tree, start, min(size, start + LARGEST_STEP))
            file.append(line)
            newest, start = _row(owner_id, line), line.size
    return newest


def _size(owner_id: UUID) -> int:
    head = Head.objects.filter(owner_id=owner_id).first()
    return head.size if head else 0


def _signed(owner_id: UUID, tree: StoredTree, start: int, size: int) -> Line:
    entries = Entry.objects.filter(owner_id=owner_id, seq__gt=start, seq__lte=size)
    origin, root = origin_of(owner_id), tree.root(size)
    return Line(
        size=size,
        at=utc_text(entries.get(seq=size).at),
        root=root.hex(),
        note=notes.sign(str(TreeHead(origin, size, root)), origin, signing_key(owner_id)),
        leaves=list(entries.order_by("seq").values_list("leaf", flat=True)),
    )


def _row(owner_id: UUID, line: Line) -> Checkpoint:
    """The line's row; made now where a crash came between file and database."""
    checkpoint, _ = Checkpoint.objects.get_or_create(
        owner_id=owner_id,
        size=line.size,
        defaults={"at": datetime.fromisoformat(line.at), "root": line.root, "note": line.note},
    )
    return checkpoint
