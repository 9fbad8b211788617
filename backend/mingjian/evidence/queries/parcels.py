"""Parcels: as the case's people see them, and as the link shows them to their recipient."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import QuerySet

from mingjian.evidence.errors.parcels import BundleLinkExpiredError, ParcelClosedError
from mingjian.evidence.models import EvidenceItem, Parcel
from mingjian.evidence.queries.bundles import bundle_view, contents_of, file_name
from mingjian.evidence.queries.cover_letters import words_of
from mingjian.evidence.queries.items import items, name_of_item
from mingjian.identity.entry_errors import LinkUnknownError
from mingjian.identity.links import hash_of, owner_of
from mingjian.identity.models import Tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.age_files import fingerprint
from mingjian.kit.errors import NotFound
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases

SORTABLE = {"number": "bundle__number", "recipient": "recipient__name", "expires_at": "expires_at"}
IN_SORTABLE = {"number": "number", "received_at": "received_at", "provided": "provided_name"}
LASTS = timedelta(minutes=15)
RECIPIENT = "recipient"
_SIGNER = signing.Signer(salt="evidence.parcel")


def parcels(viewer: Viewer, case: AuditCase) -> QuerySet[Parcel]:
    """What left the audit for somebody outside, the latest first."""
    rows = Parcel.objects.filter(bundle__case=case)
    return rows.select_related("bundle__case", "recipient").order_by("-bundle__number")


def parcel_of(viewer: Viewer, parcel_id: UUID) -> Parcel:
    rows = Parcel.objects.filter(id=parcel_id, bundle__case__in=cases(viewer).order_by())
    row = rows.select_related("bundle__case__client", "recipient").first()
    if row is None:
        raise NotFound
    return row


def handed_in(viewer: Viewer, case: AuditCase) -> QuerySet[EvidenceItem]:
    """What people handed over to the audit, the latest first; the server's own is not among it."""
    return items(viewer, case).filter(provided_by__isnull=False).order_by("-number")


def handed_in_view(row: EvidenceItem) -> dict[str, Any]:
    names = "id", "code", "origin", "state", "size", "sha256", "received_at", "provided_name"
    tenants = Tenant.objects.filter(id__in=filter(None, [row.provided_tenant]))
    provider = tenants.first()
    answered = row.answered.select_related("request").order_by("given_at")
    return {
        **{name: getattr(row, name) for name in names},
        "name": name_of_item(row),
        "provided_by": provider.short_name or provider.name if provider else "",
        "requests": [each.request.code for each in answered],
    }


def parcel_view(row: Parcel) -> dict[str, Any]:
    names = "id", "expires_at", "fetched_at", "received_at", "received_name", "withdrawn_at"
    packed = bundle_view(row.bundle)
    told = "case_id", "code", "packed_name", "packed_at", "count", "size", "broken_item"
    return {
        **{name: getattr(row, name) for name in names},
        **{name: packed[name] for name in told},
        "recipient": row.recipient.name,
        "organisation": row.recipient.organisation,
        "fingerprint": fingerprint(row.age_key),
        "state": row.state(clock.now()),
    }


def whole_view(row: Parcel) -> dict[str, Any]:
    """With the letter and each item by its hash."""
    contents = contents_of(row.bundle)
    named = [_content(each) | {"name": name_of_item(each.item)} for each in contents]
    return {**parcel_view(row), "letter": words_of(row), "contents": named}


def parcel_by_token(token: str) -> Parcel:
    """For whoever holds the link; to be read inside the tenant's scope."""
    rows = Parcel.objects.filter(owner_id=owner_of(token), token_hash=hash_of(token))
    row = rows.select_related("bundle__case__client", "recipient").first()
    if row is None:
        raise LinkUnknownError
    return row


def check_open(row: Parcel) -> None:
    """A parcel that was received may be fetched again until it lapses."""
    if row.withdrawn_at or row.expires_at <= clock.now():
        raise ParcelClosedError


def recipient_viewer(owner_id: UUID, parcel_id: UUID) -> Viewer:
    """The viewer that a recipient without account is: who the journal names."""
    acting = Viewer.system(RECIPIENT, owner_id, cause="parcel link")
    return replace(acting, scope=str(parcel_id))


def seen_view(row: Parcel) -> dict[str, Any]:
    """What the link shows before anything is decrypted: no name of a file, no client."""
    until = clock.now() + LASTS
    signed = f"{row.owner_id}:{row.id}:{int(until.timestamp())}"
    told = parcel_view(row)
    names = "code", "packed_name", "packed_at", "size", "count", "recipient", "organisation"
    more = "fingerprint", "expires_at", "received_at", "received_name", "state"
    return {
        **{name: told[name] for name in (*names, *more)},
        "body": Tenant.objects.get(id=row.owner_id).name,
        "letter": words_of(row),
        "contents": [_content(each) for each in contents_of(row.bundle)],
        "file_name": f"{file_name(row.bundle)}.age",
        "href": f"/api/evidence/parcels/{row.id}/content?opening={_SIGNER.sign(signed)}",
    }


def opened_parcel(parcel_id: UUID, opening: str) -> tuple[UUID, Parcel]:
    """The parcel of a link that was shown some minutes ago, and whose it is."""
    try:
        owner, signed, until = _SIGNER.unsign(opening).split(":")
    except (signing.BadSignature, ValueError):
        raise BundleLinkExpiredError from None
    if signed != str(parcel_id) or int(until) < clock.now().timestamp():
        raise BundleLinkExpiredError
    owner_id = UUID(owner)
    with tenant_scope({owner_id}):
        rows = Parcel.objects.select_related("bundle__case", "recipient")
        row = rows.get(id=parcel_id, owner_id=owner_id)
    check_open(row)
    return owner_id, row


def _content(row: Any) -> dict[str, Any]:
    return {"code": row.item.code, "sha256": row.sha256, "size": row.size}
