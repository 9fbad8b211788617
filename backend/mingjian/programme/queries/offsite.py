"""Off-site information, as a viewer may see it: the client its own items, the body all of it."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models import TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import in_language
from mingjian.programme.models import (
    AnalysisNote,
    AuditCase,
    InformationItem,
    InformationReview,
    ItemState,
    PriorFact,
)
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.risks import latest, rows_of
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.sealed_answers import opened_answer
from mingjian.programme.rules.case_states import CLOSED, CaseState
from mingjian.programme.rules.packs import Pack

CHECKLIST = "information-checklist"
UNFINISHED = (ItemState.OPEN, ItemState.REQUESTED)


def checklist_pack(viewer: Viewer) -> Pack:
    return pack(viewer, CHECKLIST)


def entries_for(of: Pack, case: AuditCase) -> Iterator[Mapping[str, Any]]:
    """Entries of the checklist that concern a case: its schemes, its kind of audit."""
    for entry in of.parameters["checklist"]:
        fits_scheme = not entry["schemes"] or set(entry["schemes"]) & set(case.schemes)
        if fits_scheme and (not entry["kinds"] or case.kind in entry["kinds"]):
            yield entry


def items_of(case: AuditCase) -> QuerySet[InformationItem]:
    """The case's items in the order in which they were laid out."""
    return case.information.order_by("place", "id")


def item_case(item_id: UUID) -> UUID:
    return _case_of(InformationItem.objects.filter(id=item_id))


def fact_case(fact_id: UUID) -> UUID:
    return _case_of(PriorFact.objects.filter(id=fact_id, removed_at=None))


def note_case(note_id: UUID) -> UUID:
    return _case_of(AnalysisNote.objects.filter(id=note_id, removed_at=None))


def review_of(case: AuditCase) -> InformationReview | None:
    return InformationReview.objects.filter(case=case).first()


def awaited(viewer: Viewer) -> QuerySet[InformationItem]:
    """Items that a client was asked for and has not answered."""
    mine = cases(viewer, state="open").order_by()
    rows = InformationItem.objects.filter(case__in=mine, state=ItemState.REQUESTED)
    return rows.select_related("case__client").order_by("due_on", "id")


def due_for_reminder(viewer: Viewer) -> QuerySet[InformationItem]:
    """Items of the viewer's body that are nearly due or overdue, reminded of never yet."""
    ahead = timedelta(days=checklist_pack(viewer).parameters["remind_days"])
    rows = InformationItem.objects.filter(
        owner_id=viewer.tenant_id,
        state=ItemState.REQUESTED,
        due_on__lte=clock.today(own_tenant(viewer).zone) + ahead,
        reminded_on=None,
    )
    open_ones = rows.exclude(case__state__in=CLOSED | {CaseState.POSTPONED})
    return open_ones.order_by("case_id", "due_on", "id")


def information_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """Everything collected; a client sees what it is asked for and has answered."""
    is_client = viewer.tenant_kind == TenantKind.CLIENT
    rows = items_of(case)
    review = review_of(case)
    shown = rows.filter(asked_of="client").exclude(state=ItemState.OPEN) if is_client else rows
    return {
        "is_laid_out": review is not None,
        "items": [item_view(row) for row in shown],
        "facts": [] if is_client else [fact_view(row) for row in _facts(case)],
        "notes": [] if is_client else _notes(case),
        "earlier": [] if is_client else _earlier(viewer, case),
        "request_days": 0 if is_client else checklist_pack(viewer).parameters["request_days"],
        "review": review_view(review) if review and not is_client else None,
    }


def item_view(row: InformationItem) -> dict[str, Any]:
    names = (
        "id",
        "code",
        "asked_of",
        "state",
        "due_on",
        "by_vault",
        "answered_at",
        "answered_by",
        "not_needed_reason",
        "version",
    )
    return {
        **{name: getattr(row, name) for name in names},
        **opened_answer(row),
        "title": in_language((row.title, row.title_en or row.title)),
        "hint": in_language((row.hint, row.hint_en or row.hint)),
    }


def fact_view(row: PriorFact) -> dict[str, Any]:
    names = ("id", "kind", "source", "seen_on", "statement", "link", "is_open", "version")
    return {name: getattr(row, name) for name in names}


def review_view(row: InformationReview) -> dict[str, Any]:
    names = ("conclusion", "completed_at", "completed_by", "version")
    return {name: getattr(row, name) for name in names}


def note_view(row: AnalysisNote, risks: Mapping[UUID, str]) -> dict[str, Any]:
    names = (
        "id",
        "item_id",
        "fact_id",
        "text",
        "consequence",
        "hint",
        "risk_line",
        "author_name",
        "created_at",
        "version",
    )
    risk = risks.get(row.risk_line, "") if row.risk_line else ""
    return {**{name: getattr(row, name) for name in names}, "risk": risk}


def risk_texts(case: AuditCase) -> dict[UUID, str]:
    """Rows of the newest matrix, by their line."""
    matrix = latest(case)
    return dict(rows_of(matrix).values_list("line", "text")) if matrix else {}


def _notes(case: AuditCase) -> list[dict[str, Any]]:
    risks = risk_texts(case)
    rows = case.analysis_notes.filter(removed_at=None).order_by("created_at", "id")
    return [note_view(row, risks) for row in rows]


def _facts(case: AuditCase) -> QuerySet[PriorFact]:
    return case.prior_facts.filter(removed_at=None).order_by("-kind", "created_at", "id")


def _earlier(viewer: Viewer, case: AuditCase) -> list[dict[str, Any]]:
    """Other audits of the client that the viewer may see, the latest first."""
    others = cases(viewer, client_id=case.client_id).exclude(id=case.id)
    held = others.exclude(starts_on=None).order_by("-starts_on")
    names = ("id", "number", "kind", "sequence", "mode", "state", "starts_on", "ends_on")
    return [{name: getattr(row, name) for name in names} for row in held[:20]]


def _case_of(rows: QuerySet[Any]) -> UUID:
    found = rows.values_list("case_id", flat=True).first()
    if found is None:
        raise NotFound
    return UUID(str(found))
