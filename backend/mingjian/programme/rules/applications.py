"""States of an application, the checks of its review, and what acceptance still lacks."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from mingjian.kit.words import Words


class ApplicationState(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWING = "reviewing"
    INFO_REQUESTED = "info_requested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CONTRACTED = "contracted"


FOLLOWS: dict[ApplicationState, frozenset[ApplicationState]] = {
    ApplicationState.DRAFT: frozenset({ApplicationState.SUBMITTED}),
    ApplicationState.SUBMITTED: frozenset({ApplicationState.REVIEWING}),
    ApplicationState.REVIEWING: frozenset(
        {ApplicationState.INFO_REQUESTED, ApplicationState.ACCEPTED, ApplicationState.DECLINED}
    ),
    ApplicationState.INFO_REQUESTED: frozenset({ApplicationState.REVIEWING}),
    ApplicationState.ACCEPTED: frozenset({ApplicationState.CONTRACTED}),
    ApplicationState.DECLINED: frozenset(),
    ApplicationState.CONTRACTED: frozenset(),
}
"""State → the states that may follow."""

NAMES: dict[ApplicationState, Words] = {
    ApplicationState.DRAFT: Words("填写中", "being filled in"),
    ApplicationState.SUBMITTED: Words("已提交", "submitted"),
    ApplicationState.REVIEWING: Words("评审中", "under review"),
    ApplicationState.INFO_REQUESTED: Words("待补充信息", "waiting for information"),
    ApplicationState.ACCEPTED: Words("已受理", "accepted"),
    ApplicationState.DECLINED: Words("不予受理", "declined"),
    ApplicationState.CONTRACTED: Words("已签合同", "under contract"),
}

OPEN = frozenset(ApplicationState) - {ApplicationState.DECLINED, ApplicationState.CONTRACTED}
"""States in which something still waits for somebody."""


class Check(StrEnum):
    """What a review answers (ISO/IEC 17021-1 §9.1.2)."""

    SCOPE = "scope"
    APPROVED = "approved"
    COMPETENCE = "competence"
    IMPARTIALITY = "impartiality"
    RESOURCES = "resources"
    AUDIT_TIME = "audit_time"
    REMOTE = "remote"


CHECK_NAMES: dict[Check, Words] = {
    Check.SCOPE: Words("范围和专业代码", "scope and technical codes"),
    Check.APPROVED: Words("本机构已获批准并有能力", "approval and ability of the body"),
    Check.COMPETENCE: Words("有具备专业能力的人员", "competent people"),
    Check.IMPARTIALITY: Words("公正性", "impartiality"),
    Check.RESOURCES: Words("资源和时间", "resources and dates"),
    Check.AUDIT_TIME: Words("审核时间", "audit time"),
    Check.REMOTE: Words("远程审核适宜性", "suitability for remote auditing"),
}

MAY_BE_NO = frozenset({Check.REMOTE})
"""A client that cannot be audited remotely is audited on site."""


def may_follow(state: str, to: str) -> bool:
    return ApplicationState(to) in FOLLOWS[ApplicationState(state)]


def missing_for_acceptance(
    checks: Mapping[str, Mapping[str, Any]],
    codes: Sequence[str],
    days: Decimal | None,
    *,
    is_superseded: bool = False,
) -> list[Words]:
    """One sentence for each thing that stands between a review and its acceptance."""
    lacking = [sentence for check in Check if (sentence := _open(check, checks.get(check, {})))]
    if not codes:
        lacking.append(Words("还没有填写专业代码。", "No technical code is set."))
    if not days:
        lacking.append(Words("还没有计算审核时间。", "The audit time is not calculated."))
    if is_superseded:
        lacking.append(
            Words(
                "申请内容已变化，请重新计算审核时间。",
                "The application changed. Calculate the audit time again.",
            )
        )
    return lacking


def _open(check: Check, given: Mapping[str, Any]) -> Words | None:
    name, verdict = CHECK_NAMES[check], given.get("verdict", "")
    if not verdict:
        return Words(f"“{name.zh}”还没有结论。", f"“{name.en}” has no verdict yet.")
    if verdict == "no" and check not in MAY_BE_NO:
        return Words(f"“{name.zh}”的结论是不符合。", f"The verdict on “{name.en}” is no.")
    return None
