"""``/api/evidence/…/requests``: what is asked of a client, handed over, refused and ruled on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.evidence.access import reach_item, reach_library, reach_request
from mingjian.evidence.models import EvidenceRequest
from mingjian.evidence.queries.document_checks import check_view, checks_of
from mingjian.evidence.queries.items import item_of
from mingjian.evidence.queries.refusals import refusals_of_client
from mingjian.evidence.queries.requests import (
    SORTABLE,
    listed,
    narrowed,
    request_of,
    request_view,
    requests,
    whole_view,
    words_of,
)
from mingjian.evidence.schemas.requests import (
    DocumentCheckIn,
    DocumentCheckOut,
    DocumentChecksOut,
    RefusalsOut,
    RequestAcceptance,
    RequestChange,
    RequestHandOver,
    RequestIn,
    RequestMessageIn,
    RequestOut,
    RequestQuery,
    RequestReason,
    RequestRefusalIn,
    RequestRuling,
    WholeRequestOut,
)
from mingjian.evidence.services.conversations import mark_read, send_message
from mingjian.evidence.services.document_checks import check_document
from mingjian.evidence.services.refusals import refuse_request, rule_on_refusal
from mingjian.evidence.services.requests import (
    accept_answer,
    ask,
    change_request,
    hand_over,
    return_answer,
    withdraw_request,
)
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered

of_cases, router, of_items = Router(), Router(), Router()
REQUEST, ITEM = "/{uuid:request_id}", "/{uuid:evidence_id}"

COLUMNS: Columns[EvidenceRequest] = {
    ("编号", "Code"): lambda row: row.code,
    ("索取内容", "What is asked"): lambda row: words_of(row).get("what", ""),
    ("阶段", "Phase"): lambda row: row.get_phase_display(),
    ("状态", "State"): lambda row: row.get_state_display(),
    ("条款", "Clauses"): lambda row: "、".join(each["clause"] for each in row.clauses),
    ("提出人", "Asked by"): lambda row: row.asked_name,
    ("提出时间 (UTC)", "Asked (UTC)"): lambda row: row.asked_at,
    ("期限 (UTC)", "Due (UTC)"): lambda row: row.due_at,
    ("提供时间 (UTC)", "Provided (UTC)"): lambda row: row.provided_at,
    ("答复件数", "Items"): lambda row: row.answers.count(),
    ("拒绝次数", "Refusals"): lambda row: row.refusals.count(),
}


@of_cases.get("/{uuid:case_id}/requests", response=Page[RequestOut])
@requires("evidence", "R")
def list_requests(request: AuthorisedRequest, case_id: UUID, query: Query[RequestQuery]) -> Any:
    given = query.model_dump(exclude={"page", "size", "sort", "format"})
    rows = narrowed(requests(request.viewer, reach_library(request, case_id)), **given)
    rows = listed(ordered(rows, query.sort, SORTABLE))

    def shown(row: EvidenceRequest) -> dict[str, Any]:
        return request_view(request.viewer, row)

    return page_or_workbook(rows, query, shown, name="证据请求", columns=COLUMNS)


@of_cases.post("/{uuid:case_id}/requests", response={201: WholeRequestOut})
@requires("evidence", "U")
def ask_for(request: AuthorisedRequest, case_id: UUID, new: RequestIn) -> Any:
    """Ask the client; its coordinator is written to."""
    reach_library(request, case_id)
    row = ask(viewer=request.viewer, case_id=case_id, **new.model_dump())
    return Status(201, whole_view(request.viewer, row))


@of_cases.get("/{uuid:case_id}/refusals", response=RefusalsOut)
@requires("evidence", "R")
def count_refusals(request: AuthorisedRequest, case_id: UUID) -> Any:
    """How often this client refused, on which ground, in this audit and in others."""
    return refusals_of_client(request.viewer, reach_library(request, case_id))


@router.get(REQUEST, response=WholeRequestOut)
@requires("evidence", "R")
def read_request(request: AuthorisedRequest, request_id: UUID) -> Any:
    return whole_view(request.viewer, reach_request(request, request_id))


@router.patch(REQUEST, response=WholeRequestOut)
@requires("evidence", "U")
def change_asked(request: AuthorisedRequest, request_id: UUID, change: RequestChange) -> Any:
    """Say better what is wanted, or give more time."""
    values = change.model_dump(exclude_unset=True, exclude={"version"})
    return _done(request, request_id, change_request, version=change.version, values=values)


@router.post(f"{REQUEST}/answers", response=WholeRequestOut)
@requires("evidence", "C")
def answer(request: AuthorisedRequest, request_id: UUID, given: RequestHandOver) -> Any:
    """These items answer it: files of the client, or what an auditor captured."""
    return _done(request, request_id, hand_over, **given.model_dump())


@router.post(f"{REQUEST}/refuse", response=WholeRequestOut)
@requires("evidence", "C")
def refuse(request: AuthorisedRequest, request_id: UUID, why: RequestRefusalIn) -> Any:
    """It is not handed over; the lead auditor rules."""
    return _done(request, request_id, refuse_request, **why.model_dump())


@router.post(f"{REQUEST}/accept", response=WholeRequestOut)
@requires("evidence", "U")
def accept(request: AuthorisedRequest, request_id: UUID, given: RequestAcceptance) -> Any:
    return _done(request, request_id, accept_answer, **given.model_dump())


@router.post(f"{REQUEST}/return", response=WholeRequestOut)
@requires("evidence", "U")
def give_back(request: AuthorisedRequest, request_id: UUID, why: RequestReason) -> Any:
    """Not what was asked for; the client provides again."""
    return _done(request, request_id, return_answer, **why.model_dump())


@router.post(f"{REQUEST}/rule", response=WholeRequestOut)
@requires("evidence", "U")
def rule(request: AuthorisedRequest, request_id: UUID, ruling: RequestRuling) -> Any:
    """By the lead auditor: on a refusal, or on silence past the due time."""
    return _done(request, request_id, rule_on_refusal, **ruling.model_dump())


@router.post(f"{REQUEST}/withdraw", response=WholeRequestOut)
@requires("evidence", "U")
def withdraw(request: AuthorisedRequest, request_id: UUID, why: RequestReason) -> Any:
    """No longer needed, and why."""
    return _done(request, request_id, withdraw_request, **why.model_dump())


@router.post(f"{REQUEST}/messages", response=WholeRequestOut)
@requires("evidence", "C")
def say(request: AuthorisedRequest, request_id: UUID, message: RequestMessageIn) -> Any:
    return _done(request, request_id, send_message, **message.model_dump())


@router.post(f"{REQUEST}/read", response=WholeRequestOut)
@requires("evidence", "R")
def mark_as_read(request: AuthorisedRequest, request_id: UUID) -> Any:
    """The viewer has seen the conversation up to now."""
    return _done(request, request_id, mark_read)


@of_items.get(f"{ITEM}/checks", response=DocumentChecksOut)
@requires("evidence", "R")
def list_checks(request: AuthorisedRequest, evidence_id: UUID) -> Any:
    """Whether the document handed over is the one that was seen in use."""
    return {"checks": checks_of(reach_item(request, evidence_id))}


@of_items.post(f"{ITEM}/checks", response={201: DocumentCheckOut})
@requires("evidence", "U")
def check(request: AuthorisedRequest, evidence_id: UUID, given: DocumentCheckIn) -> Any:
    """Compare it with what was shown, by hash and by version."""
    reach_item(request, evidence_id)
    values = given.model_dump()
    row = check_document(viewer=request.viewer, item_id=evidence_id, values=values)
    return Status(201, check_view(item_of(request.viewer, evidence_id), row))


def _done(
    request: AuthorisedRequest, request_id: UUID, deed: Callable[..., object], **given: Any
) -> dict[str, Any]:
    """Reach the request, do the deed, show what became of it."""
    reach_request(request, request_id)
    deed(viewer=request.viewer, request_id=request_id, **given)
    return whole_view(request.viewer, request_of(request.viewer, request_id))
