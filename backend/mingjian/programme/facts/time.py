"""Audit time: calculated for what the case now is, and brought by the team."""

from collections.abc import Iterator
from decimal import Decimal

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditTime
from mingjian.programme.queries.audit_times import assigned, is_outdated, latest_time
from mingjian.programme.rules.case_states import CaseState, Step


def time(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    last = latest_time(case)
    yield CaseFact(
        key="time.calculated",
        step=Step.PLAN,
        gate=CaseState.PLAN_ISSUED,
        is_met=last is not None and not is_outdated(case, last),
        words=_calculated(case, last),
        role="PM",
        href=f"/audits/{case.id}/time",
        verb=Words("计算审核时间", "Calculate the audit time"),
    )
    if last is not None:
        yield _assigned(case, last)


def _calculated(case: AuditCase, last: AuditTime | None) -> Words:
    if last is None:
        return Words("还没有计算审核时间。", "The audit time is not calculated yet.")
    if is_outdated(case, last):
        return Words(
            "审核类型、方式、领域或人数已变化，须重新计算审核时间。",
            "Kind, mode, schemes or people changed: calculate the audit time again.",
        )
    days = f"{last.required_days.normalize():f}"
    return Words(f"审核时间 {days} 人日", f"Audit time: {days} auditor-days")


def _assigned(case: AuditCase, last: AuditTime) -> CaseFact:
    has, needs = assigned(case), last.required_days
    missing = f"{(needs - has).normalize():f}"
    shown = f"{_short(has)} / {_short(needs)}"
    return CaseFact(
        key="time.assigned",
        step=Step.PLAN,
        gate=CaseState.PLAN_ISSUED,
        is_met=has >= needs,
        words=Words(f"已安排 {shown} 人日", f"Assigned: {shown} auditor-days")
        if has >= needs
        else Words(
            f"已安排 {shown} 人日，还差 {missing}。技术专家、实习审核员、观察员和口译不计入。",
            f"Assigned: {shown} auditor-days, {missing} missing. Technical experts, trainees, "
            "observers and interpreters do not count.",
        ),
        role="PM",
        href=f"/audits/{case.id}/team",
        verb=Words("安排人日", "Assign days"),
    )


def _short(days: Decimal) -> str:
    return f"{days:.2f}".rstrip("0").rstrip(".")
