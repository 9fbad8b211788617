"""What was written down in an audit, and what each standard gets from it (C06)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from mingjian.evidence.queries.items import name_of_item
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.keys.sealed_texts import opened_texts
from mingjian.kit.words import in_language
from mingjian.programme.models import AuditCase, CaseQuestion
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.checklists import case_question_view, case_questions
from mingjian.programme.rules.clauses import covers, required
from mingjian.records.models import RecordEntry

TEXTS = "records.entry"
"""The purpose under which an entry's text is sealed."""


def entries(case: AuditCase) -> QuerySet[RecordEntry]:
    """The latest version of everything written in a case, in the order of writing."""
    later = RecordEntry.objects.filter(thread=OuterRef("thread"), revision__gt=OuterRef("revision"))
    rows = RecordEntry.objects.filter(~Exists(later), case=case)
    return rows.prefetch_related("citations__item__case").order_by("thread")


def entry_of(viewer: Viewer, thread: UUID) -> RecordEntry:
    """The latest version of one entry in a case the viewer may see; 404 otherwise."""
    rows = RecordEntry.objects.filter(thread=thread, case__in=cases(viewer).order_by())
    row = rows.select_related("case").order_by("-revision").first()
    if row is None:
        raise NotFound
    return row


def revisions(row: RecordEntry) -> list[RecordEntry]:
    """Every version of an entry, the newest first."""
    return list(RecordEntry.objects.filter(thread=row.thread).order_by("-revision"))


def text_of(row: RecordEntry) -> str:
    """What was written; empty once the audit's key is gone."""
    opened = opened_texts(row.owner_id, row.case_id, row.id, TEXTS, row.sealed)
    return str(opened.get("text", ""))


def entry_view(row: RecordEntry) -> dict[str, Any]:
    """An entry with what it cites."""
    names = (
        "thread",
        "revision",
        "question_id",
        "line",
        "clauses",
        "verdict",
        "author_id",
        "author_name",
        "written_at",
        "withdrawn_reason",
    )
    cited = sorted(row.citations.all(), key=lambda each: each.place)
    return {
        **{name: getattr(row, name) for name in names},
        "text": text_of(row),
        "evidence": [
            {"id": each.item_id, "code": each.item.code, "name": name_of_item(each.item)}
            for each in cited
        ],
    }


def record_view(case: AuditCase) -> dict[str, Any]:
    """The checklist with its answers, the notes beside it, and what each standard has."""
    rows = list(entries(case))
    answers = {row.question_id: row for row in rows if row.question_id and not row.withdrawn_reason}
    asked = list(case_questions(case))
    return {
        "questions": [_question_view(each, answers.get(each.id)) for each in asked],
        "notes": [entry_view(row) for row in rows if row.question_id is None],
        "standards": [_standard_view(case, scheme, rows) for scheme in case.schemes],
        "answered": sum(1 for each in asked if each.id in answers),
    }


def standard_lines(case: AuditCase, scheme: str) -> Iterator[dict[str, Any]]:
    """One line per clause of a standard: every entry that speaks of it, written once."""
    spoken = _by_clause(entries(case), scheme)
    wanted = {each.code: str(each.title) for each in required(scheme, case.kind)}
    for code in sorted(wanted.keys() | spoken.keys(), key=_in_order):
        yield {
            "clause": code,
            "title": wanted.get(code, ""),
            "entries": [entry_view(row) for row in spoken.get(code, ())],
        }


def _question_view(asked: CaseQuestion, answer: RecordEntry | None) -> dict[str, Any]:
    return {**case_question_view(asked), "answer": entry_view(answer) if answer else None}


def _standard_view(case: AuditCase, scheme: str, rows: Iterable[RecordEntry]) -> dict[str, Any]:
    """How many of the clauses to be covered have an entry with a verdict."""
    judged = [row for row in rows if row.verdict and not row.withdrawn_reason]
    spoken = _by_clause(judged, scheme)
    wanted = required(scheme, case.kind)
    lacking = [each for each in wanted if not any(covers(code, each.code) for code in spoken)]
    return {
        "scheme": scheme,
        "clauses": len(wanted),
        "lacking": [str(each.title) if each.code == "mark" else each.code for each in lacking],
        "deviations": sum(1 for row in judged if row.verdict == "deviates" and _is_of(row, scheme)),
    }


def _by_clause(rows: Iterable[RecordEntry], scheme: str) -> dict[str, list[RecordEntry]]:
    found: dict[str, list[RecordEntry]] = defaultdict(list)
    for row in rows:
        if row.withdrawn_reason:
            continue
        for clause in row.clauses:
            if clause["scheme"] == scheme:
                found[clause["clause"]].append(row)
    return found


def _is_of(row: RecordEntry, scheme: str) -> bool:
    return any(clause["scheme"] == scheme for clause in row.clauses)


def _in_order(code: str) -> tuple[tuple[int, str], ...]:
    """4.10 after 4.9."""
    return tuple((int(part), "") if part.isdigit() else (10**6, part) for part in code.split("."))


HEADINGS = {
    "clause": ("条款", "Clause"),
    "title": ("要求", "Requirement"),
    "text": ("记录", "Record"),
    "verdict": ("判断", "Verdict"),
    "evidence": ("证据", "Evidence"),
    "author": ("审核员", "Auditor"),
    "written_at": ("时间 (UTC)", "Written (UTC)"),
}


def standard_workbook(case: AuditCase, scheme: str) -> tuple[list[str], Iterator[list[Any]]]:
    """The report of one standard as a table: a row for each entry under each clause."""
    return [in_language(both) for both in HEADINGS.values()], _rows(case, scheme)


def _rows(case: AuditCase, scheme: str) -> Iterator[list[Any]]:
    for line in standard_lines(case, scheme):
        for each in line["entries"] or [None]:
            cells = [line["clause"], line["title"]]
            if each:
                cited = "、".join(f"{item['code']} {item['name']}" for item in each["evidence"])
                verdict = RecordEntry(verdict=each["verdict"]).get_verdict_display()
                cells += [each["text"], verdict, cited, each["author_name"], each["written_at"]]
            yield cells
