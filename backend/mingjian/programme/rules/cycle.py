"""Which audits a certification cycle needs, and from when to when each of them is due.

The IAF counts from the decision: the first surveillance within twelve months of it, then one
in every calendar year. The Chinese rules count from the day of issue: the first within
twelve months, never more than twelve between two, at least two in a cycle; a certificate
that runs over must be suspended and reported. Recertification comes before expiry, with the
lead time that a decision needs. All figures are rule data.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mingjian.programme.rules.days import last_day_of, months_after

SURVEILLANCE, RECERTIFICATION = "surveillance", "recertification"


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleRules:
    """The rules of one jurisdiction, with what the body adds to them."""

    counts_from: str
    """``decision`` or ``issue``."""
    clause: str
    recertification_clause: str
    cycle_months: int
    surveillances: int
    first_months: int
    interval_months: int | None
    once_a_calendar_year: bool
    must_suspend: bool
    window_months: int
    recertification_window_months: int
    recertification_lead_days: int
    alert_days: tuple[int, ...]

    @staticmethod
    def of(
        due: Mapping[str, Any], body: Mapping[str, Any], clauses: tuple[str, str]
    ) -> "CycleRules":
        """From the parameters of the jurisdiction's rule packs and of the body's ``cycle``."""
        interval = due.get("surveillance_months")
        return CycleRules(
            counts_from=due["first_surveillance_from"],
            clause=clauses[0],
            recertification_clause=clauses[1],
            cycle_months=12 * due["cycle_years"],
            surveillances=due["surveillances_per_cycle"],
            first_months=due["first_surveillance_months"],
            interval_months=interval,
            once_a_calendar_year=interval is None,
            must_suspend=due.get("suspend_when_overdue", False),
            window_months=body["window_months"],
            recertification_window_months=body["recertification_window_months"],
            recertification_lead_days=body["recertification_lead_days"],
            alert_days=tuple(sorted(body["alert_days"], reverse=True)),
        )


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit of the cycle that exists: when it was held, or is planned to be."""

    kind: str
    sequence: int
    on: date | None
    is_held: bool


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when one audit of the cycle is due, and by which clause."""

    kind: str
    sequence: int
    due_from: date
    due_by: date
    clause: str


def windows(
    rules: CycleRules, certified: date, expires: date | None, audits: Iterable[Audit] = ()
) -> list[Window]:
    """Every audit that the cycle needs, in order.

    A surveillance that was held, or has a day, decides when the next one is due; where
    audits are early, a further surveillance closes the gap before the recertification.
    """
    known = {(audit.kind, audit.sequence): audit for audit in audits}
    last = _recertification(rules, certified, expires)
    found: list[Window] = []
    due = months_after(certified, rules.first_months)
    sequence = 1
    while sequence <= rules.surveillances or due < last.due_by:
        due = min(due, last.due_by)
        start = max(months_after(due, -rules.window_months), certified)
        found.append(Window(SURVEILLANCE, sequence, start, due, rules.clause))
        audit = known.get((SURVEILLANCE, sequence))
        due = _next(rules, _day_of(audit, due), last.due_by)
        sequence += 1
    return [*found, last]


def expiry(rules: CycleRules, certified: date, expires: date | None) -> date:
    """The certificate's last day, as entered or as the cycle's length says."""
    return expires or last_day_of(certified, rules.cycle_months)


def threshold(days_left: int, alert_days: Sequence[int]) -> int | None:
    """The nearest of the alert days that has been reached, e.g. 30 with 24 days left."""
    return min((days for days in alert_days if days_left <= days), default=None)


def _recertification(rules: CycleRules, certified: date, expires: date | None) -> Window:
    end = expiry(rules, certified, expires)
    due = end - timedelta(days=rules.recertification_lead_days)
    start = months_after(end, -rules.recertification_window_months)
    return Window(RECERTIFICATION, 1, min(start, due), due, rules.recertification_clause)


def _day_of(audit: Audit | None, due: date) -> date:
    """The day from which the next interval counts: held, else planned, else the last one."""
    return audit.on if audit and audit.on else due


def _next(rules: CycleRules, day: date, recertified_by: date) -> date:
    """By when the audit after the one on ``day`` is due."""
    bounds = []
    if rules.interval_months:
        bounds.append(months_after(day, rules.interval_months))
    if rules.once_a_calendar_year:
        # The year of the recertification needs no surveillance beside it.
        bounds.append(date(day.year + 1, 12, 31))
    return min(bounds, default=recertified_by)
