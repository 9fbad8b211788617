"""Who covers which technical code in which scheme, and what a team still lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from mingjian.programme.rules.team_rules import TeamRules

NEEDS_QUALIFICATION = frozenset({"LA", "AU", "TE"})
"""Team roles that count as competence; trainees, observers and interpreters cover nothing."""


@dataclass(frozen=True, slots=True)
class Held:
    """A qualification, as far as the rules look at it."""

    scheme: str
    role: str
    codes: tuple[str, ...]
    first: date
    last: date | None = None

    def holds(self, first: date, last: date) -> bool:
        """Whether it is in force on every day from ``first`` to ``last``."""
        return self.first <= first and (self.last is None or last <= self.last)


@dataclass(frozen=True, slots=True)
class Holder:
    """A member of a team with what they are assigned and what they are qualified for."""

    name: str
    role: str
    schemes: tuple[str, ...]
    """Assigned schemes; none: every one they are qualified in."""
    codes: tuple[str, ...]
    """Assigned codes; none: every one they are qualified in."""
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """One needed code in one scheme, and who covers it."""

    scheme: str
    code: str
    by: tuple[str, ...] = field(default=())


def covers_code(granted: str, needed: str, separator: str = ".") -> bool:
    """Whether a granted code covers a needed one: itself and everything below it."""
    return needed == granted or needed.startswith(granted + separator)


def covers_any(granted: Iterable[str], needed: str, separator: str = ".") -> bool:
    return any(covers_code(code, needed, separator) for code in granted)


def fills(held: Held, scheme: str, role: str, rules: TeamRules) -> bool:
    """Whether a qualification lets somebody fill the team role in that scheme."""
    return held.scheme == scheme and role in rules.role_covers.get(held.role, frozenset())


def covers(
    team: Sequence[Holder],
    schemes: Iterable[str],
    codes: Iterable[str],
    *,
    days: tuple[date, date],
    rules: TeamRules,
) -> list[Coverage]:
    """For each scheme and code that an audit needs: who covers it on all of its ``days``."""
    needed = list(codes)
    return [
        Coverage(
            scheme,
            code,
            tuple(each.name for each in team if _covers(each, scheme, code, days, rules)),
        )
        for scheme in schemes
        for code in needed
    ]


def _covers(who: Holder, scheme: str, code: str, days: tuple[date, date], rules: TeamRules) -> bool:
    if who.role not in NEEDS_QUALIFICATION:
        return False
    if who.schemes and scheme not in who.schemes:
        return False
    if who.codes and not covers_any(who.codes, code, rules.separator):
        return False
    return any(
        held.scheme == scheme
        and who.role in rules.role_covers.get(held.role, frozenset())
        and covers_any(held.codes, code, rules.separator)
        and held.holds(*days)
        for held in who.held
    )
