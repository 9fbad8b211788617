"""Writers of one SQLite file are served in order, and nothing that goes wrong keeps others out."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from time import monotonic
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from mingjian.kit.jobs.models import Worker
from mingjian.kit.keys.models import TenantKey
from mingjian.kit.sqlite.base import DatabaseWrapper
from mingjian.kit.turns import Turns
from tests.serving import eventually

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite has one writer at a time"),
]

AGES = 30.0
SHORTLY = 0.2

Elsewhere = Callable[[Callable[[], object]], "Future[object]"]


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    """Runs work in a thread of its own, with database connections of its own."""

    def run(work: Callable[[], object]) -> object:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(24) as pool:
        yield lambda work: pool.submit(run, work)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections that are opened from now on wait for a moment only."""
    for each in connections.all():
        each.close()
        monkeypatch.setitem(each.settings_dict["OPTIONS"], "timeout", SHORTLY)


def ours() -> DatabaseWrapper:
    found: BaseDatabaseWrapper = connections["default"]
    assert isinstance(found, DatabaseWrapper)
    return found


def waiting() -> int:
    return len(ours().turns)


def write(number: int = 0) -> int:
    with transaction.atomic():
        return Worker.objects.create(host="here", pid=number).pid


def add_key() -> None:
    TenantKey.objects.create(tenant_id=uuid4(), root_version=1, wrapped=b"")


def pids() -> list[int]:
    return list(Worker.objects.order_by("started_at").values_list("pid", flat=True))


def may_write(elsewhere: Elsewhere) -> bool:
    """Whether another thread gets in at once."""
    started = monotonic()
    elsewhere(write).result(AGES)
    return monotonic() - started < SHORTLY * 5


def test_twenty_threads_write_in_the_order_in_which_they_came(elsewhere: Elsewhere) -> None:
    written: list[Future[object]] = []
    with transaction.atomic():
        Worker.objects.create(host="here", pid=0)
        for number in range(1, 21):
            written.append(elsewhere(lambda number=number: write(number)))  # type: ignore[misc]
            eventually(lambda: waiting() == len(written))
    assert [each.result(AGES) for each in written] == list(range(1, 21))
    assert pids() == list(range(21))


def test_who_reads_does_not_wait_for_who_writes(elsewhere: Elsewhere) -> None:
    with transaction.atomic():
        Worker.objects.create(host="here", pid=1)
        assert elsewhere(Worker.objects.count).result(AGES) == 0
    assert elsewhere(Worker.objects.count).result(AGES) == 1


def test_a_single_write_waits_like_a_transaction_and_lets_the_next_in(
    elsewhere: Elsewhere,
) -> None:
    write(1)
    with transaction.atomic():
        Worker.objects.create(host="here", pid=2)
        single = elsewhere(lambda: Worker.objects.filter(pid=1).update(pid=3))
        eventually(lambda: waiting() == 1)
        assert not single.done()
    assert single.result(AGES) == 1
    assert may_write(elsewhere)


def test_a_savepoint_that_is_undone_keeps_the_turn(elsewhere: Elsewhere) -> None:
    with transaction.atomic():
        with transaction.atomic():
            Worker.objects.create(host="here", pid=1)
            transaction.set_rollback(True)
        other = elsewhere(write)
        eventually(lambda: waiting() == 1)
        assert not other.done()
    other.result(AGES)


def test_an_error_in_the_block_lets_the_next_in(elsewhere: Elsewhere) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Worker.objects.create(host="here", pid=1 // 0)
    assert may_write(elsewhere)


def test_a_commit_that_fails_lets_the_next_in(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Any) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(BaseDatabaseWrapper, "_commit", full)
        with pytest.raises(OperationalError):
            write()
    assert may_write(elsewhere)
    assert Worker.objects.count() == 1


def test_a_connection_closed_in_the_middle_lets_the_next_in(elsewhere: Elsewhere) -> None:
    def close() -> None:
        with transaction.atomic():
            Worker.objects.create(host="here", pid=1)
            connection.close()

    elsewhere(close).exception(AGES)
    assert may_write(elsewhere)
    assert Worker.objects.count() == 1


@pytest.mark.usefixtures("impatient")
def test_another_process_keeps_us_out_no_longer_than_it_writes(elsewhere: Elsewhere) -> None:
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        write()
    other.execute("COMMIT")
    other.close()
    assert may_write(elsewhere)


@pytest.mark.usefixtures("impatient")
def test_a_turn_that_does_not_come_is_left_to_sqlite(elsewhere: Elsewhere) -> None:
    def forget_to_leave() -> None:
        ours().turns.enter(forgotten, within_seconds=0)

    forgotten = Turns(1)  # any object will do
    elsewhere(forget_to_leave).result(AGES)
    assert elsewhere(write).result(AGES) == 0
    ours().turns.leave(forgotten)
    with transaction.atomic():
        Worker.objects.create(host="here", pid=1)
        late = elsewhere(write)
        assert isinstance(late.exception(AGES), OperationalError)
    assert may_write(elsewhere)


@pytest.mark.usefixtures("impatient")
def test_two_files_locked_in_either_order_do_not_wait_for_ever(elsewhere: Elsewhere) -> None:
    both_hold_one = Barrier(2)

    def keys_last() -> None:
        with transaction.atomic():
            Worker.objects.create(host="here", pid=1)
            both_hold_one.wait(AGES)
            add_key()

    def keys_first() -> None:
        with transaction.atomic(using="keys"):
            add_key()
            both_hold_one.wait(AGES)
            Worker.objects.create(host="here", pid=2)

    started = monotonic()
    both = [elsewhere(work) for work in (keys_last, keys_first)]
    ended = [each.exception(AGES) for each in both]
    assert monotonic() - started < AGES / 2
    assert any(isinstance(each, OperationalError) for each in ended)
    assert may_write(elsewhere)
    elsewhere(add_key).result(AGES)
