"""Whose rows a viewer may see: of the own body, of oneself as a client, of bodies one oversees."""

from uuid import UUID

from django.db.models import Q

from mingjian.identity.models import Engagement, TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.errors.cases import NotAClientError


def owned_or_about(viewer: Viewer, client: str = "client_id") -> Q:
    """Rows of the viewer's body; for a client the bodies' rows about it; for an authority all
    rows of the bodies that engage it."""
    if viewer.tenant_kind == TenantKind.CLIENT:
        return Q(owner_id__in=viewer.owners, **{client: viewer.tenant_id})
    if viewer.tenant_kind == TenantKind.AUTHORITY:
        return Q(owner_id__in=viewer.owners - {viewer.tenant_id})
    return Q(owner_id=viewer.tenant_id)


def engaged_client(viewer: Viewer, client_id: UUID) -> UUID:
    """``client_id``, if the viewer's body engages that client today."""
    in_force = Engagement.objects.in_force(clock.today(own_tenant(viewer).zone))
    mine = in_force.filter(
        owner_id=viewer.tenant_id, party_id=client_id, party__kind=TenantKind.CLIENT
    )
    if not mine.exists():
        raise NotAClientError
    return client_id
