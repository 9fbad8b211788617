"""``/api/programme/cases/{case_id}/checklist``: what is asked in one audit."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.errors import NotFound
from mingjian.kit.excel import workbook_response
from mingjian.programme.access import reach_case
from mingjian.programme.models import QuestionOrigin
from mingjian.programme.queries.checklist_workbook import workbook_of
from mingjian.programme.queries.checklists import (
    case_question_of,
    case_question_view,
    checklist_view,
)
from mingjian.programme.schemas.checklists import (
    CaseQuestionChange,
    CaseQuestionOut,
    ChecklistOut,
    NewCaseQuestion,
)
from mingjian.programme.schemas.forms import Version
from mingjian.programme.services.checklists import (
    add_case_question,
    choose_questions,
    remove_case_question,
    update_case_question,
)

router = Router()


@router.get("/{uuid:case_id}/checklist", response=ChecklistOut)
@requires("checklists", "R")
def read_checklist(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Questions, the plan's lines they belong to, and what each standard gets from them."""
    return checklist_view(request.viewer, reach_case(request, case_id))


@router.get("/{uuid:case_id}/checklist.xlsx")
@requires("checklists", "R")
def export_checklist(request: AuthorisedRequest, case_id: UUID) -> HttpResponse:
    """Each question once, with a column of clauses for every standard."""
    case = reach_case(request, case_id)
    columns, rows = workbook_of(request.viewer, case)
    return workbook_response("检查表", columns, rows)


@router.post("/{uuid:case_id}/checklist/choose", response={201: ChecklistOut})
@requires("checklists", "C")
def choose(request: AuthorisedRequest, case_id: UUID) -> Any:
    """Take from the library whatever the planned clauses call for, each question once."""
    case = reach_case(request, case_id)
    choose_questions(viewer=request.viewer, case_id=case_id)
    return Status(201, checklist_view(request.viewer, case))


@router.post("/{uuid:case_id}/checklist", response={201: CaseQuestionOut})
@requires("checklists", "C")
def add_own(request: AuthorisedRequest, case_id: UUID, new: NewCaseQuestion) -> Any:
    """A question of this audit alone, or an open nonconformity of the last one."""
    reach_case(request, case_id)
    values = new.model_dump(exclude={"is_from_last_audit"})
    values["origin"] = QuestionOrigin.LAST_AUDIT if new.is_from_last_audit else QuestionOrigin.OWN
    row = add_case_question(viewer=request.viewer, case_id=case_id, values=values)
    return Status(201, case_question_view(row))


@router.patch("/checklist/{uuid:case_question_id}", response=CaseQuestionOut)
@requires("checklists", "U")
def prepare(request: AuthorisedRequest, case_question_id: UUID, given: CaseQuestionChange) -> Any:
    """Notes of preparation, the item it is asked under, who asks it."""
    _reach(request, case_question_id)
    values = given.model_dump(exclude_unset=True, exclude={"version"})
    row = update_case_question(
        viewer=request.viewer, question_id=case_question_id, version=given.version, values=values
    )
    return case_question_view(row)


@router.post("/checklist/{uuid:case_question_id}/remove", response={204: None})
@requires("checklists", "C")
def leave_out(request: AuthorisedRequest, case_question_id: UUID, given: Version) -> Any:
    """It is not asked in this audit; the library keeps it."""
    _reach(request, case_question_id)
    remove_case_question(viewer=request.viewer, question_id=case_question_id, version=given.version)
    return Status(204, None)


def _reach(request: AuthorisedRequest, question_id: UUID) -> None:
    row = case_question_of(request.viewer, question_id)
    if row is None:
        raise NotFound
    reach_case(request, row.case_id)
