"""Questions from a workbook: checked row by row, confirmed, undone."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from pydantic import ValidationError

from mingjian.identity.services.editing import name_of
from mingjian.identity.services.imports.columns import Column, in_language, read_rows
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import MingjianError, NotFound
from mingjian.kit.excel import workbook_response
from mingjian.kit.schema import Input, Line, OptionalLine
from mingjian.kit.validation import explain
from mingjian.programme.errors.checklists import NoQuestionRowsError, QuestionImportStateError
from mingjian.programme.models import CaseQuestion, Question, QuestionImport, QuestionImportState
from mingjian.programme.queries.checklists import questions
from mingjian.programme.rules.questions import typed_clauses
from mingjian.programme.services.checklists import add_question

TITLE = ("检查表题库", "Checklist questions")
COLUMNS = (
    Column("text", ("问题", "Question"), "内部审核是否按计划实施？", ("必填", "required")),
    Column(
        "text_en",
        ("英文问题", "Question in English"),
        "Were internal audits carried out as planned?",
        ("可不填", "optional"),
    ),
    Column(
        "clauses",
        ("条款", "Clauses"),
        "QMS 9.2、EMS 9.2",
        ("标准代码和条款号，用顿号或逗号分隔", "scheme and clause, with commas"),
    ),
    Column(
        "guidance", ("查什么", "What to look at"), "审核方案、报告、整改", ("可不填", "optional")
    ),
)
REPEATED = ("与前面的行重复。", "An earlier row has the same.")
KNOWN = ("题库中已有此问题。", "The library has this question already.")
IN_USE = ("已被审核选用或修改，予以保留。", "Chosen by an audit or changed since; kept.")


class QuestionRow(Input):
    text: Line
    text_en: OptionalLine = ""
    clauses: Line
    guidance: OptionalLine = ""


def template() -> HttpResponse:
    """An empty workbook with the right head, an example, and a sheet that explains it."""
    headings = [in_language(column.heading) for column in COLUMNS]
    notes = [[heading, in_language(c.note)] for heading, c in zip(headings, COLUMNS, strict=True)]
    head = [in_language(("列", "Column")), in_language(("说明", "Note"))]
    example = [column.example for column in COLUMNS]
    return workbook_response(in_language(TITLE), headings, [example], notes=[head, *notes])


def check_questions(*, viewer: Viewer, file_name: str, content: bytes) -> QuestionImport:
    """Read a filled-in template; nothing comes of it before it is confirmed."""
    table = read_rows(content, COLUMNS)
    if not table:
        raise NoQuestionRowsError
    known = set(questions(viewer, with_retired=True).values_list("text", flat=True))
    seen: set[str] = set()
    rows = []
    for number, texts in table:
        values = {field: text for field, text in texts.items() if text}
        rows.append({"number": number, "values": values, "errors": _faults(values, known, seen)})
    batch = QuestionImport(owner_id=viewer.tenant_id, rows=rows, created_by=name_of(viewer))
    batch.file_name = "".join(filter(str.isprintable, file_name))[:200]
    with transaction.atomic():
        batch.save(force_insert=True)
        record(viewer, "question_import.checked", batch)
    return batch


def confirm_questions(*, viewer: Viewer, import_id: UUID) -> QuestionImport:
    """Add every question without a fault, all or none."""
    with transaction.atomic():
        batch = _locked(viewer, import_id, QuestionImportState.CHECKED)
        right = [row for row in batch.rows if not row["errors"]]
        if not right:
            raise NoQuestionRowsError
        before = batch.digest()
        for row in right:
            values = {**row["values"], "clauses": typed_clauses(row["values"]["clauses"])}
            made = add_question(viewer=viewer, values=values)
            batch.made.append({"number": row["number"], "id": str(made.id)})
        _finish(viewer, batch, QuestionImportState.CONFIRMED, "question_import.confirmed", before)
    return batch


def undo_questions(*, viewer: Viewer, import_id: UUID) -> QuestionImport:
    """Remove what came of it; what an audit has chosen or somebody changed stays, and says why."""
    with transaction.atomic():
        batch = _locked(viewer, import_id, QuestionImportState.CONFIRMED)
        before = batch.digest()
        for made in batch.made:
            if not _unmake(viewer, UUID(made["id"])):
                batch.kept.append({"number": made["number"], "why": in_language(IN_USE)})
        _finish(viewer, batch, QuestionImportState.UNDONE, "question_import.undone", before)
    return batch


def _faults(values: dict[str, str], known: set[str], seen: set[str]) -> dict[str, str]:
    try:
        row = QuestionRow.model_validate(values)
    except ValidationError as refusal:
        return explain({**error, "loc": ("row", *error["loc"])} for error in refusal.errors())
    wrong = {}
    try:
        typed_clauses(row.clauses)
    except MingjianError as refusal:
        wrong["clauses"] = refusal.message
    if row.text in seen:
        wrong["text"] = in_language(REPEATED)
    elif row.text in known:
        wrong["text"] = in_language(KNOWN)
    seen.add(row.text)
    return wrong


def _unmake(viewer: Viewer, question_id: UUID) -> bool:
    question = Question.objects.filter(id=question_id, version=1).first()
    if question is None or CaseQuestion.objects.filter(question=question).exists():
        return False
    before = question.digest()
    Question.objects.filter(id=question_id).delete()
    record(viewer, "question.removed", question, before=before, removed=True)
    return True


def _locked(viewer: Viewer, import_id: UUID, state: QuestionImportState) -> QuestionImport:
    mine = QuestionImport.objects.select_for_update().filter(owner_id=viewer.tenant_id)
    batch = mine.filter(id=import_id).first()
    if batch is None:
        raise NotFound
    if batch.state != state:
        raise QuestionImportStateError
    return batch


def _finish(
    viewer: Viewer, batch: QuestionImport, state: QuestionImportState, action: str, before: bytes
) -> Any:
    batch.state = state
    batch.save()
    record(viewer, action, batch, before=before)
