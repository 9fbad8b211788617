"""Tenants: all of them for periodic jobs, and those whose people and profile one looks after."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from mingjian.identity.models import Engagement, Tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.tenancy import tenant_scope


def tenant_ids() -> list[UUID]:
    """Ids of every tenant, past row security; nothing else of them."""
    if connection.vendor != "postgresql":
        return list(Tenant.objects.order_by("id").values_list("id", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT identity_tenant_ids()")
        return [row[0] for row in cursor.fetchall()]


def own_tenant(viewer: Viewer) -> Tenant:
    return Tenant.objects.get(id=viewer.tenant_id)


def administered(viewer: Viewer) -> frozenset[UUID]:
    """The own tenant, and the parties that it engages: a body keeps its clients' contacts."""
    engagements = Engagement.objects.filter(owner_id=viewer.tenant_id)
    parties = engagements.in_force(clock.today(own_tenant(viewer).zone)).values_list("party_id")
    return frozenset({viewer.tenant_id, *(party_id for (party_id,) in parties)})


@contextmanager
def administering(viewer: Viewer) -> Iterator[frozenset[UUID]]:
    """Enter the scope of every administered tenant; gives their ids."""
    tenants = administered(viewer)
    with tenant_scope(viewer.owners | tenants):
        yield tenants


def administered_tenant(viewer: Viewer, tenant_id: UUID) -> Tenant:
    """One administered tenant, to be called inside :func:`administering`."""
    tenant = Tenant.objects.filter(id=tenant_id).first()
    is_own = tenant_id == viewer.tenant_id
    if tenant is None or not (is_own or tenant_id in administered(viewer)):
        raise NotFound
    return tenant
