"""One version of a plan with everything that its editor shows."""

from collections.abc import Mapping
from typing import Any

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.kit.words import in_language
from mingjian.programme.models import AuditCase, AuditPlan, Site
from mingjian.programme.queries.plan_checks import draft_of
from mingjian.programme.queries.plan_tools import tool_names, tools_view
from mingjian.programme.queries.plans import (
    choices_view,
    item_view,
    items_of,
    last_plan,
    plain_line,
    plan_of,
    plans,
    version_view,
)
from mingjian.programme.rules.methods import METHODS
from mingjian.programme.rules.plan_checks import check
from mingjian.programme.rules.plan_checks.draft import Finding
from mingjian.programme.rules.plan_checks.hours import planned_days
from mingjian.programme.rules.plan_diff import Change, differences
from mingjian.programme.rules.questions import shown_clauses
from mingjian.programme.rules.scenes import SCENES


def board_view(viewer: Viewer, case: AuditCase, number: int | None = None) -> dict[str, Any]:
    """The version asked for; its checks are the body's alone, for they name other clients."""
    plan = plan_of(viewer, case, number)
    return {
        "versions": [version_view(each) for each in plans(viewer, case)],
        "plan": _plan_view(viewer, plan, case) if plan else None,
        "choices": choices_view(case)
        | {"tools": tools_view(viewer, case, items_of(plan) if plan else ())},
        "sites": [
            {"id": site.id, "name": site.name, "zone": site.zone}
            for site in Site.objects.filter(owner_id=case.owner_id, client_id=case.client_id)
            .filter(is_active=True)
            .order_by("-is_central", "name")
        ],
        "can_copy_last": viewer.tenant_kind == TenantKind.BODY and last_plan(case) is not None,
    }


def changes_view(
    viewer: Viewer, case: AuditCase, *, older: int, newer: int
) -> list[dict[str, Any]]:
    """What is different in the newer version, line by line."""
    one, other = (plan_of(viewer, case, number) for number in (older, newer))
    items = [list(items_of(plan)) if plan else [] for plan in (one, other)]
    names = _names(case) | tool_names(case, [*items[0], *items[1]])
    lines = [[plain_line(item) for item in each] for each in items]
    return [_change_view(each, names) for each in differences(*lines)]


def _plan_view(viewer: Viewer, plan: AuditPlan, case: AuditCase) -> dict[str, Any]:
    draft = draft_of(viewer, plan, case)
    is_ours = viewer.tenant_kind == TenantKind.BODY
    verdict = check(draft) if is_ours else None
    return {
        **version_view(plan),
        "items": [item_view(item) for item in items_of(plan)],
        "passed": verdict.passed if verdict else 0,
        "findings": [_finding_view(each, plan) for each in verdict.findings] if verdict else [],
        "planned_days": planned_days(draft),
        "required_days": draft.required_days,
    }


def _finding_view(finding: Finding, plan: AuditPlan) -> dict[str, Any]:
    names = ("key", "check", "rule", "items", "fix", "add_kind", "may_override", "is_blocking")
    lifted = plan.overrides.get(finding.key, {})
    return {
        **{name: getattr(finding, name) for name in names},
        "words": str(finding.words),
        "fix_words": str(finding.fix_words),
        "add_clauses": [{"scheme": s, "clause": code} for s, code in finding.add_clauses],
        "reason": lifted.get("reason", ""),
        "by": lifted.get("by", ""),
    }


def _change_view(each: Change, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "title": each.title,
        "before": _shown(each.before, names),
        "after": _shown(each.after, names),
        "fields": list(each.fields),
    }


def _shown(line: Mapping[str, Any] | None, names: Mapping[str, str]) -> dict[str, Any] | None:
    """A line as people read it: names instead of ids, clauses as text."""
    if line is None:
        return None
    clauses = shown_clauses(line["clauses"])
    people = "、".join(names[each] for each in line["members"] if each in names)
    scene, method = line["scene"], line["method"]
    return {
        **line,
        "line": str(line["line"]),
        "clauses": clauses,
        "members": people,
        "scene": in_language(SCENES[scene]) if scene in SCENES else scene,
        "method": in_language(METHODS[method]) if method in METHODS else method,
        "ict_tool": names.get(line["ict_tool"], ""),
    }


def _names(case: AuditCase) -> dict[str, str]:
    return {str(pk): name for pk, name in case.team.values_list("id", "person__name")}
