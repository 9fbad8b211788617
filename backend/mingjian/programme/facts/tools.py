"""The tool of a remote or hybrid audit: chosen, safe enough, and assessed lately."""

from collections.abc import Iterator

from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditMode, ToolChoice
from mingjian.programme.models.tools import ToolKind
from mingjian.programme.queries.tools import candidate, choices_of
from mingjian.programme.rules.case_states import CaseState, Step
from mingjian.programme.rules.tools import is_overdue


def tools(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    if case.mode == AuditMode.ON_SITE:
        return
    chosen = choices_of(case)
    meeting = next((each for each in chosen if each.kind == ToolKind.MEETING), None)
    yield CaseFact(
        key="tool.chosen",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ISSUED,
        is_met=meeting is not None,
        words=Words(f"会议工具 {meeting.tool.name}", f"Meeting tool {meeting.tool.name}")
        if meeting
        else Words("还没有选定会议工具。", "No meeting tool is chosen yet."),
        role="LA",
        href=f"/audits/{case.id}/ict",
        verb=Words("选定工具", "Choose a tool"),
    )
    yield from _assessed(viewer, case, chosen)


def _assessed(viewer: Viewer, case: AuditCase, chosen: list[ToolChoice]) -> Iterator[CaseFact]:
    """Advice: a tool in use whose assessment has run out."""
    today = clock.today(own_tenant(viewer).zone)
    late = [each.tool.name for each in chosen if is_overdue(candidate(each.tool, None), today)]
    if late:
        names = "、".join(late)
        yield CaseFact(
            key="tool.assessed",
            step=Step.FEASIBILITY,
            is_met=False,
            words=Words(f"{names}的评价已到期或其后发生事件。", f"To be assessed anew: {names}."),
            role="PM",
            href="/tools",
            verb=Words("重新评价", "Assess again"),
        )
