"""The tools that a plan's items may name: those of the audit, then those of the catalogue."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase, PlanItem, Tool
from mingjian.programme.queries.tools import advice_for, choices_of
from mingjian.programme.rules.methods import TOOLS
from mingjian.programme.rules.plan_tools import PlanTool, former, in_order, of_the_catalogue


def plan_tools(viewer: Viewer, case: AuditCase, items: Iterable[PlanItem]) -> list[PlanTool]:
    """Everything that the form offers, and whatever else the items name already."""
    chosen = {choice.tool_id for choice in choices_of(case)}
    found = [
        of_the_catalogue(kind, advice, is_chosen=advice.candidate.id in chosen)
        for kind, advices in sorted(advice_for(viewer, case).items())
        for advice in advices
    ]
    others = {item.ict_tool for item in items} - {each.code for each in found} - {""}
    names = _names(case, others)
    return in_order([*found, *(former(code, names.get(code)) for code in sorted(others))])


def tools_view(viewer: Viewer, case: AuditCase, items: Iterable[PlanItem]) -> list[dict[str, Any]]:
    """For the plan's form; whoever is not of the body reads only what the items name."""
    rows = list(items)
    named = {item.ict_tool for item in rows}
    return [
        {
            "code": tool.code,
            "name": str(tool.name),
            "kind": tool.kind,
            "standing": tool.standing,
            "is_overdue": tool.is_overdue,
            "words": str(tool.words),
        }
        for tool in plan_tools(viewer, case, rows)
        if viewer.tenant_kind == TenantKind.BODY or tool.code in named
    ]


def tool_names(case: AuditCase, items: Iterable[PlanItem]) -> dict[str, str]:
    """What is printed for each tool that the items name."""
    codes = {item.ict_tool for item in items} - {""}
    names = _names(case, codes)
    return {code: str(former(code, names.get(code)).name) for code in codes}


def may_be_named(case: AuditCase, code: str) -> bool:
    """A tool of the body or of this client; or what older plans said."""
    return code in TOOLS or code in _names(case, {code})


def _names(case: AuditCase, codes: Iterable[str]) -> dict[str, str]:
    ids = [found for code in codes if (found := _id(code))]
    rows = Tool.objects.filter(owner_id=case.owner_id, id__in=ids)
    ours = rows.filter(client=None) | rows.filter(client_id=case.client_id)
    return {str(pk): name for pk, name in ours.values_list("id", "name")} if ids else {}


def _id(code: str) -> UUID | None:
    try:
        return UUID(code)
    except ValueError:
        return None
