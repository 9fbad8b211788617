"""Signatures with the journal entries that prove them."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.journal.models import Entry, Journalled
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.models import Signature
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.queries.scope import owned_or_about


def signatures(viewer: Viewer) -> QuerySet[Signature]:
    """Signatures the viewer may see; auditors see those of clients on whose cases they are."""
    rows = Signature.objects.filter(owned_or_about(viewer))
    if viewer.role in AUDIT_ROLES:
        rows = rows.filter(client_id__in=memberships(viewer).values("case__client_id"))
    if viewer.role == "CG":
        rows = rows.none()
    return rows.order_by("given_at", "id")


def signature_of(viewer: Viewer, signature_id: UUID) -> Signature:
    row = signatures(viewer).filter(id=signature_id).first()
    if row is None:
        raise NotFound
    return row


def signatures_on(subject: Journalled, purpose: str = "") -> list[Signature]:
    """Who signed a row that the viewer may see, the earliest first."""
    rows = Signature.objects.filter(owner_id=subject.owner_id, subject_id=subject.id)
    if purpose:
        rows = rows.filter(purpose=purpose)
    return list(rows.order_by("given_at", "id"))


def signature_view(row: Signature) -> dict[str, Any]:
    """A signature as the API shows it; ``entry`` is its number in the journal of the owner."""
    names = (
        "id",
        "owner_id",
        "subject_kind",
        "subject_id",
        "purpose",
        "side",
        "content_sha256",
        "name",
        "role",
        "method",
        "strokes",
        "given_at",
    )
    entry = Entry.objects.filter(
        owner_id=row.owner_id,
        object_kind=row._meta.label_lower,
        object_id=row.id,
        action="signature.given",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "sealed_by": row.seal.get("service", ""),
        "entry": entry.values_list("seq", flat=True).first(),
    }
