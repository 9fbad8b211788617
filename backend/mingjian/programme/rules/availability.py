"""When people are busy: days of audits and absences as intervals of real time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WORK_FROM, WORK_UNTIL = time(8), time(18)
"""The hours of an audit day whose items are not planned yet, in the audit's zone."""

DAY, NOON = timedelta(days=1), time(12)


@dataclass(frozen=True, slots=True)
class Busy:
    """An interval of real time, and what fills it."""

    start: datetime
    end: datetime
    label: str = ""

    def meets(self, other: "Busy") -> bool:
        return self.start < other.end and other.start < self.end


def audit_days(first: date, last: date, zone: str, label: str = "") -> list[Busy]:
    """The working hours of each day of an audit."""
    return [
        Busy(_at(day, WORK_FROM, zone), _at(day, WORK_UNTIL, zone), label)
        for day in _days(first, last)
    ]


def away(
    first: date, last: date, zone: str, *, from_noon: bool, until_noon: bool, label: str = ""
) -> Busy:
    """An absence: whole days of the person's zone, but for half days at its ends."""
    start = _at(first, NOON if from_noon else time.min, zone)
    end = _at(last, NOON, zone) if until_noon else _at(last + DAY, time.min, zone)
    return Busy(start, end, label)


def clashes(wanted: Iterable[Busy], taken: Iterable[Busy]) -> list[str]:
    """The labels of what is taken and meets something that is wanted, each once."""
    asked = list(wanted)
    found = [busy.label for busy in taken if any(busy.meets(other) for other in asked)]
    return list(dict.fromkeys(found))


def week_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _at(day: date, hour: time, zone: str) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(zone))
