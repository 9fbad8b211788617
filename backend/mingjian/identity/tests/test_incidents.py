"""A crash of one of the product's processes stands in the journal of every body, once."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from mingjian.identity.jobs import collect_incidents
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def incidents(tmp_path: Path, settings: Settings) -> Path:
    settings.DATA = tmp_path
    folder = tmp_path / "run" / "incidents"
    folder.mkdir(parents=True)
    return folder


def crash(incidents: Path) -> None:
    """What the supervisor leaves when a process was killed."""
    told = {"process": "web", "exit_code": -9, "restarts": 1, "at": "2026-11-23T08:00:00Z"}
    (incidents / f"{uuid4()}.json").write_text(json.dumps(told))


def entries(seat: Seat) -> list[Entry]:
    with tenant_scope([seat.tenant.id]):
        found = Entry.objects.filter(owner_id=seat.tenant.id, action="process.crashed")
        return list(found.order_by("seq"))


def test_every_body_reads_of_it(
    incidents: Path, ours: Seat, theirs: Seat, run_jobs: Callable[[], int]
) -> None:
    crash(incidents)
    collect_incidents.func()
    run_jobs()

    for seat in (ours, theirs):
        (entry,) = entries(seat)
        assert entry.actor == "system:supervisor"
        assert entry.reason == "web: exit -9, 2026-11-23T08:00:00Z"
        assert entry.before == entry.after


def test_clients_are_not_bothered_with_it(
    incidents: Path, ours: Seat, run_jobs: Callable[[], int]
) -> None:
    client = engage(ours)
    crash(incidents)
    collect_incidents.func()
    run_jobs()
    with tenant_scope([client.id]):
        assert not Entry.objects.filter(owner_id=client.id, action="process.crashed").exists()


def test_it_stands_there_once_even_if_collected_twice(
    incidents: Path, ours: Seat, run_jobs: Callable[[], int]
) -> None:
    crash(incidents)
    (path,) = incidents.iterdir()
    told = path.read_text()
    collect_incidents.func()
    path.write_text(told)  # the worker was killed before it could remove the file
    collect_incidents.func()
    run_jobs()
    assert len(entries(ours)) == 1
    assert list(incidents.iterdir()) == []
