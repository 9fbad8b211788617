"""Stretches of time: which part of a meeting somebody was really there."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple


class Interval(NamedTuple):
    """From, until; the end itself is outside."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return max(self.end - self.start, timedelta())


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """The same time without overlaps, in order: two devices at once are one presence."""
    whole: list[Interval] = []
    for each in sorted(one for one in intervals if one.end > one.start):
        if whole and each.start <= whole[-1].end:
            whole[-1] = Interval(whole[-1].start, max(whole[-1].end, each.end))
        else:
            whole.append(each)
    return whole


def within(intervals: Iterable[Interval], bounds: Interval) -> list[Interval]:
    """What of it lies inside ``bounds``."""
    cut = (Interval(max(a, bounds.start), min(b, bounds.end)) for a, b in intervals)
    return united(cut)


def without(intervals: Iterable[Interval], excluded: Iterable[Interval]) -> list[Interval]:
    """What is left of the first once the second is taken out."""
    out = united(excluded)
    return [piece for each in united(intervals) for piece in _pieces(each, out)]


def _pieces(whole: Interval, excluded: Iterable[Interval]) -> Iterator[Interval]:
    start = whole.start
    for gap in excluded:
        if gap.end <= start or gap.start >= whole.end:
            continue
        if gap.start > start:
            yield Interval(start, gap.start)
        start = max(start, gap.end)
    if start < whole.end:
        yield Interval(start, whole.end)


def total(intervals: Iterable[Interval]) -> timedelta:
    """How long all of it is."""
    return sum((each.length for each in united(intervals)), timedelta())


def effective(
    presence: Iterable[Interval], session: Interval, lost: Iterable[Interval]
) -> timedelta:
    """Presence while the session ran, less breaks and contingencies (B05)."""
    return total(without(within(presence, session), lost))


def whole_minutes(length: timedelta) -> int:
    """Begun minutes do not count: nobody is credited with more than was worked."""
    return int(length.total_seconds() // 60)
