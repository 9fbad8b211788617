"""The due window: an audit that is planned after it breaks the rules of the cycle."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase
from mingjian.programme.rules.case_states import Step


def cycle(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    """Advice, no gate: a late audit is better than none, but somebody has to answer for it."""
    if case.due_by is None or case.ends_on is None:
        return
    in_time = case.ends_on <= case.due_by
    yield CaseFact(
        key="cycle.window",
        step=Step.PLAN,
        is_met=in_time,
        words=Words(f"在时限 {case.due_by} 之内", f"Within the window, by {case.due_by}")
        if in_time
        else Words(
            f"审核结束日期 {case.ends_on} 晚于时限 {case.due_by}。",
            f"The audit ends on {case.ends_on}, after its last day {case.due_by}.",
        ),
        role="PM",
        href=f"/programmes/{case.programme_id}",
        verb=Words("查看认证周期", "See the cycle"),
    )
