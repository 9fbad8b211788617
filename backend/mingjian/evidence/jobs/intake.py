"""Examinations: one job for each item, after the letters and before anything that takes long."""

from uuid import UUID

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.queries.examinations import examined
from mingjian.evidence.services.examining import conclude_examination
from mingjian.kit.jobs import completing, job, viewer

AFTER_LETTERS = -10
"""A folder of a thousand files holds up no letter."""


@job(
    "evidence.examine_item",
    zh="检查收到的证据",
    en="Examine evidence that came in",
    priority=AFTER_LETTERS,
)
def examine_item(*, owner_id: UUID, item_id: UUID) -> None:
    row = EvidenceItem.objects.get(id=item_id)
    if row.state == ItemState.QUARANTINED:
        verdict = examined(row)
        with completing():
            conclude_examination(viewer=viewer(), item_id=item_id, verdict=verdict)
