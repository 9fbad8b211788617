"""Effective minutes: presence while the session ran, less what was agreed or broke down."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.rooms.rules.intervals import (
    Interval,
    effective,
    total,
    united,
    whole_minutes,
    without,
)

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def minutes(first: int, last: int) -> Interval:
    return Interval(START + timedelta(minutes=first), START + timedelta(minutes=last))


SESSION = minutes(0, 120)

intervals = st.lists(
    st.tuples(st.integers(-60, 240), st.integers(0, 120)).map(
        lambda pair: minutes(pair[0], pair[0] + pair[1])
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("there", "lost", "counted"),
    [
        ([(0, 120)], [], 120),
        ([(-10, 130)], [], 120),
        ([(0, 120)], [(50, 65)], 105),
        ([(0, 50), (70, 120)], [(40, 80)], 80),
        ([(0, 60), (30, 120)], [], 120),
        ([(0, 30)], [(20, 90), (25, 40)], 20),
        ([(130, 150)], [], 0),
        ([], [(0, 10)], 0),
    ],
)
def test_minutes_are_counted_as_a_person_would(
    there: list[tuple[int, int]], lost: list[tuple[int, int]], counted: int
) -> None:
    stays, gaps = [minutes(*each) for each in there], [minutes(*each) for each in lost]
    assert whole_minutes(effective(stays, SESSION, gaps)) == counted


def minute_by_minute(stays: list[Interval], gaps: list[Interval]) -> int:
    """The same, as a peer would write it down with pencil and paper."""

    def covers(pieces: list[Interval], instant: datetime) -> bool:
        return any(each.start <= instant < each.end for each in pieces)

    ticks = [START + timedelta(minutes=each) for each in range(120)]
    return sum(1 for tick in ticks if covers(stays, tick) and not covers(gaps, tick))


@given(intervals, intervals)
def test_the_sum_is_what_counting_each_minute_gives(
    stays: list[Interval], gaps: list[Interval]
) -> None:
    assert whole_minutes(effective(stays, SESSION, gaps)) == minute_by_minute(stays, gaps)


@given(intervals, intervals)
def test_nothing_counts_twice_and_nothing_lost_counts(
    stays: list[Interval], gaps: list[Interval]
) -> None:
    left = without(stays, gaps)
    assert total(left) + total(gaps) == total([*left, *gaps])
    assert total(left) <= total(stays)


@given(intervals)
def test_united_time_is_in_order_and_apart(stays: list[Interval]) -> None:
    whole = united(stays)
    assert all(one.end < other.start for one, other in itertools.pairwise(whole))


def test_a_begun_minute_is_not_credited() -> None:
    assert whole_minutes(timedelta(minutes=2, seconds=59)) == 2
