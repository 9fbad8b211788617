"""The risk matrix: approved for the audit as it stands now, its treatments in time."""

from collections.abc import Iterator

from mingjian.identity.models import Tenant
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, RiskMatrix, RiskState
from mingjian.programme.queries.risk_basis import changes_since
from mingjian.programme.queries.risks import in_force, latest
from mingjian.programme.queries.treatment_owners import overdue_treatments
from mingjian.programme.rules.case_states import CaseState, Step


def risk(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    newest, approved = latest(case), in_force(case)
    changes = changes_since(approved) if approved else []
    words, role, verb = _standing(newest, approved, changes)
    yield CaseFact(
        key="risk.approved",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ISSUED,
        is_met=approved is not None and not changes,
        words=words,
        role=role,
        href=f"/audits/{case.id}/risk",
        verb=verb,
    )
    if approved:
        yield from _overdue(case)


def _standing(
    newest: RiskMatrix | None, approved: RiskMatrix | None, changes: list[Words]
) -> tuple[Words, str, Words]:
    """The sentence, who has to act, and what they do."""
    if newest and newest.state == RiskState.SCORED:
        waits = Words("风险矩阵等待批准。", "The risk matrix waits for approval.")
        return waits, "PM", Words("批准", "Approve")
    if newest and newest.state == RiskState.DRAFT:
        return (
            Words("风险矩阵还是草稿。", "The risk matrix is still a draft."),
            "LA",
            Words("完成评分", "Finish it"),
        )
    if approved and changes:
        what = "、".join(change.zh for change in changes), "; ".join(each.en for each in changes)
        return (
            Words(f"风险矩阵批准后{what[0]}，须复核。", f"Since the approval: {what[1]}. Review."),
            "LA",
            Words("建立新版本", "Start a new version"),
        )
    if approved:
        number = approved.number
        return Words(f"风险矩阵第 {number} 版已批准", f"Risk matrix {number} is approved"), "", NONE
    return (
        Words("还没有风险矩阵。", "There is no risk matrix yet."),
        "LA",
        Words("评估风险", "Assess the risks"),
    )


NONE = Words("查看", "View")


def _overdue(case: AuditCase) -> Iterator[CaseFact]:
    zone = Tenant.objects.filter(id=case.owner_id).values_list("zone", flat=True).first()
    count = overdue_treatments(case, zone).count() if zone else 0
    if count:
        yield CaseFact(
            key="risk.treatments",
            step=Step.FEASIBILITY,
            is_met=False,
            words=Words(
                f"{count} 项风险措施已过期限。",
                f"Treatments past their due day: {count}.",
            ),
            role="LA",
            href=f"/audits/{case.id}/risk",
            verb=Words("跟进", "Follow up"),
        )
