"""Clients and authorities that a body engages, and what a party sees of itself."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.models import CertificateOnFile, Engagement, Tenant
from mingjian.identity.models.named import called
from mingjian.identity.rules import KINDS
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words

SORTABLE = {"name": "party__name", "kind": "party__kind", "valid_from": "valid_from"}


def engagements(viewer: Viewer, *, kind: str = "", search: str = "") -> QuerySet[Engagement]:
    """Engagements by the viewer's tenant, or of it where it is itself the party."""
    mine = Q(owner_id=viewer.tenant_id) | Q(party_id=viewer.tenant_id)
    rows = Engagement.objects.filter(mine).select_related("party").order_by("party__name", "id")
    if kind:
        rows = rows.filter(party__kind=kind)
    if search:
        named = called(search, "party__") | Q(party__name_en__icontains=search)
        known = Q(party__short_name__icontains=search) | Q(party__credit_code__icontains=search)
        rows = rows.filter(named | known)
    return rows


def engagement(viewer: Viewer, party_id: UUID) -> Engagement:
    row = engagements(viewer).filter(party_id=party_id).first()
    if row is None:
        raise NotFound
    return row


def certificates(viewer: Viewer, party_id: UUID) -> QuerySet[CertificateOnFile]:
    """What the body's earlier records say that the organisation holds, newest first."""
    engaged = engagement(viewer, party_id)
    rows = CertificateOnFile.objects.filter(owner_id=engaged.owner_id, party_id=party_id)
    return rows.order_by("-issued_on", "number")


def organisation_view(row: Engagement) -> dict[str, Any]:
    """An engaged organisation as the API shows it."""
    return {
        **tenant_view(row.party),
        "engagement_id": row.id,
        "covers": row.covers,
        "valid_from": row.valid_from,
        "valid_to": row.valid_to,
        "ended_at": row.ended_at,
        "is_in_force": row.is_in_force(clock.today(row.party.zone)),
    }


def tenant_view(row: Tenant) -> dict[str, Any]:
    """A tenant's profile as the API shows it."""
    names = (
        "id",
        "kind",
        "name",
        "name_en",
        "short_name",
        "credit_code",
        "approval_number",
        "address",
        "zone",
        "language",
        "logo_id",
        "version",
    )
    return {name: getattr(row, name) for name in names}


def kind_in_words(row: Tenant) -> str:
    """``受审核方``, in the reader's language."""
    return str(Words(*KINDS[row.kind]))
