"""Whether what ties a person to a client keeps them from auditing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingjian.programme.rules.team_rules import TeamRules

CLEAR, WATCH, CONFLICT = "clear", "watch", "conflict"
ORDER = (CLEAR, WATCH, CONFLICT)


@dataclass(frozen=True, slots=True)
class Tie:
    """An interest, as far as the rules look at it."""

    kind: str
    since: date
    until: date | None
    decision: str = "open"


def free_from(tie: Tie, rules: TeamRules) -> date | None:
    """The first day on which the tie excludes no longer; None while it has no end."""
    if tie.until is None:
        return None
    return _years_after(tie.until, rules.cooling_off_years.get(tie.kind, 0))


def standing(tie: Tie, on: date, rules: TeamRules) -> str:
    """``clear``, ``watch`` or ``conflict`` on the day ``on``.

    A committee's decision stands above the rules; without one the kind and the years decide.
    """
    if tie.decision == "excluded":
        return CONFLICT
    if tie.decision == "accepted" or on < tie.since:
        return CLEAR
    if tie.decision == "safeguarded":
        return WATCH
    free = free_from(tie, rules)
    if free is not None and free <= on:
        return CLEAR
    return WATCH if tie.kind in rules.watched else CONFLICT


def worst(standings: Sequence[str]) -> str:
    return max(standings, key=ORDER.index, default=CLEAR)


def led_in_a_row(leaders: Sequence[str], person: str) -> int:
    """How many of the latest audits of a client, newest first, the person led without a break."""
    count = 0
    for leader in leaders:
        if leader != person:
            break
        count += 1
    return count


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=3, day=1)
