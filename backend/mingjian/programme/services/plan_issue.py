"""A plan leaves the draft: issued to the client, accepted or objected to."""

from uuid import UUID

from django.db import transaction

from mingjian.identity.models import TenantKind
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.errors.plans import NotAwaitedError, ObjectionTextError, PlanNotReadyError
from mingjian.programme.events import PlanAnswered, PlanIssued
from mingjian.programme.letters.plans import invite_to, tell_answer
from mingjian.programme.models import AuditPlan, PlanState
from mingjian.programme.queries.plan_checks import open_findings, verdict_of
from mingjian.programme.queries.plans import version_view
from mingjian.programme.rules.case_states import CaseState
from mingjian.programme.services.cases import advance_case, locked_case
from mingjian.programme.services.plans import locked_draft

BACK_TO_TEAM = frozenset(
    {
        CaseState.PLANNED,
        CaseState.PLAN_ISSUED,
        CaseState.PLAN_ACCEPTED,
        CaseState.ICT_TESTED,
    }
)
"""States from which a plan is issued by way of ``team_set``; later ones stay as they are."""


def issue_plan(*, viewer: Viewer, case_id: UUID, version: int) -> AuditPlan:
    """Send the draft to the client and the team, and bring the case to ``plan_issued``.

    Raises :class:`PlanNotReadyError` with a sentence for each check that fails and that no
    reason has lifted.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        plan = locked_draft(case)
        findings = open_findings(verdict_of(viewer, plan, case), plan)
        if findings:
            missing = [str(each.words) for each in findings]
            raise PlanNotReadyError(
                count=len(missing), sentences=" ".join(missing), missing=missing
            )
        values = {"state": PlanState.ISSUED, "issued_at": clock.now()}
        before = change(plan, viewer=viewer, version=version, values=values, view=version_view)
        _supersede(viewer, plan)
        if case.state in BACK_TO_TEAM:
            advance_case(viewer=viewer, case_id=case_id, to=CaseState.TEAM_SET)
        if case.state in BACK_TO_TEAM | {CaseState.TEAM_SET}:
            advance_case(viewer=viewer, case_id=case_id, to=CaseState.PLAN_ISSUED)
        invite_to(plan, viewer)
        announce(PlanIssued(owner_id=plan.owner_id, case_id=case_id, plan_id=plan.id))
        record(viewer, "plan.issued", plan, before=before)
    return plan


def answer_plan(*, viewer: Viewer, case_id: UUID, accepts: bool, answer: str) -> AuditPlan:
    """The client accepts, or says what it objects to; the body may write down an answer that
    came by another way, and then says which."""
    if not answer and not (accepts and viewer.tenant_kind == TenantKind.CLIENT):
        raise ObjectionTextError
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        rows = AuditPlan.objects.select_for_update(of=("self",)).select_related("case__client")
        plan = rows.filter(case=case, state=PlanState.ISSUED).order_by("-number").first()
        if plan is None:
            raise NotAwaitedError
        values = {
            "state": PlanState.ACCEPTED if accepts else PlanState.OBJECTED,
            "answered_at": clock.now(),
            "answer": answer,
        }
        before = change(plan, viewer=viewer, version=plan.version, values=values, view=version_view)
        if case.state == CaseState.PLAN_ISSUED:
            to = CaseState.PLAN_ACCEPTED if accepts else CaseState.TEAM_SET
            advance_case(viewer=viewer, case_id=case_id, to=to)
        tell_answer(plan, accepts=accepts)
        announce(
            PlanAnswered(
                owner_id=plan.owner_id, case_id=case_id, plan_id=plan.id, is_accepted=accepts
            )
        )
        action = "plan.accepted" if accepts else "plan.objected"
        record(viewer, action, plan, before=before, reason=answer)
    return plan


def _supersede(viewer: Viewer, plan: AuditPlan) -> None:
    """Earlier versions are no longer what is agreed."""
    earlier = AuditPlan.objects.filter(case_id=plan.case_id, number__lt=plan.number)
    for old in earlier.exclude(state=PlanState.SUPERSEDED):
        values = {"state": PlanState.SUPERSEDED}
        before = change(old, viewer=viewer, version=old.version, values=values, view=version_view)
        record(viewer, "plan.superseded", old, before=before)
