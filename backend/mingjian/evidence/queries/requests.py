"""Evidence requests, as a viewer may see them."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from mingjian.evidence.models import (
    EvidenceRequest,
    RequestAnswer,
    RequestMessage,
    RequestRefusal,
    RequestState,
)
from mingjian.evidence.queries.document_checks import checks_of
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.rules.requests import OPEN, OWED, Dates, date_notes
from mingjian.identity.models import Tenant, TenantKind
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.keys.sealed_texts import opened_texts, sealed_texts
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases

TEXTS, REFUSAL, MESSAGE = "evidence.request", "evidence.refusal", "evidence.message"
"""The purposes under which each table's texts are sealed."""

SORTABLE = {
    "number": "number",
    "state": "state",
    "phase": "phase",
    "due_at": "due_at",
    "asked_at": "asked_at",
    "asked_name": "asked_name",
}


def requests(viewer: Viewer, case: AuditCase) -> QuerySet[EvidenceRequest]:
    """Requests of a case that the viewer reaches, the latest first."""
    return visible(viewer).filter(case=case)


def visible(viewer: Viewer) -> QuerySet[EvidenceRequest]:
    """Every request that the viewer reaches; an expert those whose answers were assigned.

    A guest of the client sees none: asking goes through the coordinator.
    """
    mine = cases(viewer).order_by()
    rows = EvidenceRequest.objects.filter(case__in=mine)
    if viewer.role == "TE":
        people = filter(None, [viewer.person_id])
        rows = rows.filter(answers__item__assignments__person_id__in=people).distinct()
    if viewer.role == "CG":
        rows = rows.none()
    return rows.select_related("case__client", "site", "plan_item").order_by("-number")


def narrowed(
    rows: QuerySet[EvidenceRequest],
    *,
    state: str = "",
    phase: str = "",
    scheme: str = "",
    clause: str = "",
    due: str = "",
    source: str = "",
    search: str = "",
) -> QuerySet[EvidenceRequest]:
    """``state`` is one or ``open``; ``due`` is ``overdue``; ``clause`` takes what lies below it;
    ``source`` names one or several, with commas between."""
    if state == "open":
        rows = rows.filter(state__in=OPEN)
    elif state:
        rows = rows.filter(state=state)
    if phase:
        rows = rows.filter(phase=phase)
    if source:
        rows = rows.filter(source__in=source.split(","))
    if due == "overdue":
        rows = rows.filter(state__in=OWED, due_at__lt=clock.now())
    if scheme or clause:
        rows = rows.filter(id__in=list(_about(rows, scheme, clause)))
    if search:
        rows = rows.filter(id__in=list(_saying(rows, search)))
    return rows


def listed(rows: QuerySet[EvidenceRequest]) -> QuerySet[EvidenceRequest]:
    """``rows`` with whatever :func:`request_view` counts, read once for a whole page."""
    messages = Prefetch("messages", RequestMessage.objects.defer("sealed"))
    return rows.prefetch_related("answers", "refusals", "readings", messages)


def request_of(viewer: Viewer, request_id: UUID) -> EvidenceRequest:
    """One request the viewer reaches; 404 otherwise."""
    row = visible(viewer).filter(id=request_id).first()
    if row is None:
        raise NotFound
    return row


def words_of(row: EvidenceRequest) -> dict[str, Any]:
    """What is asked, and why it was returned or withdrawn; empty once the key is gone."""
    return opened_texts(row.owner_id, row.case_id, row.id, TEXTS, row.sealed)


def sealed_words(row: EvidenceRequest, words: Mapping[str, Any]) -> str:
    return sealed_texts(row.owner_id, row.case_id, row.id, TEXTS, words)


def refusal_words(row: RequestRefusal) -> dict[str, Any]:
    """The client's text and the lead auditor's ruling."""
    return opened_texts(row.owner_id, row.request.case_id, row.id, REFUSAL, row.sealed)


def sealed_refusal(row: RequestRefusal, words: Mapping[str, Any]) -> str:
    return sealed_texts(row.owner_id, row.request.case_id, row.id, REFUSAL, words)


def sealed_message(row: RequestMessage, text: str) -> str:
    case_id = row.request.case_id
    return sealed_texts(row.owner_id, case_id, row.id, MESSAGE, {"text": text})


def zone_of(row: EvidenceRequest) -> str:
    """In which its times are told: that of its place, else the body's."""
    if row.plan_item:
        return row.plan_item.zone
    if row.site:
        return row.site.zone
    return str(Tenant.objects.values_list("zone", flat=True).get(id=row.owner_id))


def request_view(viewer: Viewer, row: EvidenceRequest) -> dict[str, Any]:
    """A request as a line of a list."""
    names = (
        "id",
        "case_id",
        "code",
        "phase",
        "state",
        "clauses",
        "plan_item_id",
        "site_id",
        "asked_name",
        "asked_at",
        "due_at",
        "is_short",
        "source",
        "source_id",
        "provided_at",
        "settled_at",
        "settled_by",
        "version",
    )
    words = words_of(row)
    return {
        **{name: getattr(row, name) for name in names},
        "what": words.get("what", ""),
        "returned": words.get("returned", "") if row.state == RequestState.RETURNED else "",
        "plan_item": row.plan_item.title if row.plan_item else "",
        "site": row.site.name if row.site else "",
        "zone": zone_of(row),
        "is_overdue": row.state in OWED and row.due_at < clock.now(),
        "answer_count": row.answers.count(),
        "refusal_count": row.refusals.count(),
        "unread": unread(viewer, row),
    }


def whole_view(viewer: Viewer, row: EvidenceRequest) -> dict[str, Any]:
    """A request with its answers, refusals and conversation."""
    words = words_of(row)
    return {
        **request_view(viewer, row),
        "accepted": words.get("accepted", ""),
        "withdrawn": words.get("withdrawn", ""),
        "answers": [_answer_view(row, each) for each in answers_of(viewer, row)],
        "refusals": [_refusal_view(each) for each in row.refusals.order_by("refused_at", "id")],
        "messages": [_message_view(each) for each in row.messages.order_by("sent_at", "id")],
    }


def answers_of(viewer: Viewer, row: EvidenceRequest) -> QuerySet[RequestAnswer]:
    """What was handed over; an expert sees what was assigned."""
    found = row.answers.select_related("item__case")
    if viewer.role == "TE":
        people = filter(None, [viewer.person_id])
        found = found.filter(item__assignments__person_id__in=people)
    return found.order_by("given_at", "id")


def unread(viewer: Viewer, row: EvidenceRequest) -> int:
    """How many messages of the other side came since the viewer last looked."""
    is_client = viewer.tenant_kind == TenantKind.CLIENT
    mine = [each.read_at for each in row.readings.all() if each.person_id == viewer.person_id]
    others = (each for each in row.messages.all() if each.is_from_client != is_client)
    return sum(1 for each in others if not mine or each.sent_at > mine[0])


def _answer_view(request: EvidenceRequest, row: RequestAnswer) -> dict[str, Any]:
    item = row.item
    names = "code", "state", "media_type", "size", "sha256", "effective_on", "received_at"
    return {
        **{name: getattr(item, name) for name in names},
        "item_id": item.id,
        "edition": item.edition,
        "name": name_of_item(item),
        "provided_name": item.provided_name,
        "given_at": row.given_at,
        "is_readable": item.state == "held",
        "date_notes": date_notes(
            Dates(
                asked_at=request.asked_at,
                due_at=request.due_at,
                received_at=item.received_at,
                effective_on=item.effective_on,
                audit_ends_on=request.case.ends_on,
                zone=zone_of(request),
            )
        ),
        "checks": checks_of(item),
    }


def _refusal_view(row: RequestRefusal) -> dict[str, Any]:
    names = "id", "ground", "refused_by", "refused_at", "ruling", "ruled_by", "ruled_at"
    words = refusal_words(row)
    return {
        **{name: getattr(row, name) for name in names},
        "text": words.get("text", ""),
        "ruling_text": words.get("ruling", ""),
    }


def _message_view(row: RequestMessage) -> dict[str, Any]:
    names = "id", "author_name", "is_from_client", "sent_at"
    words = opened_texts(row.owner_id, row.request.case_id, row.id, MESSAGE, row.sealed)
    return {**{name: getattr(row, name) for name in names}, "text": words.get("text", "")}


def _about(rows: QuerySet[EvidenceRequest], scheme: str, clause: str) -> Iterator[UUID]:
    """``8.5`` finds ``8.5.1`` as well; clauses are JSON, which no database searches alike."""
    for row_id, clauses in rows.values_list("id", "clauses"):
        for each in clauses:
            below = each["clause"] == clause or each["clause"].startswith(f"{clause}.")
            if scheme in {"", each["scheme"]} and (below or not clause):
                yield row_id
                break


def _saying(rows: QuerySet[EvidenceRequest], text: str) -> Iterator[UUID]:
    """What was asked is sealed, so the requests of an audit are opened one by one."""
    wanted = text.casefold()
    for row in rows.iterator():
        searched = [row.code, row.asked_name, words_of(row).get("what", "")]
        searched += [clause["clause"] for clause in row.clauses]
        if any(wanted in each.casefold() for each in searched):
            yield row.id
