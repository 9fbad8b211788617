"""Previews are kept once, and journalled as what they are: derived."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import EvidenceItem, ItemPreview, ItemState
from mingjian.evidence.queries.previews import Made
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def keep_preview(*, viewer: Viewer, item_id: UUID, made: Made) -> None:
    """Say what was drawn of an item, or why nothing was; the item itself stays as it is."""
    with transaction.atomic():
        rows = EvidenceItem.objects.select_for_update(of=("self",)).select_related("case__client")
        item = rows.get(id=item_id)
        if item.state != ItemState.HELD or ItemPreview.objects.filter(item=item).exists():
            return
        preview = ItemPreview(
            owner_id=item.owner_id,
            item=item,
            code=made.code,
            kind=made.kind,
            details=made.details,
            parts=made.parts,
            sha256=made.sha256,
        )
        preview.save(force_insert=True)
        record(viewer, "evidence.previewed", preview)
