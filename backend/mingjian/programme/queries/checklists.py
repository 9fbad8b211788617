"""The library of questions, and the checklist of one audit."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import in_language
from mingjian.programme.models import (
    AuditCase,
    CaseQuestion,
    PlanItem,
    Question,
)
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.plans import items_of, plan_of
from mingjian.programme.rules.clauses import MARK, covers, required

SORTABLE = {"text": "text", "version": "version", "created_at": "created_at"}
CASE_SORTABLE = {"text": "text", "origin": "origin"}


def questions(
    viewer: Viewer, *, search: str = "", scheme: str = "", with_retired: bool = False
) -> QuerySet[Question]:
    """The own body's library."""
    rows = Question.objects.filter(owner_id=viewer.tenant_id)
    if not with_retired:
        rows = rows.filter(is_active=True)
    if search:
        rows = rows.filter(Q(text__icontains=search) | Q(text_en__icontains=search))
    if scheme:
        rows = rows.filter(id__in=[row.id for row in rows if _is_of(row.clauses, scheme)])
    return rows.order_by("created_at", "id")


def question_of(viewer: Viewer, question_id: UUID) -> Question:
    row = questions(viewer, with_retired=True).filter(id=question_id).first()
    if row is None:
        raise NotFound
    return row


def question_view(row: Question) -> dict[str, Any]:
    names = ("id", "text", "text_en", "guidance", "clauses", "is_active", "version")
    return {name: getattr(row, name) for name in names}


def case_questions(case: AuditCase, *, search: str = "") -> QuerySet[CaseQuestion]:
    """What is asked in one audit, in the order in which it was chosen."""
    rows = CaseQuestion.objects.filter(case=case)
    if search:
        rows = rows.filter(Q(text__icontains=search) | Q(text_en__icontains=search))
    return rows.order_by("created_at", "id")


def case_question_of(viewer: Viewer, question_id: UUID) -> CaseQuestion | None:
    rows = CaseQuestion.objects.filter(owner_id__in=viewer.owners, id=question_id)
    return rows.select_related("case").first()


def case_question_view(row: CaseQuestion) -> dict[str, Any]:
    names = (
        "id",
        "question_id",
        "question_version",
        "origin",
        "guidance",
        "clauses",
        "line",
        "member",
        "preparation",
        "version",
    )
    return {
        **{name: getattr(row, name) for name in names},
        "text": in_language((row.text, row.text_en or row.text)),
    }


def checklist_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    """Questions with the plan's lines and the team they are given to, and what each standard
    gets from them."""
    rows = list(case_questions(case))
    plan = plan_of(viewer, case)
    lines = [item for item in items_of(plan) if item.clauses] if plan else []
    return {
        "questions": [case_question_view(row) for row in rows],
        "lines": [_line_view(item) for item in lines],
        "members": [
            {"id": member.id, "name": member.person.name, "role": member.role}
            for member in team_of(case)
        ],
        "standards": [_standard_view(case, scheme, rows) for scheme in case.schemes],
        "prepared": sum(1 for row in rows if row.preparation),
    }


def _line_view(item: PlanItem) -> dict[str, Any]:
    names = ("line", "title", "local_start", "local_end", "clauses")
    return {name: getattr(item, name) for name in names}


def _standard_view(case: AuditCase, scheme: str, rows: Iterable[CaseQuestion]) -> dict[str, Any]:
    """How many of the clauses that the audit covers at least have a question."""
    asked = {each["clause"] for row in rows for each in row.clauses if each["scheme"] == scheme}
    wanted = required(scheme, case.kind)
    lacking = [each for each in wanted if not any(covers(code, each.code) for code in asked)]
    return {
        "scheme": scheme,
        "questions": sum(1 for row in rows if _is_of(row.clauses, scheme)),
        "clauses": len(wanted),
        "lacking": [str(each.title) if each.code == MARK else each.code for each in lacking],
    }


def _is_of(clauses: Iterable[dict[str, str]], scheme: str) -> bool:
    return any(each["scheme"] == scheme for each in clauses)
