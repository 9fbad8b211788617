"""The audit team: one lead auditor at least."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, TeamRole
from mingjian.programme.queries.cases import team_of
from mingjian.programme.rules.case_states import CaseState, Step


def team(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    lead = next((each for each in team_of(case) if each.role == TeamRole.LEAD_AUDITOR), None)
    yield CaseFact(
        key="team.lead",
        step=Step.PLAN,
        gate=CaseState.TEAM_SET,
        is_met=lead is not None,
        words=Words(f"组长 {lead.person.name}", f"Lead auditor {lead.person.name}")
        if lead
        else Words("还没有指定审核组长。", "No lead auditor is appointed yet."),
        role="PM",
        href=f"/audits/{case.id}/team",
        verb=Words("组成审核组", "Appoint the team"),
    )
