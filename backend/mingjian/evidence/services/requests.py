"""Evidence requests: asked, handed over, accepted or returned, withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.requests import (
    NothingHandedOverError,
    RequestDueError,
    RequestStateError,
)
from mingjian.evidence.events import EvidenceAsked, EvidenceProvided
from mingjian.evidence.models import (
    EvidenceItem,
    EvidenceRequest,
    RequestAnswer,
    RequestPhase,
    RequestState,
)
from mingjian.evidence.queries.items import items
from mingjian.evidence.queries.numbers import next_number
from mingjian.evidence.queries.places import checked_plan_item, checked_site
from mingjian.evidence.queries.requests import request_of, request_view, sealed_words, words_of
from mingjian.evidence.rules.requests import OPEN, OWED, PROVIDABLE
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_for_process
from mingjian.programme.rules.case_states import BEFORE_OPENING, DURING
from mingjian.programme.services.cases import locked_case

PLACE = {"plan_item_id": checked_plan_item, "site_id": checked_site}


def ask(
    *,
    viewer: Viewer,
    case_id: UUID,
    what: str,
    due_at: datetime,
    phase: str = "",
    source: str = "",
    source_id: UUID | None = None,
    **values: Any,
) -> EvidenceRequest:
    """Ask the client for something; its coordinator is written to soon after.

    ``values``: ``clauses``, ``plan_item_id``, ``site_id``, ``is_short``. Without a ``phase`` it
    is the one that the audit is in; ``source`` says of what the request came.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if due_at <= clock.now():
            raise RequestDueError
        row = EvidenceRequest(
            owner_id=case.owner_id,
            case=case,
            number=next_number(EvidenceRequest.objects.filter(case=case)),
            phase=phase or phase_of(case),
            asked_by_id=viewer.person_id,
            asked_name=name_of(viewer),
            due_at=due_at,
            source=source,
            source_id=source_id,
            changed_by=name_of(viewer),
        )
        for name, value in _checked(case, values).items():
            setattr(row, name, value)
        row.sealed = sealed_words(row, {"what": what})
        row.save(force_insert=True)
        announce(EvidenceAsked(owner_id=row.owner_id, case_id=case.id, request_id=row.id))
        record(viewer, "request.asked", row)
    return row


def change_request(
    *, viewer: Viewer, request_id: UUID, version: int, values: Mapping[str, Any]
) -> EvidenceRequest:
    """Say better what is wanted, or give more time, as long as it is open."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, OPEN)
        given = _checked(row.case, {k: v for k, v in values.items() if k != "what"})
        if "due_at" in given:
            if given["due_at"] <= clock.now():
                raise RequestDueError
            given |= {"reminded_at": None, "warned_at": None}
        if "what" in values:
            given["sealed"] = sealed_words(row, words_of(row) | {"what": values["what"]})
        before = move_request(viewer, row, version, given)
        record(viewer, "request.changed", row, before=before)
    return row


def hand_over(*, viewer: Viewer, request_id: UUID, item_ids: Sequence[UUID]) -> EvidenceRequest:
    """These items answer the request; adding to an answer never conflicts with anything."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, PROVIDABLE)
        known = items(viewer, row.case).filter(id__in=item_ids).order_by("number")
        found = list(known)
        if not found or len(found) != len(set(item_ids)):
            raise NothingHandedOverError
        answer_with(viewer, row, found)
    return row


def hand_over_sealed(*, viewer: Viewer, item: EvidenceItem, request_id: UUID) -> None:
    """What was uploaded for a request answers it, also where the browser was closed too soon."""
    with transaction.atomic():
        case = case_for_process(viewer, item.case_id)
        rows = EvidenceRequest.objects.select_for_update(of=("self",))
        row = rows.filter(id=request_id, case=case, state__in=PROVIDABLE).first()
        if row is not None:
            answer_with(viewer, row, [item])


def answer_with(viewer: Viewer, row: EvidenceRequest, found: Sequence[EvidenceItem]) -> None:
    """Link items to a locked request; those that answer it already stay as they are."""
    known = set(row.answers.values_list("item_id", flat=True))
    new = [item for item in found if item.id not in known]
    if not new and row.state == RequestState.PROVIDED:
        return
    for item in new:
        given_by = item.provided_name or name_of(viewer)
        answer = RequestAnswer(owner_id=row.owner_id, request=row, item=item, given_by=given_by)
        answer.save(force_insert=True)
        record(viewer, "request.answered", answer)
    given = {"state": RequestState.PROVIDED, "provided_at": clock.now()}
    before = move_request(viewer, row, row.version, given)
    announce(EvidenceProvided(owner_id=row.owner_id, case_id=row.case_id, request_id=row.id))
    record(viewer, "request.provided", row, before=before)


def accept_answer(
    *, viewer: Viewer, request_id: UUID, version: int, note: str = ""
) -> EvidenceRequest:
    """What was handed over is what was asked for."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, frozenset({RequestState.PROVIDED}))
        before = _settle(viewer, row, version, RequestState.ACCEPTED, {"accepted": note})
        record(viewer, "request.accepted", row, before=before)
    return row


def return_answer(
    *, viewer: Viewer, request_id: UUID, version: int, reason: str
) -> EvidenceRequest:
    """It is not what was asked for; the client provides again."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, frozenset({RequestState.PROVIDED}))
        sealed = sealed_words(row, words_of(row) | {"returned": reason})
        given = {"state": RequestState.RETURNED, "sealed": sealed, "reminded_at": None}
        before = move_request(viewer, row, version, given)
        record(viewer, "request.returned", row, before=before)
    return row


def withdraw_request(
    *, viewer: Viewer, request_id: UUID, version: int, reason: str
) -> EvidenceRequest:
    """It is no longer needed, and why; a refusal is ruled on instead, and stays counted."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, OWED | {RequestState.PROVIDED})
        before = _settle(viewer, row, version, RequestState.WITHDRAWN, {"withdrawn": reason})
        record(viewer, "request.withdrawn", row, before=before)
    return row


def locked_request(
    viewer: Viewer, request_id: UUID, states: frozenset[str] = OPEN
) -> EvidenceRequest:
    """A request in one of these states, in an audit that still runs, locked."""
    case = locked_case(viewer, request_of(viewer, request_id).case_id)
    rows = EvidenceRequest.objects.select_for_update(of=("self",))
    row = rows.select_related("plan_item", "site").get(id=request_id)
    row.case = case
    if row.state not in states:
        raise RequestStateError(state=row.get_state_display())
    return row


def move_request(
    viewer: Viewer, row: EvidenceRequest, version: int, values: Mapping[str, Any]
) -> bytes:
    """Set ``values`` on a locked request that is still at ``version``; its digest from before."""

    def shown(stale: EvidenceRequest) -> dict[str, Any]:
        return request_view(viewer, stale)

    return change(row, viewer=viewer, version=version, values=values, view=shown)


def phase_of(case: AuditCase) -> str:
    """The phase that a request made now belongs to."""
    if case.state in BEFORE_OPENING:
        return RequestPhase.BEFORE
    return RequestPhase.DURING if case.state in DURING else RequestPhase.AFTER


def _settle(
    viewer: Viewer, row: EvidenceRequest, version: int, state: str, words: dict[str, str]
) -> bytes:
    given = {
        "state": state,
        "sealed": sealed_words(row, words_of(row) | words),
        "settled_at": clock.now(),
        "settled_by": name_of(viewer),
    }
    return move_request(viewer, row, version, given)


def _checked(case: AuditCase, values: Mapping[str, Any]) -> dict[str, Any]:
    given = dict(values)
    for name, check in PLACE.items():
        if name in given:
            given[name] = check(case, given[name])
    if "clauses" in given:
        given["clauses"] = [dict(clause) for clause in given["clauses"] or ()]
    return given
