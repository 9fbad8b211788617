"""Previews: derived from the client's content, so they go with it."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mingjian.evidence.models import ItemPreview
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.storage import blobs
from mingjian.kit.words import Words


class Previews:
    """Implements ``kit.deletion.DeletableStore``: rows and the sealed pictures that they name."""

    code = "evidence.previews"
    title = Words("预览和缩略图", "Previews and thumbnails")

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        for row_id in self._rows(owner_id, case_id).values_list("id", flat=True):
            yield f"{ItemPreview._meta.label_lower}/{row_id}"

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        for row in self._rows(viewer.tenant_id, case_id):
            blobs().delete(row.path)
            with transaction.atomic():
                record(viewer, "evidence.preview_erased", row, before=row.digest(), removed=True)
                row.delete()

    def _rows(self, owner_id: UUID, case_id: UUID) -> QuerySet[ItemPreview]:
        rows = ItemPreview.objects.filter(owner_id=owner_id, item__case_id=case_id)
        return rows.select_related("item__case").order_by("id")
