"""Checks of when: meetings, dates, and nobody in two places at once."""

from collections.abc import Iterator
from itertools import combinations

from mingjian.kit.words import Words
from mingjian.programme.rules.plan_checks.draft import AUDITORS, Draft, Finding, Item

CHANGE_TIME = Words("改时间", "Change the time")
ADD = Words("加到计划", "Add to the plan")
FREE_OF_MEETINGS = frozenset({"team", "travel", "client_talk", "break"})
"""Kinds that may come before the opening or after the closing meeting."""


def opening_meeting(draft: Draft) -> Iterator[Finding]:
    if not any(item.kind == "opening" for item in draft.items):
        yield _no_meeting("opening", Words("没有安排首次会议。", "There is no opening meeting."))


def closing_meeting(draft: Draft) -> Iterator[Finding]:
    if not any(item.kind == "closing" for item in draft.items):
        yield _no_meeting("closing", Words("没有安排末次会议。", "There is no closing meeting."))


def within_dates(draft: Draft) -> Iterator[Finding]:
    """Everything but talks before the audit lies within its dates."""
    if draft.starts_on is None or draft.ends_on is None:
        return
    dates = f"{draft.starts_on:%m-%d} – {draft.ends_on:%m-%d}"
    for item in draft.items:
        early = item.day < draft.starts_on and item.kind not in {"client_talk", "travel", "team"}
        if early or item.day > draft.ends_on:
            yield _misplaced(
                item,
                "dates",
                Words(
                    f"{item.when}“{item.title}”不在审核日期 {dates} 之内。",
                    f"“{item.title}”, {item.when}, lies outside the audit dates {dates}.",
                ),
            )


def within_meetings(draft: Draft) -> Iterator[Finding]:
    """No audit work before the opening meeting has ended or after the closing has begun."""
    opened = min((each.ends_at for each in draft.items if each.kind == "opening"), default=None)
    closed = max((each.starts_at for each in draft.items if each.kind == "closing"), default=None)
    for item in draft.items:
        if item.kind == "work" and opened and item.starts_at < opened:
            words = Words(
                f"{item.when}“{item.title}”早于首次会议结束。",
                f"“{item.title}”, {item.when}, begins before the opening meeting has ended.",
            )
            yield _misplaced(item, "before_opening", words)
        if item.kind == "work" and closed and item.ends_at > closed:
            words = Words(
                f"{item.when}“{item.title}”晚于末次会议开始。",
                f"“{item.title}”, {item.when}, ends after the closing meeting has begun.",
            )
            yield _misplaced(item, "after_closing", words)


def double_booked(draft: Draft) -> Iterator[Finding]:
    """Nobody carries out two items of this plan at once."""
    for one, other in combinations(sorted(draft.items, key=lambda item: item.starts_at), 2):
        shared = tuple(each for each in one.members if each in other.members)
        if shared and one.overlaps(other.starts_at, other.ends_at):
            names = draft.names(shared)
            yield Finding(
                check="double_booked",
                about=f"{one.id}:{other.id}",
                rule="ISO 19011:2018 6.3.2",
                words=Words(
                    f"{other.when} {names}的“{other.title}”与“{one.title}”冲突。",
                    f"{other.when}: {names} has “{other.title}” and “{one.title}” at once.",
                ),
                items=(other.id, one.id),
                fix_words=CHANGE_TIME,
            )


def busy_elsewhere(draft: Draft) -> Iterator[Finding]:
    """Nobody is in another audit at the same instant, whatever the clocks there show."""
    for item in draft.items:
        for engaged in draft.engaged:
            if engaged.member in item.members and item.overlaps(engaged.starts_at, engaged.ends_at):
                names = draft.names((engaged.member,))
                yield Finding(
                    check="busy_elsewhere",
                    about=f"{item.id}:{engaged.member}:{engaged.starts_at:%Y%m%d%H%M}",
                    rule="ISO/IEC 17021-1:2015 9.2.2.1",
                    words=Words(
                        f"{item.when} {names}的“{item.title}”与“{engaged.where}”的审核冲突。",
                        f"{item.when}: {names} has “{item.title}” here "
                        f"and an audit of “{engaged.where}” at the same time.",
                    ),
                    items=(item.id,),
                    fix_words=CHANGE_TIME,
                )


def experts_alone(draft: Draft) -> Iterator[Finding]:
    """A technical expert or trainee never works without an auditor beside them."""
    for item in draft.items:
        if item.kind != "work" or not item.members:
            continue
        present = [each for each in draft.team if each.id in item.members]
        if present and not any(each.role in AUDITORS for each in present):
            names = "、".join(each.name for each in present)
            yield Finding(
                check="experts_alone",
                about=str(item.id),
                rule="ISO/IEC 17021-1:2015 9.2.2.1.3",
                words=Words(
                    f"{item.when}“{item.title}”只有{names}，没有审核员在场。",
                    f"“{item.title}”, {item.when}: {names} without an auditor.",
                ),
                items=(item.id,),
                fix_words=Words("加审核员", "Add an auditor"),
            )


def _no_meeting(kind: str, words: Words) -> Finding:
    return Finding(
        check=kind,
        rule="ISO/IEC 17021-1:2015 9.4.2, 9.4.7",
        words=words,
        fix="add",
        fix_words=ADD,
        add_kind=kind,
    )


def _misplaced(item: Item, check: str, words: Words) -> Finding:
    return Finding(
        check=check,
        about=str(item.id),
        rule="ISO/IEC 17021-1:2015 9.2.3",
        words=words,
        items=(item.id,),
        fix_words=CHANGE_TIME,
    )
