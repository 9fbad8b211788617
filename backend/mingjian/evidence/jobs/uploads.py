"""What nobody came back for is cleared away."""

from datetime import timedelta
from uuid import UUID

from mingjian.evidence.models import Upload
from mingjian.evidence.services.uploads import end_upload
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant

HOUR = "%Y-%m-%dT%H"


@periodic(
    "evidence.sweep_uploads",
    every=timedelta(hours=1),
    zh="清理过期上传",
    en="Clear expired uploads",
)
def sweep_uploads() -> None:
    """One job per tenant and hour."""
    for owner_id in every_tenant()():
        enqueue(expire_uploads, key=f"{clock.now():{HOUR}}:{owner_id}", owner_id=owner_id)


@job("evidence.expire_uploads", zh="清理机构的过期上传", en="Clear a body's expired uploads")
def expire_uploads(*, owner_id: UUID) -> None:
    expired = Upload.objects.filter(owner_id=owner_id, expires_at__lte=clock.now())
    rows = list(expired.select_related("case"))
    with completing():
        for row in rows:
            end_upload(viewer=viewer(), row=row, action="upload.expired")
