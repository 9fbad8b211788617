"""What is known from elsewhere, and what follows from all of it for the risks and the plan."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.offsite import NoteTargetError
from mingjian.programme.models import AnalysisNote, AuditCase, PriorFact, RiskRow
from mingjian.programme.queries.offsite import fact_view, items_of, note_view, risk_texts
from mingjian.programme.services.cases import locked_case
from mingjian.programme.services.risk_rows import add_row

RISK, PLAN = "risk", "plan"
LONGEST_RISK = 1000


def add_fact(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> PriorFact:
    """From a public register, or from an earlier audit: source, day seen, what it says."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        fact = PriorFact(owner_id=case.owner_id, case=case, changed_by=name_of(viewer), **values)
        fact.save(force_insert=True)
        record(viewer, "information.fact_added", fact)
    return fact


def update_fact(
    *, viewer: Viewer, case_id: UUID, fact_id: UUID, version: int, values: Mapping[str, Any]
) -> PriorFact:
    with transaction.atomic():
        fact = _fact(locked_case(viewer, case_id), fact_id)
        before = change(fact, viewer=viewer, version=version, values=values, view=fact_view)
        record(viewer, "information.fact_changed", fact, before=before)
    return fact


def remove_fact(*, viewer: Viewer, case_id: UUID, fact_id: UUID, version: int) -> PriorFact:
    with transaction.atomic():
        fact = _fact(locked_case(viewer, case_id), fact_id)
        values = {"removed_at": clock.now()}
        before = change(fact, viewer=viewer, version=version, values=values, view=fact_view)
        record(viewer, "information.fact_removed", fact, before=before)
    return fact


def add_note(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> AnalysisNote:
    """What follows from an item, from a fact, or from all of it together."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        _check_target(case, values)
        author = name_of(viewer)
        note = AnalysisNote(owner_id=case.owner_id, case=case, author_name=author, **values)
        note.changed_by = author
        note.save(force_insert=True)
        record(viewer, "information.noted", note)
    return note


def remove_note(*, viewer: Viewer, case_id: UUID, note_id: UUID, version: int) -> AnalysisNote:
    """The risk that came of it stays."""
    with transaction.atomic():
        note = _note(locked_case(viewer, case_id), note_id)
        before = _change(viewer, note, version, {"removed_at": clock.now()})
        record(viewer, "information.note_removed", note, before=before)
    return note


def risk_from_note(
    *, viewer: Viewer, case_id: UUID, note_id: UUID, version: int, values: Mapping[str, Any]
) -> RiskRow:
    """A row of the draft matrix in the note's words, each linked to the other."""
    with transaction.atomic():
        note = _note(locked_case(viewer, case_id), note_id)
        given = {"text": note.text[:LONGEST_RISK], **values}
        row = add_row(viewer=viewer, case_id=case_id, values=given)
        before = _change(viewer, note, version, {"consequence": RISK, "risk_line": row.line})
        record(viewer, "information.risk_raised", note, before=before)
    return row


def hint_from_note(
    *, viewer: Viewer, case_id: UUID, note_id: UUID, version: int, hint: str
) -> AnalysisNote:
    """What the plan should heed; without words of its own, those of the note."""
    with transaction.atomic():
        note = _note(locked_case(viewer, case_id), note_id)
        values = {"consequence": PLAN, "hint": hint or note.text[:LONGEST_RISK]}
        before = _change(viewer, note, version, values)
        record(viewer, "information.hint_given", note, before=before)
    return note


def _change(viewer: Viewer, note: AnalysisNote, version: int, values: Mapping[str, Any]) -> bytes:
    risks = risk_texts(note.case)
    return change(
        note,
        viewer=viewer,
        version=version,
        values=values,
        view=lambda row: note_view(row, risks),
    )


def _check_target(case: AuditCase, values: Mapping[str, Any]) -> None:
    item_id, fact_id = values.get("item_id"), values.get("fact_id")
    if item_id and not items_of(case).filter(id=item_id).exists():
        raise NoteTargetError
    if fact_id and not case.prior_facts.filter(id=fact_id, removed_at=None).exists():
        raise NoteTargetError


def _fact(case: AuditCase, fact_id: UUID) -> PriorFact:
    rows = PriorFact.objects.select_for_update().filter(id=fact_id, case=case, removed_at=None)
    found = rows.first()
    if found is None:
        raise NotFound
    found.case = case
    return found


def _note(case: AuditCase, note_id: UUID) -> AnalysisNote:
    rows = AnalysisNote.objects.select_for_update().filter(id=note_id, case=case, removed_at=None)
    found = rows.first()
    if found is None:
        raise NotFound
    found.case = case
    return found
