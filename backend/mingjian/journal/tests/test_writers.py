"""Writers that work at the same time, or die while they write, leave a whole journal."""

import subprocess
import sys
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connections

from mingjian.journal.models import Entry
from mingjian.journal.queries import findings
from mingjian.journal.services import sign_checkpoint
from mingjian.kit.tenancy import tenant_scope

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.process, pytest.mark.slow]


def run(owner_id: UUID, way: str, *numbers: int) -> dict[int, str]:
    """What the writers acknowledged: leaf by number."""
    names = [str(connections[alias].settings_dict["NAME"]) for alias in ("default", "keys")]
    connections.close_all()
    module = [sys.executable, "-m", "mingjian.journal.tests.writers"]
    done = subprocess.run(
        [
            "env",
            "DJANGO_SETTINGS_MODULE=config.settings",
            *module,
            *names,
            str(owner_id),
            way,
            *map(str, numbers),
        ],
        cwd=settings.BACKEND,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    return {int(seq): leaf for seq, leaf in lines}


def written(owner_id: UUID) -> dict[int, str]:
    return dict(Entry.objects.filter(owner_id=owner_id).values_list("seq", "leaf"))


def test_four_writers_at_once_leave_no_gap_and_meet_no_error(tenant: UUID) -> None:
    acknowledged = run(tenant, "together", 4, 100)
    with tenant_scope([tenant]):
        assert sorted(acknowledged) == list(range(1, 401))
        assert written(tenant) == acknowledged
        assert list(findings(tenant)) == []


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
