"""For what a risk matrix was approved, and what has changed since."""

from typing import Any

from mingjian.kit.words import Words
from mingjian.programme.models import (
    AuditCase,
    AuditPlan,
    ContingencyPlan,
    PlanItem,
    RiskMatrix,
    RiskState,
)

WORDS: dict[str, Words] = {
    "mode": Words("审核方式已变更", "The mode of the audit changed"),
    "plan": Words("审核计划有了新版本", "There is a new version of the audit plan"),
    "tools": Words("所用的 ICT 工具已变更", "The ICT tools changed"),
    "contingency": Words("应急预案已变更", "The contingency plan changed"),
}

FIRST_LATER = frozenset({"tools", "contingency"})


def basis_of(case: AuditCase) -> dict[str, Any]:
    """What the case stands on now; the first plan is no change, its successors are."""
    plan = AuditPlan.objects.filter(case=case).order_by("-number").first()
    contingency = ContingencyPlan.objects.filter(case=case).first()
    items = PlanItem.objects.filter(plan=plan).exclude(ict_tool="") if plan else None
    return {
        "mode": case.mode,
        "plan": max(plan.number if plan else 1, 1),
        "tools": sorted(set(items.values_list("ict_tool", flat=True))) if items else [],
        "contingency": contingency.version if contingency else 0,
    }


def changes_since(matrix: RiskMatrix) -> list[Words]:
    """What an approved matrix was not approved for; each asks for a new version."""
    if matrix.state != RiskState.APPROVED:
        return []
    now, then = basis_of(matrix.case), matrix.basis
    # What is first written after the approval is what the matrix provided for.
    known = [name for name in WORDS if name not in FIRST_LATER or then.get(name)]
    return [WORDS[name] for name in known if now.get(name) != then.get(name)]
