"""What an administrator sees of the queue."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q

from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.jobs import registry
from mingjian.kit.jobs.models import STATES, Job, JobQuerySet, Worker


def jobs(viewer: Viewer, *, state: str = "", search: str = "") -> JobQuerySet:
    """Jobs of the viewer's own tenant; a body also sees the installation's own."""
    rows = Job.objects.filter(_visible(viewer))
    if state:
        rows = rows.filter(STATES[state])
    if search:
        rows = rows.filter(_matching(search))
    return rows


def job(viewer: Viewer, job_id: UUID) -> Job:
    row = jobs(viewer).select_related("worker").filter(pk=job_id).first()
    if row is None:
        raise NotFound
    return row


def counts(viewer: Viewer) -> dict[str, int]:
    """How many jobs are in each state."""
    each = {state: Count("pk", filter=condition) for state, condition in STATES.items()}
    return jobs(viewer).aggregate(**each)


def workers_alive() -> int:
    """How many worker processes have a fresh heartbeat."""
    fresh = clock.now() - timedelta(seconds=settings.JOB_LEASE_SECONDS)
    return Worker.objects.filter(beat_at__gte=fresh).count()


def _visible(viewer: Viewer) -> Q:
    own = Q(owner_id=viewer.tenant_id)
    return own | Q(owner_id=None) if viewer.tenant_kind == "body" else own


def _matching(search: str) -> Q:
    needle = search.casefold()
    titled = [
        each.code
        for each in registry.jobs.values()
        if needle in f"{each.zh} {each.en} {each.code}".casefold()
    ]
    return Q(code__in=titled) | Q(code__icontains=search)
