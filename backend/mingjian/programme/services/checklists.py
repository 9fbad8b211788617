"""The library of questions, and what of it is asked in one audit."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.checklists import (
    NothingToAskError,
    QuestionLineError,
    QuestionMemberError,
)
from mingjian.programme.models import (
    AuditCase,
    CaseQuestion,
    PlanItem,
    Question,
    QuestionOrigin,
)
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.checklists import (
    case_question_of,
    case_question_view,
    case_questions,
    question_of,
    question_view,
    questions,
)
from mingjian.programme.queries.plans import items_of, plan_of
from mingjian.programme.rules.plan_checks.draft import AUDITORS
from mingjian.programme.rules.questions import checked_clauses, touches
from mingjian.programme.services.cases import locked_case


def add_question(*, viewer: Viewer, values: Mapping[str, Any]) -> Question:
    """One more question of the body's library."""
    question = Question(owner_id=viewer.tenant_id, changed_by=name_of(viewer), **_checked(values))
    with transaction.atomic():
        question.save(force_insert=True)
        record(viewer, "question.added", question)
    return question


def update_question(
    *, viewer: Viewer, question_id: UUID, version: int, values: Mapping[str, Any]
) -> Question:
    """A new version of a question; audits keep the words in which they chose it."""
    new = _checked(values)
    with transaction.atomic():
        found = question_of(viewer, question_id)
        question = Question.objects.select_for_update().get(id=found.id)
        before = change(question, viewer=viewer, version=version, values=new, view=question_view)
        record(viewer, "question.changed", question, before=before)
    return question


def choose_questions(*, viewer: Viewer, case_id: UUID) -> list[CaseQuestion]:
    """Every question of the library that the plan's clauses call for and that is not there yet:
    each once, under the first item it belongs to, given to an auditor of it."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        chosen = set(case_questions(case).values_list("question_id", flat=True))
        items = _planned(viewer, case)
        rows = [
            _chosen(viewer, case, question, item)
            for question in questions(viewer)
            if question.id not in chosen
            and (item := next((i for i in items if touches(question.clauses, i.clauses)), None))
        ]
        if not rows:
            raise NothingToAskError
        for row in rows:
            row.save(force_insert=True)
            record(viewer, "checklist.question_chosen", row)
    return rows


def add_case_question(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> CaseQuestion:
    """A question of this audit alone, or an open nonconformity of the last one."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        row = CaseQuestion(owner_id=case.owner_id, case=case, origin=QuestionOrigin.OWN)
        for name, value in _placed(viewer, case, _checked(values)).items():
            setattr(row, name, value)
        row.changed_by = name_of(viewer)
        row.save(force_insert=True)
        record(viewer, "checklist.question_added", row)
    return row


def update_case_question(
    *, viewer: Viewer, question_id: UUID, version: int, values: Mapping[str, Any]
) -> CaseQuestion:
    """Prepare a question: notes, the item it is asked under, who asks it."""
    with transaction.atomic():
        row = _locked(viewer, question_id)
        new = _placed(viewer, row.case, _checked(values))
        before = change(row, viewer=viewer, version=version, values=new, view=case_question_view)
        record(viewer, "checklist.question_prepared", row, before=before)
    return row


def remove_case_question(*, viewer: Viewer, question_id: UUID, version: int) -> None:
    """It is not asked in this audit; the library keeps it."""
    with transaction.atomic():
        row = _locked(viewer, question_id)
        before = change(row, viewer=viewer, version=version, values={}, view=case_question_view)
        CaseQuestion.objects.filter(id=row.id).delete()
        record(viewer, "checklist.question_removed", row, before=before, removed=True)


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    if "clauses" in checked:
        checked["clauses"] = checked_clauses(checked["clauses"])
    return checked


def _placed(viewer: Viewer, case: AuditCase, values: dict[str, Any]) -> dict[str, Any]:
    """The entries, if the plan has the line and the team the member."""
    if values.get("line") and values["line"] not in {each.line for each in _planned(viewer, case)}:
        raise QuestionLineError
    if values.get("member") and values["member"] not in {each.id for each in team_of(case)}:
        raise QuestionMemberError
    return values


def _planned(viewer: Viewer, case: AuditCase) -> list[PlanItem]:
    plan = plan_of(viewer, case)
    return list(items_of(plan)) if plan else []


def _chosen(viewer: Viewer, case: AuditCase, question: Question, item: PlanItem) -> CaseQuestion:
    schemes = set(case.schemes)
    return CaseQuestion(
        owner_id=case.owner_id,
        case=case,
        question=question,
        question_version=question.version,
        text=question.text,
        text_en=question.text_en,
        guidance=question.guidance,
        clauses=[each for each in question.clauses if each["scheme"] in schemes],
        line=item.line,
        member=_auditor(case, item.members),
        changed_by=name_of(viewer),
    )


def _auditor(case: AuditCase, members: Iterable[str]) -> UUID | None:
    wanted = set(members)
    auditors = (each.id for each in team_of(case) if each.role in AUDITORS)
    return next((each for each in auditors if str(each) in wanted), None)


def _locked(viewer: Viewer, question_id: UUID) -> CaseQuestion:
    found = case_question_of(viewer, question_id)
    if found is None:
        raise NotFound
    locked_case(viewer, found.case_id)
    rows = CaseQuestion.objects.select_for_update(of=("self",)).select_related("case")
    return rows.get(id=question_id)
