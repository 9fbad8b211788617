"""From planned wall time to instants: a time that does not exist, or comes twice, is refused."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from mingjian.programme.errors.plans import (
    ItemOrderError,
    LocalTimeError,
    TimeSkippedError,
    TimeTwiceError,
)

LONGEST = timedelta(hours=16)
FORM = "%Y-%m-%dT%H:%M"


def instant(local: str, zone: str) -> datetime:
    """The UTC instant of a wall time such as ``2026-11-23T09:30`` in an IANA zone."""
    shown = local.replace("T", " ")
    try:
        wall = datetime.strptime(local, FORM)  # noqa: DTZ007  (a wall time has no zone yet)
    except ValueError:
        raise LocalTimeError(time=shown) from None
    first = wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    second = wall.replace(tzinfo=ZoneInfo(zone), fold=1)
    there_and_back = first.astimezone(UTC).astimezone(ZoneInfo(zone))
    if there_and_back.replace(tzinfo=None) != wall:
        raise TimeSkippedError(time=shown, zone=zone)
    if first.utcoffset() != second.utcoffset():
        raise TimeTwiceError(time=shown, zone=zone)
    return first.astimezone(UTC)


def span(local_start: str, local_end: str, zone: str) -> tuple[datetime, datetime]:
    """Both instants of an item, in order."""
    starts, ends = instant(local_start, zone), instant(local_end, zone)
    if not timedelta(0) < ends - starts <= LONGEST:
        raise ItemOrderError
    return starts, ends


def shifted(local: str, days: int) -> str:
    """The same time of day so many days later: how an old plan comes to new dates."""
    wall = datetime.strptime(local, FORM) + timedelta(days=days)  # noqa: DTZ007
    return wall.strftime(FORM)


def local_day(local: str) -> date:
    return date.fromisoformat(local[:10])
