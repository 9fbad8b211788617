"""May this person take this place in that team, and why: reasons, ranked the same for everybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingjian.kit.words import Words
from mingjian.programme.rules.competence import (
    NEEDS_QUALIFICATION,
    Held,
    covers_any,
    fills,
)
from mingjian.programme.rules.impartiality import CLEAR, CONFLICT
from mingjian.programme.rules.team_rules import TeamRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """The place to fill."""

    role: str
    schemes: tuple[str, ...]
    codes: tuple[str, ...]
    first: date
    last: date
    is_final: bool = False
    """The codes are those to be assigned, not those that the audit needs from somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one person with a view to one case."""

    is_active: bool = True
    held: tuple[Held, ...] = ()
    duties: tuple[str, ...] = ()
    """Other duties on the same case: ``reviewer``, ``decision_maker``."""
    standing: str = CLEAR
    ties: str = ""
    visits: int = 0
    led_in_a_row: int = 0
    absences: tuple[str, ...] = ()
    bookings: tuple[str, ...] = ()
    week_days: float = 0
    """Auditor-days already planned in the weeks of the audit."""
    ict: bool | None = None
    """Whether competence in the remote tools is confirmed; None where nobody asks."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against; ``blocks`` refuses, otherwise it warns."""

    key: str
    is_good: bool
    words: Words
    blocks: bool = False
    clause: str = ""


def reasons(need: Need, known: Known, rules: TeamRules) -> list[Reason]:
    """Everything that speaks for or against the person, in the order in which it is shown."""
    found: list[Reason] = []
    if not known.is_active:
        found.append(Reason("active", False, Words("此人已停用。", "Deactivated."), blocks=True))
    found += _competence(need, known, rules)
    found += _impartial(known, rules)
    found += _available(known, rules)
    found += _experience(need, known, rules)
    return found


def rank(found: list[Reason], known: Known) -> tuple[int, int, int, float]:
    """Sorts candidates: who may come first, then few warnings, many visits, little work."""
    blocked = sum(1 for reason in found if reason.blocks and not reason.is_good)
    warned = sum(1 for reason in found if not reason.blocks and not reason.is_good)
    return blocked, warned, -known.visits, known.week_days


def _competence(need: Need, known: Known, rules: TeamRules) -> Iterator[Reason]:
    if need.role not in NEEDS_QUALIFICATION:
        return
    clause = rules.clauses.get("competence", "")
    for scheme in need.schemes:
        held = [each for each in known.held if fills(each, scheme, need.role, rules)]
        valid = [each for each in held if each.holds(need.first, need.last)]
        if valid:
            yield Reason("competent", True, Words(f"{scheme} 资格有效", f"Qualified for {scheme}"))
        elif held:
            yield Reason("competent", False, _lapsed(scheme, held, need), True, clause)
        else:
            words = Words(
                f"没有{scheme}的相应资格。", f"No qualification for {scheme} in this role."
            )
            yield Reason("competent", False, words, True, clause)
    yield from _codes(need, known, rules)


def _lapsed(scheme: str, held: list[Held], need: Need) -> Words:
    last = max((each.last for each in held if each.last), default=None)
    if last and last < need.last:
        return Words(
            f"{scheme} 资格 {last} 到期，不覆盖审核日期。",
            f"The {scheme} qualification ends on {last}, before the audit does.",
        )
    first = min(each.first for each in held)
    return Words(
        f"{scheme} 资格 {first} 才生效。", f"The {scheme} qualification begins on {first} only."
    )


def _codes(need: Need, known: Known, rules: TeamRules) -> Iterator[Reason]:
    held = [each for each in known.held if each.holds(need.first, need.last)]
    granted = {code for each in held if each.scheme in need.schemes for code in each.codes}
    for code in need.codes:
        if covers_any(granted, code, rules.separator):
            yield Reason("code", True, Words(f"专业 {code} ✓", f"Code {code} ✓"))
        else:
            words = Words(f"不具备专业 {code}。", f"Does not cover code {code}.")
            yield Reason("code", False, words, need.is_final, rules.clauses.get("codes", ""))


def _impartial(known: Known, rules: TeamRules) -> Iterator[Reason]:
    clause = rules.clauses.get("impartiality", "")
    if known.duties:
        words = Words(
            "此人是该审核的评审或认证决定人员，不能进入审核组。",
            "Reviews or decides on this case, and so cannot be in its team.",
        )
        yield Reason("separate", False, words, True, rules.clauses.get("separation", ""))
    if known.standing == CONFLICT:
        words = Words(
            f"与该客户存在利益冲突：{known.ties}。", f"Conflict of interest: {known.ties}."
        )
        yield Reason("impartial", False, words, True, clause)
    elif known.standing != CLEAR:
        words = Words(f"与该客户有关系：{known.ties}。", f"A tie to this client: {known.ties}.")
        yield Reason("impartial", False, words, clause=clause)
    else:
        yield Reason("impartial", True, Words("无利益冲突", "No conflict of interest"))


def _available(known: Known, rules: TeamRules) -> Iterator[Reason]:
    clause = rules.clauses.get("availability", "")
    taken = known.absences + known.bookings
    if known.absences:
        what = "、".join(known.absences)
        words = Words(f"审核期间缺勤：{what}。", f"Absent during the audit: {what}.")
        yield Reason("available", False, words, clause=clause)
    if known.bookings:
        what = "、".join(known.bookings)
        words = Words(f"同一时间已有安排：{what}。", f"Booked at the same time: {what}.")
        yield Reason("available", False, words, clause=clause)
    if not taken:
        yield Reason("available", True, Words("审核期间有空", "Available"))


def _experience(need: Need, known: Known, rules: TeamRules) -> Iterator[Reason]:
    if known.visits:
        count = known.visits
        words = Words(f"曾 {count} 次往审", f"Audited this client {count}×")
        yield Reason("visits", True, words)
    if need.role == "LA" and known.led_in_a_row >= rules.lead_rotation:
        count = known.led_in_a_row
        words = Words(
            f"已连续 {count} 次担任该客户的组长，应轮换。",
            f"Led the last {count} audits of this client: rotate.",
        )
        yield Reason("rotation", False, words, clause=rules.clauses.get("rotation", ""))
    if known.ict is False:
        words = Words(
            "远程审核工具能力未确认。", "Competence in the remote tools is not confirmed."
        )
        yield Reason("ict", False, words, clause=rules.clauses.get("ict", ""))
    if known.ict:
        yield Reason("ict", True, Words("远程工具能力有效", "Remote tools confirmed"))
