"""A risk matrix as an Excel workbook."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse

from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.excel import workbook_response
from mingjian.kit.words import Words, in_language
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.risks import risk_view

HEADINGS = (
    ("类别", "Kind"),
    ("相关方需求", "Stakeholder need"),
    ("因素", "Factor"),
    ("维度", "Dimension"),
    ("描述", "Description"),
    ("原因", "Cause"),
    ("可能性", "Likelihood"),
    ("影响", "Impact"),
    ("等级", "Level"),
    ("应对措施", "Treatment"),
    ("负责人", "Owner"),
    ("期限", "Due"),
    ("剩余可能性", "Residual likelihood"),
    ("剩余影响", "Residual impact"),
    ("剩余等级", "Residual level"),
    ("完成情况", "Outcome"),
)
WORDS: dict[str, Words] = {
    "threat": Words("威胁", "Threat"),
    "opportunity": Words("机遇", "Opportunity"),
    "process": Words("过程", "Process"),
    "technology": Words("技术", "Technology"),
    "people": Words("人员", "People"),
    "compliance": Words("合规", "Compliance"),
    "effectiveness": Words("有效性", "Effectiveness"),
    "efficiency": Words("效率", "Efficiency"),
}


def matrix_workbook(viewer: Viewer, case: AuditCase, number: int | None) -> HttpResponse:
    """The rows of one version, and on a second sheet what the grades mean."""
    view = risk_view(viewer, case, number)
    if view["matrix"] is None:
        raise NotFound
    headings = [in_language(heading) for heading in HEADINGS]
    name = f"风险矩阵 {case.number} v{view['matrix']['number']}"
    return workbook_response(name, headings, _rows(view), notes=[*_definitions(view["scale"])])


def _rows(view: dict[str, Any]) -> Iterator[list[Any]]:
    names = {level["code"]: level["name"] for level in view["scale"]["levels"]} | {"": ""}
    needs = {need["line"]: need["text"] for need in view["matrix"]["needs"]}
    for row in view["matrix"]["rows"]:
        yield [
            str(WORDS[row["sign"]]),
            needs.get(row["need_line"], ""),
            str(WORDS[row["factor"]]),
            str(WORDS[row["dimension"]]),
            *(row[name] for name in ("text", "cause", "likelihood", "impact")),
            names[row["level"]],
            *(row[name] for name in ("treatment", "treated_by_name", "due_on")),
            *(row[name] for name in ("residual_likelihood", "residual_impact")),
            names[row["residual"]],
            row["outcome"],
        ]


def _definitions(scale: dict[str, Any]) -> Iterator[list[str]]:
    yield [scale["title"], "", scale["stamp"]]
    for heading, grades in (
        (Words("可能性", "Likelihood"), scale["likelihood"]),
        (Words("影响", "Impact"), scale["impact"]),
    ):
        for each in grades:
            yield [f"{heading} {each['grade']}", each["name"], each["means"]]
    for level in scale["levels"]:
        yield [str(Words("等级", "Level")), level["name"], level["means"]]
