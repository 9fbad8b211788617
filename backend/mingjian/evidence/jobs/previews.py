"""Previews: after the examinations, because nobody waits for them to open a file."""

from uuid import UUID

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.queries.items import preview_of
from mingjian.evidence.queries.previews import made_of
from mingjian.evidence.services.previewing import keep_preview
from mingjian.kit.jobs import completing, job, viewer

AFTER_EXAMINATIONS = -20


@job(
    "evidence.preview_item",
    zh="生成证据预览",
    en="Make a preview of evidence",
    priority=AFTER_EXAMINATIONS,
)
def preview_item(*, owner_id: UUID, item_id: UUID) -> None:
    row = EvidenceItem.objects.select_related("preview").get(id=item_id)
    if row.state == ItemState.HELD and preview_of(row) is None:
        made = made_of(row)
        with completing():
            keep_preview(viewer=viewer(), item_id=item_id, made=made)
