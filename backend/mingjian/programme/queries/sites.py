"""Sites of clients, as a viewer may see them."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models.named import called
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import Site
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.headcount import Headcount

SORTABLE = {"name": "name", "client": "client__name", "kind": "kind"}


def sites(
    viewer: Viewer, *, client_id: UUID | None = None, search: str = "", with_closed: bool = True
) -> QuerySet[Site]:
    """Sites the viewer may see; auditors see those of clients whose cases they are on."""
    rows = Site.objects.filter(owned_or_about(viewer)).select_related("client")
    if viewer.role in AUDIT_ROLES:
        rows = rows.filter(client_id__in=memberships(viewer).values("case__client_id"))
    if viewer.role == "CG":
        rows = rows.none()
    if client_id:
        rows = rows.filter(client_id=client_id)
    if not with_closed:
        rows = rows.filter(is_active=True)
    if search:
        rows = rows.filter(called(search))
    return rows.order_by("client__name", "name", "id")


def site_of(viewer: Viewer, site_id: UUID) -> Site:
    row = sites(viewer).filter(id=site_id).first()
    if row is None:
        raise NotFound
    return row


def site_view(row: Site) -> dict[str, Any]:
    """A site as the API shows it."""
    names = (
        "id",
        "client_id",
        "name",
        "kind",
        "address",
        "zone",
        "latitude",
        "longitude",
        "processes",
        "is_central",
        "special_security",
        "is_active",
        "version",
    )
    count = Headcount.of(row.headcount)
    return {
        **{name: getattr(row, name) for name in names},
        "client": row.client.short_name or row.client.name,
        "headcount": count.stored(),
        "people": count.people,
    }
