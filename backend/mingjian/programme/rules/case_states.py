"""The life of an audit case: what may follow what, and to which step of its bar it belongs."""

from enum import StrEnum

from django.db.models import TextChoices


class CaseState(TextChoices):
    """Where a case stands (states of an audit from planning to the destruction of its media)."""

    PLANNED = "planned", "已立项"
    TEAM_SET = "team_set", "已组成审核组"
    PLAN_ISSUED = "plan_issued", "计划已发出"
    PLAN_ACCEPTED = "plan_accepted", "计划已接受"
    ICT_TESTED = "ict_tested", "已通过审前测试"
    OPENED = "opened", "已开首次会议"
    IN_PROGRESS = "in_progress", "审核中"
    INTERRUPTED = "interrupted", "已中断"
    FIELDWORK_CLOSED = "fieldwork_closed", "审核活动已结束"
    REPORTING = "reporting", "编写报告"
    NC_OPEN = "nc_open", "不符合待关闭"
    PACKAGE_READY = "package_ready", "待认证决定"
    DECIDED = "decided", "已决定"
    ARCHIVED = "archived", "已归档"
    PURGED = "purged", "已销毁资料"
    POSTPONED = "postponed", "已推迟"
    CANCELLED = "cancelled", "已取消"
    ENDED_EARLY = "ended_early", "提前终止"


FLOW: dict[str, tuple[str, ...]] = {
    CaseState.PLANNED: (CaseState.TEAM_SET,),
    CaseState.TEAM_SET: (CaseState.PLAN_ISSUED, CaseState.PLANNED),
    CaseState.PLAN_ISSUED: (CaseState.PLAN_ACCEPTED, CaseState.TEAM_SET),
    CaseState.PLAN_ACCEPTED: (CaseState.ICT_TESTED, CaseState.OPENED, CaseState.TEAM_SET),
    CaseState.ICT_TESTED: (CaseState.OPENED, CaseState.TEAM_SET),
    CaseState.OPENED: (CaseState.IN_PROGRESS,),
    CaseState.IN_PROGRESS: (CaseState.INTERRUPTED, CaseState.FIELDWORK_CLOSED),
    CaseState.INTERRUPTED: (CaseState.IN_PROGRESS,),
    CaseState.FIELDWORK_CLOSED: (CaseState.REPORTING,),
    CaseState.REPORTING: (CaseState.NC_OPEN, CaseState.PACKAGE_READY),
    CaseState.NC_OPEN: (CaseState.PACKAGE_READY, CaseState.REPORTING),
    CaseState.PACKAGE_READY: (CaseState.DECIDED, CaseState.REPORTING),
    CaseState.DECIDED: (CaseState.ARCHIVED,),
    CaseState.ARCHIVED: (CaseState.PURGED,),
    CaseState.ENDED_EARLY: (CaseState.REPORTING,),
    CaseState.POSTPONED: (),
    CaseState.CANCELLED: (),
    CaseState.PURGED: (),
}
"""What may follow by work done. A case is postponed, cancelled or ended early with a reason."""

BEFORE_OPENING = frozenset(
    {
        CaseState.PLANNED,
        CaseState.TEAM_SET,
        CaseState.PLAN_ISSUED,
        CaseState.PLAN_ACCEPTED,
        CaseState.ICT_TESTED,
    }
)
DURING = frozenset({CaseState.OPENED, CaseState.IN_PROGRESS, CaseState.INTERRUPTED})
HELD = frozenset(
    {
        CaseState.FIELDWORK_CLOSED,
        CaseState.REPORTING,
        CaseState.NC_OPEN,
        CaseState.PACKAGE_READY,
        CaseState.DECIDED,
        CaseState.ARCHIVED,
        CaseState.PURGED,
    }
)
"""The audit itself is done; for the cycle it counts as held."""

CLOSED = frozenset({CaseState.DECIDED, CaseState.ARCHIVED, CaseState.PURGED, CaseState.CANCELLED})

WAYS_OUT: dict[str, frozenset[str]] = {
    CaseState.POSTPONED: frozenset(BEFORE_OPENING),
    CaseState.CANCELLED: frozenset(BEFORE_OPENING | {CaseState.POSTPONED}),
    CaseState.ENDED_EARLY: frozenset(DURING),
}
"""State that a reason leads to → the states from which it may be taken."""


class Step(StrEnum):
    """The seven steps that a case's bar shows."""

    SURVEY = "survey"
    FEASIBILITY = "feasibility"
    PLAN = "plan"
    TEST = "test"
    CONDUCT = "conduct"
    REPORT = "report"
    DECISION = "decision"


FIRST_STEP: dict[str, Step] = {
    CaseState.PLANNED: Step.SURVEY,
    CaseState.TEAM_SET: Step.SURVEY,
    CaseState.PLAN_ISSUED: Step.PLAN,
    CaseState.PLAN_ACCEPTED: Step.TEST,
    CaseState.ICT_TESTED: Step.CONDUCT,
    CaseState.OPENED: Step.CONDUCT,
    CaseState.IN_PROGRESS: Step.CONDUCT,
    CaseState.INTERRUPTED: Step.CONDUCT,
    CaseState.FIELDWORK_CLOSED: Step.REPORT,
    CaseState.REPORTING: Step.REPORT,
    CaseState.NC_OPEN: Step.REPORT,
    CaseState.ENDED_EARLY: Step.REPORT,
    CaseState.PACKAGE_READY: Step.DECISION,
}
"""The first step that may still be open in a state; states not named have none left."""


def may_follow(state: str, to: str) -> bool:
    """Whether work done may bring a case from ``state`` to ``to``."""
    return to in FLOW[state]


def current_step(state: str, open_steps: frozenset[str]) -> Step | None:
    """The step a case is in: the first that its state leaves and that still lacks something.

    Before the plan is issued the state says too little: survey, feasibility and planning
    go on at the same time, so the first of them with something missing is the current one.
    """
    first = FIRST_STEP.get(state)
    if first is not Step.SURVEY:
        return first
    early = (Step.SURVEY, Step.FEASIBILITY)
    return next((step for step in early if step in open_steps), Step.PLAN)
