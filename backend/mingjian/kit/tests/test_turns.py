"""Turns are taken in the order of asking, and no place is ever lost."""

from collections.abc import Callable, Iterator
from threading import Event, Lock, Thread
from time import monotonic

import pytest

from mingjian.kit import turns as module
from mingjian.kit.turns import Turns
from tests.serving import eventually

AGES = 30.0


class Somebody:
    """Whoever takes a turn."""


@pytest.fixture
def threads() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Start a thread; all have ended when the test has."""
    started: list[Thread] = []

    def start(work: Callable[[], None]) -> None:
        started.append(Thread(target=work, daemon=True))
        started[-1].start()

    yield start
    for thread in started:
        thread.join(AGES)
        assert not thread.is_alive()


def test_twenty_go_in_by_the_order_in_which_they_came(
    threads: Callable[[Callable[[], None]], None],
) -> None:
    turns, holder, order = Turns(1), Somebody(), list[int]()
    turns.enter(holder, within_seconds=0)
    for number in range(20):

        def work(number: int = number) -> None:
            me = Somebody()
            turns.enter(me, within_seconds=AGES)
            order.append(number)
            turns.leave(me)

        threads(work)
        eventually(lambda: len(turns) == number + 1)  # noqa: B023  (looked at before the next)
    turns.leave(holder)
    eventually(lambda: len(order) == 20)
    assert order == list(range(20))


def test_never_more_are_inside_than_there_are_places(
    threads: Callable[[Callable[[], None]], None],
) -> None:
    turns, lock, inside, most = Turns(3), Lock(), list[int](), list[int]()

    def work() -> None:
        for number in range(50):
            me = Somebody()
            assert turns.enter(me, within_seconds=AGES)
            with lock:
                inside.append(number)
                most.append(len(inside))
            with lock:
                inside.pop()
            turns.leave(me)

    for _ in range(8):
        threads(work)
    eventually(lambda: len(most) == 400)
    assert max(most) <= 3


def test_who_has_waited_long_enough_is_told_and_holds_up_nobody() -> None:
    turns, holder, late, next_one = Turns(1), Somebody(), Somebody(), Somebody()
    turns.enter(holder, within_seconds=0)
    started = monotonic()
    assert not turns.enter(late, within_seconds=0.2)
    assert 0.2 <= monotonic() - started < AGES
    turns.leave(late)
    assert not turns.enter(next_one, within_seconds=0)
    turns.leave(holder)
    assert turns.enter(next_one, within_seconds=0)


def test_who_is_inside_stays_there_and_leaves_once() -> None:
    turns, one, other = Turns(1), Somebody(), Somebody()
    assert turns.enter(one, within_seconds=0)
    assert turns.enter(one, within_seconds=0)
    turns.leave(one)
    turns.leave(one)
    assert turns.enter(other, within_seconds=0)


def test_the_place_of_one_that_vanished_is_free(
    monkeypatch: pytest.MonkeyPatch, threads: Callable[[Callable[[], None]], None]
) -> None:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.02)
    turns, vanishing, got_in = Turns(1), [Somebody()], Event()
    turns.enter(vanishing[0], within_seconds=0)

    def work() -> None:
        if turns.enter(me, within_seconds=AGES):
            got_in.set()

    me = Somebody()
    threads(work)
    eventually(lambda: len(turns) == 1)
    vanishing.clear()
    assert got_in.wait(AGES)
