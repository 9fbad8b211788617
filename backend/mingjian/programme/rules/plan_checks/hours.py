"""Checks of how long: breaks from the screen, the length of a day, and the time required."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from mingjian.kit.words import Words
from mingjian.programme.rules.plan_checks.draft import PAUSES, Draft, Finding, Item, Member
from mingjian.programme.rules.plan_checks.times import CHANGE_TIME

HOUR = Decimal(60)


def screen_breaks(draft: Draft) -> Iterator[Finding]:
    """Nobody sits before a screen for longer than agreed without a break."""
    limits = draft.limits
    for member in draft.auditors():
        for run in _runs(draft, member):
            minutes = int((run[-1].ends_at - run[0].starts_at).total_seconds()) // 60
            if minutes > limits.screen_minutes:
                yield Finding(
                    check="screen_breaks",
                    about=f"{member.id}:{run[0].id}",
                    rule=limits.source,
                    words=Words(
                        f"{run[0].when} 起{member.name}连续看屏幕 {minutes} 分钟，"
                        f"每 {limits.screen_minutes} 分钟至少休息 {limits.break_minutes} 分钟。",
                        f"From {run[0].when} {member.name} is before a screen for {minutes} "
                        f"minutes; {limits.break_minutes} minutes' rest every "
                        f"{limits.screen_minutes} are due.",
                    ),
                    items=tuple(item.id for item in run),
                    fix="add",
                    fix_words=Words("加休息", "Add a break"),
                    add_kind="break",
                    may_override=True,
                )


def longest_day(draft: Draft) -> Iterator[Finding]:
    """No member works longer than a full day; a longer day saves no audit time either."""
    for member in draft.team:
        for day, minutes in _busy_by_day(draft, member).items():
            if minutes > draft.limits.day_minutes:
                items = tuple(item.id for item in draft.of(member) if item.day == day)
                yield Finding(
                    check="longest_day",
                    about=f"{member.id}:{day}",
                    rule="IAF MD 5:2023 2.2",
                    words=Words(
                        f"{day:%m-%d} {member.name}安排了 {_hours(minutes)} 小时，"
                        f"每天不超过 {_hours(draft.limits.day_minutes)} 小时。",
                        f"{member.name} has {_hours(minutes)} h on {day:%m-%d}; "
                        f"at most {_hours(draft.limits.day_minutes)} h a day.",
                    ),
                    items=items[-1:],
                    fix_words=CHANGE_TIME,
                    may_override=True,
                )


def audit_time(draft: Draft) -> Iterator[Finding]:
    """The auditors' days in the team are no fewer than the calculation asks for."""
    assigned = sum((member.days for member in draft.auditors()), Decimal(0))
    if draft.required_days is not None and assigned < draft.required_days:
        yield Finding(
            check="audit_time",
            rule="IAF MD 5:2023 3.2",
            words=Words(
                f"审核组共 {assigned} 人日，少于要求的 {draft.required_days} 人日。",
                f"The team has {assigned} auditor-days, fewer than the {draft.required_days} "
                "required.",
            ),
            fix="team",
            fix_words=Words("调整审核组", "Change the team"),
        )


def time_with_the_client(draft: Draft) -> Iterator[Finding]:
    """At least 80 % of the required audit time is in the plan, on site or remote."""
    if draft.required_days is None:
        return
    percent = draft.limits.onsite_percent
    least = draft.required_days * percent / 100 * draft.limits.day_minutes
    planned = draft.auditor_minutes()
    if planned < least:
        days = _days(planned, draft.limits.day_minutes)
        yield Finding(
            check="time_with_client",
            rule="IAF MD 5:2023 4.1",
            words=Words(
                f"计划中的审核时间 {days} 人日，少于要求的 {draft.required_days} 人日的 {percent} %"
                f"（{_days(least, draft.limits.day_minutes)} 人日）。",
                f"The plan holds {days} auditor-days, less than {percent} % of the "
                f"{draft.required_days} required ({_days(least, draft.limits.day_minutes)}).",
            ),
            fix="add",
            fix_words=Words("增加安排", "Add items"),
            add_kind="work",
            may_override=True,
        )


def planned_days(draft: Draft) -> Decimal:
    """Audit time of the plan in auditor-days."""
    return _days(draft.auditor_minutes(), draft.limits.day_minutes)


def _runs(draft: Draft, member: Member) -> Iterator[list[Item]]:
    """A member's remote items in a row, without a gap between them long enough for a break."""
    run: list[Item] = []
    gap = timedelta(minutes=draft.limits.break_minutes)
    for item in draft.of(member):
        if item.kind in PAUSES:
            continue
        if run and (item.starts_at - run[-1].ends_at >= gap or not item.is_remote):
            yield run
            run = []
        if item.is_remote:
            run.append(item)
    if run:
        yield run


def _busy_by_day(draft: Draft, member: Member) -> dict[date, int]:
    days: dict[date, int] = {}
    for item in draft.of(member):
        if item.kind not in PAUSES:
            days[item.day] = days.get(item.day, 0) + item.minutes
    return days


def _hours(minutes: int) -> str:
    return f"{Decimal(minutes) / HOUR:.1f}".removesuffix(".0")


def _days(minutes: int | Decimal, day: int) -> Decimal:
    return (Decimal(minutes) / day).quantize(Decimal("0.01"))
