"""A few requests are worked on at once, the others wait at the door: but never for ever."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse

from mingjian.kit import door as module
from mingjian.kit.door import AT_ONCE, Door
from tests.serving import eventually

AGES = 30.0
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite has a door")


class Office:
    """Answers when told to, and counts who is inside."""

    def __init__(self) -> None:
        self.may_answer, self.inside, self.most, self._lock = Event(), 0, 0, Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.may_answer.wait(AGES)
        with self._lock:
            self.inside -= 1
        return HttpResponse()


def enter(door: Callable[[HttpRequest], object], times: int) -> ThreadPoolExecutor:
    pool = ThreadPoolExecutor(times)
    for _ in range(times):
        pool.submit(door, HttpRequest())
    return pool


@on_sqlite
def test_no_more_are_worked_on_than_the_door_lets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", AGES)
    office = Office()
    door = Door(office)
    with enter(door, 3 * AT_ONCE):
        eventually(lambda: len(door.turns) == 2 * AT_ONCE)
        assert office.inside == AT_ONCE
        office.may_answer.set()
    assert office.most == AT_ONCE
    assert office.inside == len(door.turns) == 0


@on_sqlite
def test_requests_that_take_for_ever_keep_nobody_out_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.1)
    office = Office()
    with enter(Door(office), AT_ONCE + 1):
        eventually(lambda: office.inside == AT_ONCE + 1)
        office.may_answer.set()


@on_sqlite
def test_an_error_leaves_no_place_taken() -> None:
    def fail(request: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError

    door = Door(fail)
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ZeroDivisionError):
            door(HttpRequest())
    assert door.turns.enter(door, within_seconds=0)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="only SQLite has a door")
def test_postgresql_has_no_door() -> None:
    with pytest.raises(MiddlewareNotUsed):
        Door(lambda request: HttpResponse())
