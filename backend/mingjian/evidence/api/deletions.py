"""``/api/evidence/…``: confidentiality, the keep-list, holds, deletions and their certificates."""

from functools import cache, partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from mingjian.evidence.errors.deletion import NoCertificateError
from mingjian.evidence.models import ENDED, DeletionOrder
from mingjian.evidence.queries.deletions import (
    SORTABLE,
    deletion_orders,
    deletion_view,
    hold_view,
    order_of,
    order_view,
)
from mingjian.evidence.queries.due_deletions import SORTABLE as DUE_SORTABLE
from mingjian.evidence.queries.due_deletions import due_deletions, due_view
from mingjian.evidence.queries.undertakings import undertakings_view
from mingjian.evidence.schemas.deletions import (
    DeletionOrderIn,
    DeletionOrderOut,
    DeletionOrdersQuery,
    DeletionOut,
    DeletionReason,
    DeletionReview,
    DueDeletionOut,
    DueDeletionsQuery,
    KeepList,
    LegalHoldOut,
    UndertakingsOut,
)
from mingjian.evidence.services import deletion_orders as services
from mingjian.evidence.services.keep_list import set_keep_list
from mingjian.evidence.services.legal_holds import lift_hold, set_hold
from mingjian.evidence.services.undertakings import give_undertaking
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.files.queries import open_file
from mingjian.kit.pagination import Page, ordered
from mingjian.kit.streaming import saved
from mingjian.programme.access import reach_case
from mingjian.programme.models import AuditCase

of_cases, router = Router(), Router()
CASE, ORDER = "/{uuid:case_id}", "/deletion-orders/{uuid:order_id}"

COLUMNS: Columns[DeletionOrder] = {
    ("审核编号", "Audit"): lambda row: row.case.number,
    ("受审核方", "Client"): lambda row: row.case.client.name,
    ("状态", "State"): lambda row: row.get_state_display(),
    ("理由", "Reason"): lambda row: row.reason,
    ("提出人", "Ordered by"): lambda row: row.ordered_by.name,
    ("提出时间 (UTC)", "Ordered (UTC)"): lambda row: row.ordered_at,
    ("密钥销毁 (UTC)", "Key destroyed (UTC)"): lambda row: row.key_destroyed_at,
    ("备份到期 (UTC)", "Backups expired (UTC)"): lambda row: row.horizon_at,
    ("出具证明 (UTC)", "Certified (UTC)"): lambda row: row.certified_at,
    ("清单 SHA-256", "Inventory SHA-256"): lambda row: row.inventory_sha256,
}


@of_cases.get(f"{CASE}/undertakings", response=UndertakingsOut)
@requires("confidentiality", "R")
def read_undertakings(request: AuthorisedRequest, case_id: UUID) -> Any:
    return undertakings_view(request.viewer, reach_case(request, case_id))


@of_cases.post(f"{CASE}/undertakings", response={201: UndertakingsOut})
@requires("confidentiality", "C")
def undertake(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Take on the wording in force, for oneself."""
    case = reach_case(request, case_id)
    give_undertaking(viewer=request.viewer, case_id=case_id)
    return Status(201, undertakings_view(request.viewer, case))


@of_cases.get(f"{CASE}/deletion", response=DeletionOut)
@requires("deletion", "R")
def read_deletion(request: AuthorisedRequest, case_id: UUID) -> Any:
    """When the evidence is due, what stays, and how its deletion stands."""
    return deletion_view(request.viewer, reach_case(request, case_id))


@of_cases.put(f"{CASE}/keep-list", response=DeletionOut)
@requires("deletion", "A")
def keep(request: AuthorisedRequest, case_id: UUID, wanted: KeepList) -> Any:
    """The client's written word on what the body may keep; exactly these items."""
    reach_case(request, case_id)
    case = set_keep_list(viewer=request.viewer, case_id=case_id, **wanted.model_dump())
    return deletion_view(request.viewer, case)


@of_cases.post(f"{CASE}/holds", response={201: LegalHoldOut})
@requires("deletion", "C")
def hold(request: AuthorisedRequest, case_id: UUID, given: DeletionReason) -> Any:
    """Nothing is destroyed while a hold stands."""
    reach_case(request, case_id)
    row = set_hold(viewer=request.viewer, case_id=case_id, reason=given.reason)
    return Status(201, hold_view(row))


@router.post("/holds/{uuid:hold_id}/lifting", response=LegalHoldOut)
@requires("deletion", "A")
def lift(request: AuthorisedRequest, hold_id: UUID, given: DeletionReason) -> Any:
    return hold_view(lift_hold(viewer=request.viewer, hold_id=hold_id, reason=given.reason))


@of_cases.post(f"{CASE}/deletion-orders", response={201: DeletionOrderOut})
@requires("deletion", "C")
def order(request: AuthorisedRequest, case_id: UUID, given: DeletionOrderIn) -> Any:
    """Draw up what goes and what stays; the client is asked."""
    reach_case(request, case_id)
    row = services.order_deletion(viewer=request.viewer, case_id=case_id, reason=given.reason)
    return Status(201, order_view(row))


@router.get("/deletion-orders", response=Page[DeletionOrderOut])
@requires("deletion", "R")
def list_orders(request: AuthorisedRequest, query: Query[DeletionOrdersQuery]) -> Any:
    rows = deletion_orders(request.viewer)
    if query.state == "open":
        rows = rows.exclude(state__in=ENDED)
    elif query.state:
        rows = rows.filter(state=query.state)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, order_view, name="销毁令", columns=COLUMNS)


@router.get("/due-deletions", response=Page[DueDeletionOut])
@requires("deletion", "R")
def list_due(request: AuthorisedRequest, query: Query[DueDeletionsQuery]) -> Any:
    """Audits that are over and whose evidence is still there."""
    shown = cache(partial(due_view, request.viewer))
    rows = ordered(due_deletions(request.viewer), query.sort, DUE_SORTABLE)
    columns: Columns[AuditCase] = {
        ("审核编号", "Audit"): lambda row: row.number,
        ("受审核方", "Client"): lambda row: row.client.name,
        ("结束 (UTC)", "Over (UTC)"): lambda row: row.state_at,
        ("应销毁日期", "Due"): lambda row: shown(row)["due_on"],
        ("证据件数", "Items"): lambda row: shown(row)["items"],
        ("法定保留", "Held"): lambda row: "✓" if shown(row)["is_held"] else "",
    }
    return page_or_workbook(rows, query, shown, name="到期资料", columns=columns)


@router.get(ORDER, response=DeletionOrderOut)
@requires("deletion", "R")
def read_order(request: AuthorisedRequest, order_id: UUID) -> Any:
    return order_view(_reached(request, order_id))


@router.post(f"{ORDER}/review", response=DeletionOrderOut)
@requires("deletion", "A")
def review(request: AuthorisedRequest, order_id: UUID, given: DeletionReview) -> Any:
    """The client confirms, or objects with its reason."""
    _reached(request, order_id)
    values = given.model_dump()
    return order_view(services.review_order(viewer=request.viewer, order_id=order_id, **values))


@router.post(f"{ORDER}/approval", response=DeletionOrderOut)
@requires("deletion", "A")
def approve(request: AuthorisedRequest, order_id: UUID) -> Any:
    """By the quality officer."""
    _reached(request, order_id)
    return order_view(services.approve_order(viewer=request.viewer, order_id=order_id))


@router.post(f"{ORDER}/release", response=DeletionOrderOut)
@requires("deletion", "exec")
def release(request: AuthorisedRequest, order_id: UUID) -> Any:
    """The second approval, by another person; the deletion begins."""
    _reached(request, order_id)
    return order_view(services.release_order(viewer=request.viewer, order_id=order_id))


@router.post(f"{ORDER}/refusal", response=DeletionOrderOut)
@requires("deletion", "A")
def refuse(request: AuthorisedRequest, order_id: UUID, given: DeletionReason) -> Any:
    _reached(request, order_id)
    row = services.refuse_order(viewer=request.viewer, order_id=order_id, reason=given.reason)
    return order_view(row)


@router.post(f"{ORDER}/withdrawal", response=DeletionOrderOut)
@requires("deletion", "C")
def withdraw(request: AuthorisedRequest, order_id: UUID, given: DeletionReason) -> Any:
    _reached(request, order_id)
    row = services.withdraw_order(viewer=request.viewer, order_id=order_id, reason=given.reason)
    return order_view(row)


@router.get(f"{ORDER}/certificate.json")
@requires("deletion", "R")
def certificate(request: AuthorisedRequest, order_id: UUID) -> HttpResponse:
    """With the proof that the verification is in the signed journal."""
    row = _certified(request, order_id)
    return saved(row.certificate.encode(), _file_name(row, "json"), "application/json")


@router.get(f"{ORDER}/certificate.pdf")
@requires("deletion", "R")
def certificate_pdf(request: AuthorisedRequest, order_id: UUID) -> HttpResponse:
    row = _certified(request, order_id)
    if row.pdf_id is None:
        raise NoCertificateError
    content = b"".join(open_file(request.viewer, row.pdf_id).content.iterate())
    return saved(content, _file_name(row, "pdf"), "application/pdf")


def _reached(request: AuthorisedRequest, order_id: UUID, aspect: str = "") -> DeletionOrder:
    row = order_of(request.viewer, order_id)
    reach_case(request, row.case_id, aspect=aspect)
    return row


def _certified(request: AuthorisedRequest, order_id: UUID) -> DeletionOrder:
    row = _reached(request, order_id, "cert")
    if not row.certificate:
        raise NoCertificateError
    return row


def _file_name(row: DeletionOrder, ending: str) -> str:
    return f"deletion-certificate-{row.case.number}.{ending}"
