"""Whether an item is still what was sealed: content, row and journal agree."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.queries.openings import content_of
from mingjian.journal.queries.rows import is_as_journalled
from mingjian.kit.errors import MingjianError

INTACT, DESTROYED, CHANGED_ROW, OTHER_CONTENT = (
    "intact",
    "destroyed",
    "row_changed",
    "content_changed",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``code`` is ``intact``, ``destroyed``, or what is wrong."""

    code: str
    sha256: str = ""
    """Of the content as it was read just now."""

    @property
    def is_intact(self) -> bool:
        return self.code == INTACT


def verdict_on(row: EvidenceItem, watch: Callable[[int], object] = lambda done: None) -> Verdict:
    """Read all of it and compare; ``watch`` hears how many bytes were read so far."""
    if not is_as_journalled(row):
        return Verdict(code=CHANGED_ROW)
    if row.state == ItemState.DESTROYED:
        return Verdict(code=DESTROYED)
    digest, done = hashlib.sha256(), 0
    try:
        for piece in content_of(row).iterate():
            digest.update(piece)
            done += len(piece)
            watch(done)
    except MingjianError as refusal:
        return Verdict(code=refusal.code)
    found = digest.hexdigest()
    return Verdict(code=INTACT if found == row.sha256 else OTHER_CONTENT, sha256=found)
