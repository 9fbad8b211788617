"""Questions of the checklist library, from a workbook."""

from uuid import UUID

from mingjian.identity.services.imports.columns import Column
from mingjian.identity.services.imports.kinds import Kind
from mingjian.journal.services import record
from mingjian.kit.access import Rule
from mingjian.kit.schema import Input, Line, OptionalLine
from mingjian.kit.words import in_language
from mingjian.programme.errors.checklists import QuestionClausesError
from mingjian.programme.models import CaseQuestion, Question
from mingjian.programme.queries.checklists import questions
from mingjian.programme.rules.questions import typed_clauses
from mingjian.programme.services.checklists import add_question

REPEATED = ("与前面的行重复。", "An earlier row has the same.")
KNOWN = ("题库中已有此问题。", "The library has this question already.")
IN_USE = ("已被审核选用或修改，予以保留。", "Chosen by an audit or changed since; kept.")


class QuestionRow(Input):
    text: Line
    text_en: OptionalLine = ""
    clauses: Line
    guidance: OptionalLine = ""


class QuestionsImport(Kind[QuestionRow]):
    name = "questions"
    title = ("检查表问题", "Checklist questions")
    note = (
        "加入本机构的题库；一个问题可对应几个标准的条款。",
        "Go into the body's library; one question may answer clauses of several standards.",
    )
    page = "/questions"
    rule = Rule("checklists", "C")
    row = QuestionRow
    columns = (
        Column("text", ("问题", "Question"), "内部审核是否按方案实施？", ("必填", "required")),
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
            (
                "必填：标准代码和条款号，用顿号或逗号分隔",
                "required: scheme and clause, with commas",
            ),
        ),
        Column(
            "guidance",
            ("查什么", "What to look at"),
            "审核方案、报告、整改",
            ("可不填", "optional"),
        ),
    )

    def check(self, row: QuestionRow) -> dict[str, str]:
        wrong = {}
        try:
            typed_clauses(row.clauses)
        except QuestionClausesError as refusal:
            wrong["clauses"] = refusal.message
        if self.is_repeated(row.text):
            wrong["text"] = in_language(REPEATED)
        elif questions(self.viewer, with_retired=True).filter(text=row.text).exists():
            wrong["text"] = in_language(KNOWN)
        return wrong

    def make(self, row: QuestionRow) -> UUID:
        values = {**row.model_dump(), "clauses": typed_clauses(row.clauses)}
        return add_question(viewer=self.viewer, values=values).id

    def unmake(self, made: UUID) -> str:
        question = Question.objects.filter(id=made, version=1).first()
        if question is None or CaseQuestion.objects.filter(question=question).exists():
            return in_language(IN_USE)
        before = question.digest()
        Question.objects.filter(id=made).delete()
        record(self.viewer, "question.removed", question, before=before, removed=True)
        return ""
