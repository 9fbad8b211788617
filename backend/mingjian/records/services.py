"""Writing down, revising, withdrawing: each a new row, acknowledged once it is journalled."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.queries.items import items
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted, Stale
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.programme.models import AuditCase, CaseQuestion
from mingjian.programme.queries.checklists import case_questions
from mingjian.programme.services.cases import locked_case
from mingjian.records.errors import (
    AnsweredError,
    ForeignEvidenceError,
    ForeignQuestionError,
    NothingWrittenError,
    WithdrawnError,
)
from mingjian.records.models import Citation, RecordEntry
from mingjian.records.queries import TEXTS, entries, entry_of, entry_view


def write_entry(
    *, viewer: Viewer, case_id: UUID, question_id: UUID | None, values: Mapping[str, Any]
) -> RecordEntry:
    """A new note, or the one answer to a question of the checklist."""
    _check_written(values)
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        question = _question(case, question_id)
        if question:
            _check_unanswered(case, question)
        row = _new(viewer, case, values)
        row.thread, row.question = row.id, question
        if question:
            row.line, row.clauses = question.line, question.clauses
        return _keep(viewer, row, values, "entry.written")


def revise_entry(
    *, viewer: Viewer, thread: UUID, revision: int, values: Mapping[str, Any]
) -> RecordEntry:
    """A new version that follows ``revision``; whoever comes second is told (409)."""
    _check_written(values)
    with transaction.atomic():
        before = _locked_latest(viewer, thread, revision)
        row = _follow(viewer, before, values)
        return _keep(viewer, row, values, "entry.revised")


def withdraw_entry(*, viewer: Viewer, thread: UUID, revision: int, reason: str) -> RecordEntry:
    """Take an entry back, with a reason; what was written stays readable in its history."""
    with transaction.atomic():
        before = _locked_latest(viewer, thread, revision)
        view = entry_view(before)
        values = {
            "text": view["text"],
            "verdict": before.verdict,
            "clauses": before.clauses,
            "line": before.line,
            "evidence": [each["id"] for each in view["evidence"]],
        }
        row = _follow(viewer, before, values)
        row.withdrawn_reason = reason
        return _keep(viewer, row, values, "entry.withdrawn", reason=reason)


def _new(viewer: Viewer, case: AuditCase, values: Mapping[str, Any]) -> RecordEntry:
    if viewer.person_id is None:
        raise NotPermitted
    return RecordEntry(
        id=uuid7(),
        owner_id=case.owner_id,
        case=case,
        line=values.get("line"),
        clauses=list(values.get("clauses", ())),
        verdict=values.get("verdict", ""),
        author_id=viewer.person_id,
        author_name=name_of(viewer),
    )


def _follow(viewer: Viewer, before: RecordEntry, values: Mapping[str, Any]) -> RecordEntry:
    row = _new(viewer, before.case, values)
    row.thread, row.revision = before.thread, before.revision + 1
    row.question = before.question
    if before.question:
        row.line, row.clauses = before.line, before.clauses
    return row


def _keep(
    viewer: Viewer, row: RecordEntry, values: Mapping[str, Any], action: str, reason: str = ""
) -> RecordEntry:
    texts = {"text": values.get("text", "")}
    row.sealed = sealed_texts(row.owner_id, row.case_id, row.id, TEXTS, texts)
    row.save(force_insert=True)
    for place, item in enumerate(_cited(viewer, row.case, values.get("evidence", ()))):
        cited = Citation(owner_id=row.owner_id, entry=row, item=item, place=place)
        cited.save(force_insert=True)
        record(viewer, "entry.cited", cited)
    record(viewer, action, row, reason=reason)
    return row


def _cited(viewer: Viewer, case: AuditCase, wanted: Sequence[UUID]) -> list[EvidenceItem]:
    found = {row.id: row for row in items(viewer, case).filter(id__in=wanted)}
    if set(wanted) - set(found):
        raise ForeignEvidenceError
    return [found[item_id] for item_id in dict.fromkeys(wanted)]


def _locked_latest(viewer: Viewer, thread: UUID, revision: int) -> RecordEntry:
    """The latest version, if the writer began with it; the case's lock orders the writers."""
    found = entry_of(viewer, thread)
    locked_case(viewer, found.case_id)
    latest = entry_of(viewer, thread)
    if latest.withdrawn_reason:
        raise WithdrawnError
    if latest.revision != revision:
        raise Stale(changed_by=latest.author_name, current=entry_view(latest))
    return latest


def _question(case: AuditCase, question_id: UUID | None) -> CaseQuestion | None:
    if question_id is None:
        return None
    found = case_questions(case).filter(id=question_id).first()
    if found is None:
        raise ForeignQuestionError
    return found


def _check_unanswered(case: AuditCase, question: CaseQuestion) -> None:
    earlier = entries(case).filter(question=question, withdrawn_reason="").first()
    if earlier:
        raise AnsweredError(author=earlier.author_name)


def _check_written(values: Mapping[str, Any]) -> None:
    if not values.get("text", "").strip() and not values.get("verdict"):
        raise NothingWrittenError
