"""Checkpoints every minute, and verifications that take longer than a request may."""

from datetime import timedelta
from uuid import UUID

from mingjian.journal import services
from mingjian.journal.models import Checkpoint, Head
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, progress, viewer
from mingjian.kit.tenancy import every_tenant, tenant_scope


@periodic(
    "journal.sign_checkpoints",
    every=timedelta(seconds=60),
    zh="安排签署日志检查点",
    en="Arrange checkpoints of the journals",
)
def sign_checkpoints() -> None:
    """One job for each journal that has grown, so that no tenant's trouble delays another."""
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            size = Head.objects.filter(owner_id=owner_id).values_list("size", flat=True).first()
            if size and not Checkpoint.objects.filter(owner_id=owner_id, size=size).exists():
                enqueue(sign, owner_id=owner_id, key=f"{owner_id}:{size}")


@job("journal.sign_checkpoint", zh="签署日志检查点", en="Sign a checkpoint of the journal")
def sign(*, owner_id: UUID) -> None:
    services.sign_checkpoint(owner_id)


@job("journal.verify", zh="验证日志", en="Verify the journal", retries=1, slow=True)
def verify(*, owner_id: UUID, verification_id: UUID) -> None:
    """Look at every entry and row, then write down what was found."""
    verification = services.examine(
        verification_id, lambda done, total: progress(done, total, zh="验证中", en="Verifying")
    )
    with completing():
        services.conclude(viewer=viewer(), verification=verification)


@periodic(
    "journal.verify_all",
    every=timedelta(days=1),
    zh="安排每日日志验证",
    en="Arrange the daily verification of the journals",
)
def verify_all() -> None:
    """Every journal is verified daily, whether or not somebody presses the button."""
    today = clock.now().date()
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            enqueue(verify_daily, owner_id=owner_id, key=f"{owner_id}:{today}")


@job("journal.verify_daily", zh="每日日志验证", en="Daily verification", retries=1, slow=True)
def verify_daily(*, owner_id: UUID) -> None:
    services.request_verification(viewer=viewer(), owner_id=owner_id)
