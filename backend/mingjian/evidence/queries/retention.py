"""Which items outlive an audit, and on what ground."""

from uuid import UUID

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.queries.keeping import kept_beyond
from mingjian.programme.models import AuditCase

RECORD = "record"


def grounds_of(owner_id: UUID, case_id: UUID) -> dict[UUID, str]:
    """Every item that the body keeps after the audit's deletion; all others are destroyed."""
    rows = EvidenceItem.objects.filter(owner_id=owner_id, case_id=case_id)
    living = set(rows.exclude(state=ItemState.DESTROYED).values_list("id", flat=True))
    case = AuditCase.objects.get(owner_id=owner_id, id=case_id)
    records = kept_beyond(case).values_list("id", flat=True)
    return {item_id: RECORD for item_id in records if item_id in living}
