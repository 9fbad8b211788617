"""What planning does by itself: every night the due windows of every body are watched."""

from datetime import timedelta
from uuid import UUID

from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant
from mingjian.programme.queries.cycle import pending_lines
from mingjian.programme.services.windows import watch_windows

ZONE = "Asia/Shanghai"


@periodic(
    "programme.watch_windows",
    every=timedelta(hours=6),
    zh="检查各认证周期的审核时限",
    en="Watch the due windows of certification cycles",
)
def watch_every_tenant() -> None:
    """One job per tenant and day, whenever the platform happens to run."""
    for owner_id in every_tenant()():
        enqueue(watch_tenant, key=f"{clock.today(ZONE)}:{owner_id}", owner_id=owner_id)


@job("programme.watch_tenant", zh="检查审核时限", en="Watch due windows")
def watch_tenant(*, owner_id: UUID) -> None:
    pending = pending_lines(viewer())
    with completing():
        watch_windows(viewer=viewer(), pending=pending)
