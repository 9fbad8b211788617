"""What has arrived is examined, what was held is made visible."""

from mingjian.evidence.events import EvidenceSealed
from mingjian.evidence.jobs.intake import examine_item
from mingjian.kit.jobs import enqueue


def examine_when_sealed(event: EvidenceSealed) -> None:
    item = event.item_id
    enqueue(examine_item, owner_id=event.owner_id, item_id=item, key=str(item))
