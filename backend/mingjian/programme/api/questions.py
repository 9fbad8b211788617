"""``/api/programme/questions``: the body's library of checklist questions."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import Question
from mingjian.programme.queries.checklists import SORTABLE, question_view, questions
from mingjian.programme.rules.questions import written_clauses
from mingjian.programme.schemas.checklists import (
    NewQuestion,
    QuestionChange,
    QuestionOut,
    QuestionsQuery,
)
from mingjian.programme.services.checklists import add_question, update_question

router = Router()

COLUMNS: Columns[Question] = {
    ("问题", "Question"): lambda row: row.text,
    ("英文问题", "Question in English"): lambda row: row.text_en,
    ("条款", "Clauses"): lambda row: written_clauses(row.clauses),
    ("查什么", "What to look at"): lambda row: row.guidance,
}
"""The template's columns: what was downloaded can be changed and read in again."""


@router.get("", response=Page[QuestionOut])
@requires("checklists", "R")
def list_questions(request: AuthorisedRequest, query: Query[QuestionsQuery]) -> Any:
    names = {"search", "scheme", "with_retired"}
    rows = questions(request.viewer, **query.model_dump(include=names))
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, question_view, name="检查表题库", columns=COLUMNS)


@router.post("", response={201: QuestionOut})
@requires("checklists", "C")
def create_question(request: AuthorisedRequest, new: NewQuestion) -> Any:
    return Status(201, question_view(add_question(viewer=request.viewer, values=new.model_dump())))


@router.patch("/{uuid:question_id}", response=QuestionOut)
@requires("checklists", "C")
def change_question(request: AuthorisedRequest, question_id: UUID, given: QuestionChange) -> Any:
    """A new version; audits keep the words in which they chose it."""
    values = given.model_dump(exclude_unset=True, exclude={"version"})
    row = update_question(
        viewer=request.viewer, question_id=question_id, version=given.version, values=values
    )
    return question_view(row)
