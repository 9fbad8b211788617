"""What has arrived is examined, what was held is made visible."""

from mingjian.evidence.events import EvidenceExamined, EvidenceSealed
from mingjian.evidence.jobs.intake import examine_item
from mingjian.evidence.jobs.previews import preview_item
from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.kit.jobs import enqueue


def examine_when_sealed(event: EvidenceSealed) -> None:
    item = event.item_id
    enqueue(examine_item, owner_id=event.owner_id, item_id=item, key=str(item))


def preview_when_held(event: EvidenceSealed | EvidenceExamined) -> None:
    """What the server made itself is held as soon as it is sealed; the rest is examined first."""
    held = EvidenceItem.objects.filter(id=event.item_id, state=ItemState.HELD)
    if held.exists():
        item = event.item_id
        enqueue(preview_item, owner_id=event.owner_id, item_id=item, key=str(item))
