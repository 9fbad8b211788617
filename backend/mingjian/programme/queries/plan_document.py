"""The plan as a document to print, sign and file."""

from pathlib import Path
from typing import Any

from engines.documents import FontMissing, TextNotPrintable, pdf_of
from mingjian.identity.models import Tenant
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import in_language
from mingjian.programme.errors.plans import NoPrintFontError, PlanNotPrintableError
from mingjian.programme.models import AuditCase, AuditPlan, PlanItem
from mingjian.programme.queries.appointments import kind_name
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.plan_tools import tool_names
from mingjian.programme.queries.plans import items_of, plan_of
from mingjian.programme.rules.methods import METHODS
from mingjian.programme.rules.questions import shown_clauses

TEMPLATE = Path(__file__).resolve().parents[1] / "rule_data" / "documents" / "plan.typ"
HEADINGS = {
    "title": ("审核计划", "Audit plan"),
    "number": ("计划编号", "Plan number"),
    "version": ("版本", "Version"),
    "client": ("受审核方", "Client"),
    "dates": ("审核日期", "Dates"),
    "schemes": ("认证领域", "Schemes"),
    "mode": ("审核方式", "Mode"),
    "scope": ("审核范围", "Scope"),
    "criteria": ("审核准则", "Criteria"),
    "objectives": ("审核目的", "Objectives"),
    "team": ("审核组", "Team"),
    "time": ("时间", "Time"),
    "what": ("内容", "Item"),
    "who": ("审核员", "Auditors"),
    "where": ("场所与方式", "Place and means"),
    "clauses": ("条款", "Clauses"),
}


def plan_pdf(viewer: Viewer, case: AuditCase, number: int | None = None) -> bytes:
    """One version of the plan as PDF/A in the reader's language."""
    plan = plan_of(viewer, case, number)
    if plan is None:
        raise NotFound
    values = _values(plan, case)
    try:
        return pdf_of(TEMPLATE.read_text(encoding="utf-8"), values)
    except FontMissing as missing:
        raise NoPrintFontError(font=str(missing)) from missing
    except TextNotPrintable as missing:
        raise PlanNotPrintableError(text=str(missing)) from missing


def _values(plan: AuditPlan, case: AuditCase) -> dict[str, Any]:
    team = {str(each.id): each.person.name for each in team_of(case)}
    items = list(items_of(plan))
    tools = tool_names(case, items)
    body = Tenant.objects.filter(id=case.owner_id).first()
    return {
        "lang": in_language(("zh", "en")),
        "words": {name: in_language(both) for name, both in HEADINGS.items()},
        "body": body.name if body else "",
        "number": case.number,
        "version": str(plan.number),
        "client": case.client.name,
        "dates": f"{case.starts_on} – {case.ends_on}" if case.starts_on else "",
        "schemes": " ".join(case.schemes),
        "mode": in_language((case.get_mode_display(), case.mode.replace("_", " "))),
        "scope": case.scope,
        "criteria": case.criteria,
        "objectives": case.objectives,
        "team": [
            f"{each.person.name} {in_language((each.get_role_display(), each.role))}"
            for each in team_of(case)
        ],
        "items": [_row(item, team, tools) for item in items],
    }


def _row(item: PlanItem, team: dict[str, str], tools: dict[str, str]) -> dict[str, str]:
    means = [_named(METHODS, item.method), tools.get(item.ict_tool, "")]
    where = [item.site.name if item.site else "", *(means if item.is_remote else means[:1])]
    return {
        "day": item.local_start[:10],
        "time": f"{item.local_start[11:]}–{item.local_end[11:]}",
        "zone": item.zone,
        "kind": kind_name(item),
        "title": item.title,
        "auditee": item.auditee,
        "who": "、".join(team[each] for each in item.members if each in team),
        "where": " · ".join(filter(None, where)),
        "clauses": shown_clauses(item.clauses),
    }


def _named(names: dict[str, tuple[str, str]], code: str) -> str:
    return in_language(names[code]) if code in names else code
