"""Crashes of the installation's own processes, told to every body that relies on it."""

from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Tenant, TenantKind
from mingjian.journal.services import record
from mingjian.kit.access import Viewer


def note_incident(*, owner_id: UUID, incident: UUID, process: str, exit_code: int, at: str) -> None:
    """Enter in a body's journal that ``process`` ended unexpectedly and was restarted."""
    viewer = Viewer.system("supervisor", owner_id, cause=f"incident:{incident}")
    with transaction.atomic():
        tenant = Tenant.objects.select_for_update().get(id=owner_id)
        if tenant.kind == TenantKind.BODY:
            reason = f"{process}: exit {exit_code}, {at}"
            record(viewer, "process.crashed", tenant, before=tenant.digest(), reason=reason)
