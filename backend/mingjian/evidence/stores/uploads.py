"""Files that never arrived whole."""

from collections.abc import Iterator
from uuid import UUID

from mingjian.evidence.models import Upload
from mingjian.evidence.services.uploads import end_upload
from mingjian.kit.access import Viewer
from mingjian.kit.deletion import AuditDirectory
from mingjian.kit.words import Words


class Uploads:
    """Implements ``kit.deletion.DeletableStore``: rows and the bytes that have come so far."""

    code = "evidence.uploads"
    title = Words("未完成的上传", "Unfinished uploads")
    model, columns = Upload, ("sealed", "tail")
    _files = AuditDirectory(code, title, "uploads")

    def traces(self, owner_id: UUID, case_id: UUID) -> Iterator[str]:
        rows = Upload.objects.filter(owner_id=owner_id, case_id=case_id)
        for row_id in rows.order_by("id").values_list("id", flat=True):
            yield f"{Upload._meta.label_lower}/{row_id}"
        yield from self._files.traces(owner_id, case_id)

    def erase(self, viewer: Viewer, case_id: UUID) -> None:
        rows = Upload.objects.filter(owner_id=viewer.tenant_id, case_id=case_id)
        for row in rows.select_related("case"):
            end_upload(viewer=viewer, row=row, action="upload.deleted")
        self._files.erase(viewer, case_id)
