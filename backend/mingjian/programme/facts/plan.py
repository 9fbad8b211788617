"""The audit plan: drafted, sound, issued, accepted."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditPlan, PlanState
from mingjian.programme.queries.plan_checks import open_findings, verdict_of
from mingjian.programme.queries.plans import plan_in_force
from mingjian.programme.rules.case_states import CaseState, Step

NO_PLAN = Words("还没有编制审核计划。", "There is no audit plan yet.")
NOT_ISSUED = Words("审核计划还没有发给客户。", "The audit plan has not been issued yet.")
NOT_ACCEPTED = Words("客户还没有接受审核计划。", "The client has not accepted the audit plan yet.")
ACCEPTED = Words("客户已接受计划", "The client accepted the plan")


def plan(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    newest = AuditPlan.objects.filter(case=case).order_by("-number").first()
    agreed = plan_in_force(case)
    label = _label(newest) if newest else NO_PLAN
    yield _fact(case, "drafted", CaseState.PLAN_ISSUED, label, is_met=newest is not None)
    if newest and newest.state == PlanState.DRAFT:
        yield _checks(viewer, case, newest)
    issued = _issued(agreed) if agreed else NOT_ISSUED
    yield _fact(
        case,
        "issued",
        CaseState.PLAN_ISSUED,
        issued,
        is_met=agreed is not None,
        verb=Words("发出计划", "Issue the plan"),
    )
    is_accepted = agreed is not None and agreed.state == PlanState.ACCEPTED
    yield _fact(
        case,
        "accepted",
        CaseState.PLAN_ACCEPTED,
        ACCEPTED if is_accepted else NOT_ACCEPTED,
        is_met=is_accepted,
        # Nobody answers what was not issued: until then it waits for the team.
        role="CC" if agreed else "",
        verb=Words("答复计划", "Answer the plan"),
    )


def _checks(viewer: Viewer, case: AuditCase, newest: AuditPlan) -> CaseFact:
    """How much keeps the draft from being issued. The sentences stand in the editor: they name
    other clients, and a case's facts are read by its own client too."""
    verdict = verdict_of(viewer, newest, case)
    lacking = len(open_findings(verdict, newest))
    words = Words(f"计划检查已通过 {verdict.passed} 项", f"{verdict.passed} plan checks passed")
    if lacking:
        words = Words(f"计划检查还差 {lacking} 项。", f"Plan checks still fail: {lacking}.")
    verb = Words("去修改", "Mend the plan")
    return _fact(case, "checks", CaseState.PLAN_ISSUED, words, is_met=not lacking, verb=verb)


def _fact(
    case: AuditCase,
    name: str,
    gate: str,
    words: Words,
    *,
    is_met: bool,
    role: str = "LA",
    verb: Words | None = None,
) -> CaseFact:
    return CaseFact(
        key=f"plan.{name}",
        step=Step.PLAN,
        gate=gate,
        is_met=is_met,
        words=words,
        role=role,
        href=f"/audits/{case.id}/plan",
        verb=verb or Words("编制计划", "Make the plan"),
    )


def _issued(row: AuditPlan) -> Words:
    return Words(f"计划第 {row.number} 版已发给客户", f"Plan version {row.number} was issued")


def _label(row: AuditPlan) -> Words:
    states = {
        PlanState.DRAFT: "draft",
        PlanState.ISSUED: "issued",
        PlanState.ACCEPTED: "accepted",
        PlanState.OBJECTED: "objected to",
        PlanState.SUPERSEDED: "superseded",
    }
    return Words(
        f"计划第 {row.number} 版，{row.get_state_display()}",
        f"Plan version {row.number}, {states[PlanState(row.state)]}",
    )
