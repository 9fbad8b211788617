"""A checklist as a table: each question once, reported under every standard it answers."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.words import in_language
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.checklists import case_questions
from mingjian.programme.queries.plans import items_of, plan_of
from mingjian.programme.rules.questions import of_scheme

HEADINGS = {
    "text": ("问题", "Question"),
    "guidance": ("查什么", "What to look at"),
    "line": ("计划安排", "Item of the plan"),
    "member": ("审核员", "Auditor"),
    "preparation": ("准备", "Preparation"),
}


def workbook_of(viewer: Viewer, case: AuditCase) -> tuple[list[str], Iterator[list[str]]]:
    """Headings and rows, with a column of clauses for each standard of the audit."""
    plan = plan_of(viewer, case)
    titles = {item.line: item.title for item in items_of(plan)} if plan else {}
    names = {member.id: member.person.name for member in team_of(case)}
    first, *others = (in_language(both) for both in HEADINGS.values())
    rows = (
        [
            in_language((row.text, row.text_en or row.text)),
            *(of_scheme(row.clauses, scheme) for scheme in case.schemes),
            row.guidance,
            titles.get(row.line, ""),
            names.get(row.member, "") if row.member else "",
            row.preparation,
        ]
        for row in case_questions(case)
    )
    return [first, *case.schemes, *others], rows
