"""Writers that work at the same time, or die while they write, leave a whole journal."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connections

from mingjian.journal.models import Entry
from mingjian.journal.queries import findings
from mingjian.journal.services import sign_checkpoint
from mingjian.kit.tenancy import tenant_scope

WRITERS = "mingjian.journal.tests.writers"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.process, pytest.mark.slow]


@contextmanager
def writing(owner_id: UUID, way: str, *numbers: int) -> Iterator["subprocess.Popen[str]"]:
    """The writers at work; they speak on standard output."""
    names = [str(connections[alias].settings_dict["NAME"]) for alias in ("default", "keys")]
    module = ["env", "DJANGO_SETTINGS_MODULE=config.settings", sys.executable, "-m", WRITERS]
    command = [*module, *names, str(owner_id), way, *map(str, numbers)]
    with subprocess.Popen(
        command, cwd=settings.BACKEND, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
    assert process.returncode == 0


def run(owner_id: UUID, way: str, *numbers: int) -> dict[int, str]:
    """What the writers acknowledged: leaf by number."""
    with writing(owner_id, way, *numbers) as process:
        told, _ = process.communicate()
    lines = [line.split() for line in told.splitlines()]
    return {int(seq): leaf for seq, leaf in lines}


def written(owner_id: UUID) -> dict[int, str]:
    return dict(Entry.objects.filter(owner_id=owner_id).values_list("seq", "leaf"))


def test_four_writers_at_once_leave_no_gap_and_meet_no_error(tenant: UUID) -> None:
    acknowledged = run(tenant, "together", 4, 100)
    with tenant_scope([tenant]):
        assert sorted(acknowledged) == list(range(1, 401))
        assert written(tenant) == acknowledged
        assert list(findings(tenant)) == []


def test_signing_and_verifying_go_on_while_others_write(tenant: UUID) -> None:
    verifications = 0
    with writing(tenant, "together", 2, 150) as process:
        while process.poll() is None:
            with tenant_scope([tenant]):
                sign_checkpoint(tenant)
            with tenant_scope([tenant]):
                assert list(findings(tenant)) == []
            verifications += 1
    assert verifications > 1


def test_no_acknowledged_entry_is_lost_when_writers_are_killed(
    tenant: UUID, pytestconfig: pytest.Config
) -> None:
    rounds = pytestconfig.getoption("rounds")
    acknowledged = run(tenant, "crash", rounds)
    with tenant_scope([tenant]):
        there = written(tenant)
        assert len(acknowledged) >= 3 * rounds
        assert acknowledged.items() <= there.items()
        assert sorted(there) == list(range(1, len(there) + 1))
        assert list(findings(tenant)) == []
        sign_checkpoint(tenant)
        assert list(findings(tenant)) == []
