"""Transactions that keep other writers out for long are named in the log."""

from time import sleep

import pytest
from django.db import transaction

from mingjian.kit.database import SLOW_SECONDS
from mingjian.kit.jobs.models import Worker

pytestmark = pytest.mark.django_db(transaction=True)


def write(*, taking_seconds: float) -> None:
    with transaction.atomic():
        Worker.objects.create(host="here", pid=1)
        sleep(taking_seconds)


def test_a_slow_write_is_logged_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    write(taking_seconds=SLOW_SECONDS + 0.05)
    [line] = [record.getMessage() for record in caplog.records]
    assert line.startswith("slow write: 2")
    assert "test_database.py" in line
    assert line.endswith(" write")


def test_a_quick_write_is_not(caplog: pytest.LogCaptureFixture) -> None:
    write(taking_seconds=0)
    assert caplog.records == []


def test_a_slow_write_that_was_undone_does_not_hide_the_next(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with transaction.atomic():
        Worker.objects.create(host="here", pid=2)
        transaction.set_rollback(True)
    write(taking_seconds=SLOW_SECONDS + 0.05)
    assert len(caplog.records) == 1
