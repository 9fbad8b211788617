"""Evidence in the verification of a body: every item's content is read and compared."""

from collections.abc import Callable, Iterator
from uuid import UUID

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.queries.verdicts import CHANGED_ROW, DESTROYED, INTACT, verdict_on

KIND = EvidenceItem._meta.label_lower
CODES = {
    "blob_missing": "content_missing",
    "audit_key_destroyed": "content_unopened",
    "key_missing": "content_unopened",
    "wrapped_key_refused": "content_unopened",
}
"""What an item's verdict is called among the findings; anything else is damage."""
FINE = frozenset({INTACT, DESTROYED, CHANGED_ROW})
"""A changed row is found with the rows."""


class EvidenceContents:
    """Implements ``journal.queries.contents.SealedContents``."""

    def faults(
        self, owner_id: UUID, examined: Callable[[int], None]
    ) -> Iterator[tuple[str, str, UUID]]:
        rows = EvidenceItem.objects.filter(owner_id=owner_id).select_related("case")
        for row in rows.order_by("id").iterator():
            code = verdict_on(row).code
            if code not in FINE:
                yield CODES.get(code, "content_damaged"), KIND, row.id
            examined(1)
