"""A case's audit time as a workbook: every line with its clause, and what it was computed from."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse

from mingjian.kit.excel import workbook_response
from mingjian.kit.words import Words, in_language
from mingjian.programme.models import AuditCase, AuditTime
from mingjian.programme.queries.audit_times import line_view
from mingjian.programme.rules.packs import SOURCES

HEADINGS = (
    Words("依据", "Basis"),
    Words("文件", "Document"),
    Words("条款", "Clause"),
    Words("来源", "Source"),
    Words("增减", "Change"),
    Words("人日", "Auditor-days"),
    Words("说明", "Note"),
)


def time_workbook(case: AuditCase, row: AuditTime) -> HttpResponse:
    """The explained lines; a second sheet names the case, the author and the rule packs."""
    name = in_language(("审核时间", "Audit time"))
    return workbook_response(
        f"{name} {case.number}",
        [str(heading) for heading in HEADINGS],
        _rows(row),
        notes=[[str(Words("项目", "Item")), str(Words("内容", "Value"))], *_notes(case, row)],
    )


def _rows(row: AuditTime) -> Iterator[list[Any]]:
    for line in map(line_view, row.result["lines"]):
        is_sum = line["key"] == "sum"
        yield [
            str(line["basis"]),
            "" if is_sum else str(line["document"]),
            "" if is_sum else line["clause"],
            "" if is_sum else str(SOURCES[line["source"]]),
            float(line["delta"]),
            float(line["total"]),
            str(line["note"]),
        ]
    if row.override_reason:
        chosen = Words("由审核方案管理人员确定", "Set by the programme manager")
        yield [str(chosen), "", "", "", "", float(row.required_days), row.override_reason]


def _notes(case: AuditCase, row: AuditTime) -> list[list[str]]:
    return [
        [str(Words("计划编号", "Plan number")), case.number],
        [str(Words("客户", "Client")), case.client.name],
        [str(Words("所需人日", "Auditor-days required")), f"{row.required_days.normalize():f}"],
        [str(Words("计算人", "Calculated by")), row.author.name if row.author else ""],
        *([str(Words("规则包", "Rule pack")), stamp] for stamp in row.result["stamps"]),
    ]
