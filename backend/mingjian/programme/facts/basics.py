"""A case's own entries: without dates and a coordinator nobody can plan or be invited."""

from collections.abc import Iterator

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase
from mingjian.programme.rules.case_states import CaseState, Step


def basics(viewer: Viewer, case: AuditCase) -> Iterator[CaseFact]:
    href = f"/audits/{case.id}"
    yield CaseFact(
        key="case.dates",
        step=Step.PLAN,
        gate=CaseState.PLAN_ISSUED,
        is_met=case.starts_on is not None and case.ends_on is not None,
        words=_dates(case),
        role="PM",
        href=href,
        verb=Words("填写日期", "Set the dates"),
    )
    yield CaseFact(
        key="case.coordinator",
        step=Step.FEASIBILITY,
        gate=CaseState.PLAN_ISSUED,
        is_met=case.coordinator_id is not None,
        words=_coordinator(case),
        role="PM",
        href=href,
        verb=Words("指定协调员", "Name a coordinator"),
    )


def _dates(case: AuditCase) -> Words:
    if case.starts_on and case.ends_on:
        days = f"{case.starts_on} – {case.ends_on}"
        return Words(f"审核日期 {days}", f"Audit dates {days}")
    return Words("还没有确定审核日期。", "The audit dates are not set yet.")


def _coordinator(case: AuditCase) -> Words:
    if case.coordinator_id:
        return Words("已指定客户审核协调员", "The client's audit coordinator is named")
    return Words("还没有指定客户的审核协调员。", "No audit coordinator of the client is named yet.")
