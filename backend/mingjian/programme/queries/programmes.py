"""Audit programmes, as a viewer may see them."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditProgramme
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.queries.scope import owned_or_about

SORTABLE = {
    "client": "client__name",
    "cycle": "cycle",
    "state": "state",
    "expires_on": "expires_on",
}


def programmes(
    viewer: Viewer, *, client_id: UUID | None = None, state: str = "", search: str = ""
) -> QuerySet[AuditProgramme]:
    """Programmes the viewer may see; auditors see those in which they have a case."""
    rows = AuditProgramme.objects.filter(owned_or_about(viewer)).select_related("client", "manager")
    if viewer.role in AUDIT_ROLES:
        mine = memberships(viewer).filter(case__programme=OuterRef("pk"))
        rows = rows.filter(Exists(mine))
    if viewer.role == "CG":
        rows = rows.none()
    if client_id:
        rows = rows.filter(client_id=client_id)
    if state:
        rows = rows.filter(state=state)
    if search:
        named = Q(client__name__icontains=search) | Q(client__short_name__icontains=search)
        rows = rows.filter(named | Q(client__initials__contains=search.lower()))
    return rows.order_by("client__name", "cycle", "id")


def programme_of(viewer: Viewer, programme_id: UUID) -> AuditProgramme:
    row = programmes(viewer).filter(id=programme_id).first()
    if row is None:
        raise NotFound
    return row


def programme_view(row: AuditProgramme) -> dict[str, Any]:
    """A programme as the API shows it."""
    names = (
        "id",
        "client_id",
        "cycle",
        "schemes",
        "scope",
        "scope_codes",
        "jurisdiction",
        "state",
        "manager_id",
        "certified_on",
        "expires_on",
        "inputs",
        "version",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "client": row.client.name,
        "manager": row.manager.name if row.manager else "",
    }
