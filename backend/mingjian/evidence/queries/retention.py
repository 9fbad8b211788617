"""Which items outlive an audit, and on what ground."""

from uuid import UUID

from mingjian.evidence.models import EvidenceItem, ItemState, KeepWish
from mingjian.evidence.queries.keeping import kept_beyond
from mingjian.programme.models import AuditCase

RECORD, AGREED = "record", "agreed"


def grounds_of(owner_id: UUID, case_id: UUID) -> dict[UUID, str]:
    """Every item that the body keeps after the audit's deletion; all others are destroyed."""
    rows = EvidenceItem.objects.filter(owner_id=owner_id, case_id=case_id)
    living = set(rows.exclude(state=ItemState.DESTROYED).values_list("id", flat=True))
    wishes = KeepWish.objects.filter(owner_id=owner_id, item__case_id=case_id)
    found = dict.fromkeys(wishes.values_list("item_id", flat=True), AGREED)
    case = AuditCase.objects.get(owner_id=owner_id, id=case_id)
    found |= dict.fromkeys(kept_beyond(case).values_list("id", flat=True), RECORD)
    return {item_id: ground for item_id, ground in found.items() if item_id in living}
