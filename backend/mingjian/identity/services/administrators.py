"""A body is never left without somebody who can administer it."""

from uuid import UUID

from django.db.models import Q

from mingjian.identity.errors import LastAdministratorError
from mingjian.identity.models import Membership, Tenant, TenantKind
from mingjian.kit import clock


def keep_an_administrator(tenant_id: UUID, *, without: Q) -> None:
    """409 unless an administrator remains ``without`` some memberships: for good, with a login.

    Locks the tenant, so that two administrators cannot remove each other at once.
    """
    tenant = Tenant.objects.select_for_update().get(id=tenant_id)
    if tenant.kind != TenantKind.BODY:
        return
    administrators = Membership.objects.in_force(clock.today(tenant.zone)).filter(
        owner_id=tenant_id,
        role="ADM",
        valid_to=None,
        person__is_active=True,
        person__account__is_active=True,
    )
    if administrators.exists() and not administrators.exclude(without).exists():
        raise LastAdministratorError
