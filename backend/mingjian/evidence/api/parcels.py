"""``/api/evidence/…``: evidence that leaves the vault: bundles, parcels, their recipients."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Query, Router, Status

from mingjian.evidence.access import reach_library
from mingjian.evidence.models import EvidenceItem, Parcel
from mingjian.evidence.queries import parcels as found
from mingjian.evidence.queries.bundles import (
    Selection,
    bundle_of,
    bundle_view,
    file_name,
)
from mingjian.evidence.queries.recipients import SORTABLE as RECIPIENTS
from mingjian.evidence.queries.recipients import recipient_view
from mingjian.evidence.queries.recipients import recipients as recipients_of
from mingjian.evidence.schemas import parcels as shape
from mingjian.evidence.services.packing import download, pack_items
from mingjian.evidence.services.parcels import (
    confirm_parcel,
    fetch_parcel,
    send_parcel,
    withdraw_parcel,
)
from mingjian.evidence.services.recipients import (
    check_recipient,
    enter_recipient,
    retire_recipient,
)
from mingjian.identity.links import owner_of
from mingjian.identity.signin.throttle import throttle_links
from mingjian.kit.access import AuthorisedRequest, public, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import ListQuery, Page, ordered, page_of
from mingjian.kit.streaming import sent_piece_by_piece
from mingjian.kit.tenancy import tenant_scope

of_cases, bundles, parcels, recipients = Router(), Router(), Router(), Router()
BUNDLE, PARCEL, RECIPIENT = "/{uuid:bundle_id}", "/{uuid:parcel_id}", "/{uuid:recipient_id}"
HOLDER = "The holder of the link is the recipient; rate limited, and what it gives is sealed."

IN: Columns[EvidenceItem] = {
    ("编号", "Code"): lambda row: row.code,
    ("名称", "Name"): lambda row: found.handed_in_view(row)["name"],
    ("提供方", "From"): lambda row: found.handed_in_view(row)["provided_by"],
    ("提供人", "Person"): lambda row: row.provided_name,
    ("收到时间 (UTC)", "Received (UTC)"): lambda row: row.received_at,
    ("对应请求", "Requests"): lambda row: " ".join(found.handed_in_view(row)["requests"]),
    ("字节", "Bytes"): lambda row: row.size,
    ("SHA-256", "SHA-256"): lambda row: row.sha256,
}
OUT: Columns[Parcel] = {
    ("编号", "Code"): lambda row: row.bundle.code,
    ("寄件人", "From"): lambda row: row.bundle.packed_name,
    ("收件人", "To"): lambda row: row.recipient.name,
    ("收件单位", "Organisation"): lambda row: row.recipient.organisation,
    ("打包时间 (UTC)", "Packed (UTC)"): lambda row: row.bundle.packed_at,
    ("有效至 (UTC)", "Until (UTC)"): lambda row: row.expires_at,
    ("状态", "State"): lambda row: found.parcel_view(row)["state"],
    ("签收人", "Received by"): lambda row: row.received_name,
}


@of_cases.post("/{uuid:case_id}/bundles", response={201: shape.BundleOut})
@requires("evidence", "R")
def pack(request: AuthorisedRequest, case_id: UUID, wanted: shape.EvidenceSelectionIn) -> Any:
    """Pack items to be downloaded; written down for each before a byte leaves."""
    reach_library(request, case_id)
    selection = Selection(**wanted.model_dump())
    row = pack_items(viewer=request.viewer, case_id=case_id, selection=selection)
    return Status(201, bundle_view(row))


@bundles.get(BUNDLE, response=shape.BundleOut)
@requires("evidence", "R")
def read_bundle(request: AuthorisedRequest, bundle_id: UUID) -> Any:
    row = bundle_of(request.viewer, bundle_id)
    reach_library(request, row.case_id)
    return bundle_view(row)


@bundles.get(f"{BUNDLE}/content")
@requires("evidence", "R")
def read_bag(request: AuthorisedRequest, bundle_id: UUID) -> HttpResponseBase:
    """The bag as a ZIP, decrypted while it is sent."""
    row = bundle_of(request.viewer, bundle_id)
    reach_library(request, row.case_id)
    pieces = download(viewer=request.viewer, bundle_id=bundle_id)
    return sent_piece_by_piece(pieces, file_name(row), "application/zip")


@of_cases.get("/{uuid:case_id}/handed-in", response=Page[shape.HandedInOut])
@requires("evidence", "R")
def list_handed_in(request: AuthorisedRequest, case_id: UUID, query: Query[ListQuery]) -> Any:
    """What people handed over to the audit."""
    rows = found.handed_in(request.viewer, reach_library(request, case_id))
    rows = ordered(rows, query.sort, found.IN_SORTABLE)
    return page_or_workbook(rows, query, found.handed_in_view, name="收到", columns=IN)


@of_cases.get("/{uuid:case_id}/parcels", response=Page[shape.ParcelOut])
@requires("parcels", "R")
def list_parcels(request: AuthorisedRequest, case_id: UUID, query: Query[ListQuery]) -> Any:
    rows = found.parcels(request.viewer, reach_library(request, case_id))
    rows = ordered(rows, query.sort, found.SORTABLE)
    return page_or_workbook(rows, query, found.parcel_view, name="寄出", columns=OUT)


@of_cases.post("/{uuid:case_id}/parcels", response={201: shape.SentParcelOut})
@requires("parcels", "C")
def send(request: AuthorisedRequest, case_id: UUID, wanted: shape.ParcelIn) -> Any:
    """Seal items to a recipient's key; the link is mailed, and shown this once."""
    reach_library(request, case_id)
    given = wanted.model_dump()
    to = {name: given.pop(name) for name in ("recipient_id", "letter", "days")}
    selection = Selection(**given)
    row, link = send_parcel(viewer=request.viewer, case_id=case_id, selection=selection, **to)
    return Status(201, {"parcel": found.parcel_view(row), "link": link})


@parcels.get(PARCEL, response=shape.WholeParcelOut)
@requires("parcels", "R")
def read_parcel(request: AuthorisedRequest, parcel_id: UUID) -> Any:
    row = found.parcel_of(request.viewer, parcel_id)
    reach_library(request, row.bundle.case_id)
    return found.whole_view(row)


@parcels.post(f"{PARCEL}/withdraw", response=shape.ParcelOut)
@requires("parcels", "U")
def withdraw(request: AuthorisedRequest, parcel_id: UUID, why: shape.ParcelReasonIn) -> Any:
    reach_library(request, found.parcel_of(request.viewer, parcel_id).bundle.case_id)
    row = withdraw_parcel(viewer=request.viewer, parcel_id=parcel_id, reason=why.reason)
    return found.parcel_view(row)


@parcels.post("/look", response=shape.SeenParcelOut)
@public(HOLDER)
def look(request: HttpRequest, by: shape.ParcelTokenIn) -> Any:
    """The cover letter; read by POST, for the token belongs into no log."""
    throttle_links(request)
    with tenant_scope({owner_of(by.token)}):
        row = found.parcel_by_token(by.token)
        found.check_open(row)
        return found.seen_view(row)


@parcels.post("/receipt", response=shape.SeenParcelOut)
@public(HOLDER)
def confirm(request: HttpRequest, receipt: shape.ParcelReceiptIn) -> Any:
    throttle_links(request)
    row = confirm_parcel(token=receipt.token, name=receipt.name)
    with tenant_scope({row.owner_id}):
        return found.seen_view(row)


@parcels.get(f"{PARCEL}/content")
@public(HOLDER)
def read_sealed(request: HttpRequest, parcel_id: UUID, opening: str) -> HttpResponseBase:
    """The bag, sealed to the recipient's key while it is sent."""
    throttle_links(request)
    row, pieces = fetch_parcel(parcel_id=parcel_id, opening=opening)
    name = f"{file_name(row.bundle)}.age"
    return sent_piece_by_piece(pieces, name, "application/octet-stream")


@recipients.get("", response=Page[shape.RecipientOut])
@requires("recipients", "R")
def list_recipients(request: AuthorisedRequest, query: Query[shape.RecipientQuery]) -> Any:
    rows = recipients_of(request.viewer, usable=query.usable, search=query.search)
    return page_of(ordered(rows, query.sort, RECIPIENTS), query, recipient_view)


@recipients.post("", response={201: shape.RecipientOut})
@requires("recipients", "C")
def enter(request: AuthorisedRequest, new: shape.RecipientIn) -> Any:
    row = enter_recipient(viewer=request.viewer, **new.model_dump())
    return Status(201, recipient_view(row))


@recipients.post(f"{RECIPIENT}/check", response=shape.RecipientOut)
@requires("recipients", "A")
def check(request: AuthorisedRequest, recipient_id: UUID, by: shape.FingerprintCheckIn) -> Any:
    """Somebody else than who entered the key compared its fingerprint."""
    row = check_recipient(viewer=request.viewer, recipient_id=recipient_id, how=by.how)
    return recipient_view(row)


@recipients.post(f"{RECIPIENT}/retire", response=shape.RecipientOut)
@requires("recipients", "U")
def retire(request: AuthorisedRequest, recipient_id: UUID, why: shape.ParcelReasonIn) -> Any:
    row = retire_recipient(viewer=request.viewer, recipient_id=recipient_id, reason=why.reason)
    return recipient_view(row)
