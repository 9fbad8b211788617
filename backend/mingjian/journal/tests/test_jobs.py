"""Checkpoints come by themselves; ``manage.py verify`` tells the operator."""

import json
from collections.abc import Callable, Iterator
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command

from mingjian.journal import jobs
from mingjian.journal.models import Checkpoint, Verification
from mingjian.journal.services import recording, sign_checkpoint
from mingjian.journal.tests.attacker import Attacker
from mingjian.journal.tests.samples import write
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.kit.keys.services import create_tenant_key
from mingjian.kit.tenancy import every_tenant, tenant_scope

pytestmark = pytest.mark.django_db
RunJobs = Callable[[], int]


@pytest.fixture
def other() -> UUID:
    made = uuid7()
    create_tenant_key(made)
    return made


@pytest.fixture(autouse=True)
def all_tenants(tenant: UUID, other: UUID) -> Iterator[None]:
    with every_tenant.replaced_by(lambda: [tenant, other]):
        yield


def signed(owner_id: UUID) -> list[int]:
    with tenant_scope([owner_id]):
        return list(Checkpoint.objects.filter(owner_id=owner_id).values_list("size", flat=True))


def a_minute_passes(run_jobs: RunJobs) -> None:
    enqueue(jobs.sign_checkpoints, key=str(uuid7()))
    run_jobs()


def test_every_minute_each_journal_that_grew_is_signed(
    tenant: UUID, other: UUID, run_jobs: RunJobs
) -> None:
    write(tenant, 3)
    write(other, 2)
    a_minute_passes(run_jobs)
    assert (signed(tenant), signed(other)) == ([3], [2])
    write(other, 1)
    a_minute_passes(run_jobs)
    assert (signed(tenant), signed(other)) == ([3], [3, 2])


def test_one_journal_that_cannot_be_signed_delays_no_other(
    tenant: UUID, other: UUID, run_jobs: RunJobs
) -> None:
    write(tenant, 3)
    with tenant_scope([tenant]):
        sign_checkpoint(tenant)
        Attacker(tenant).edit(2, lambda entry: setattr(entry, "role", "QS"), reseal=True)
    write(tenant, 1)
    write(other, 2)
    a_minute_passes(run_jobs)
    assert (signed(tenant), signed(other)) == ([3], [2])


def test_many_entries_do_not_wait_for_the_minute(
    tenant: UUID, run_jobs: RunJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "CHECKPOINT_EVERY", 5)
    write(tenant, 4)
    run_jobs()
    assert signed(tenant) == []
    write(tenant, 2)
    run_jobs()
    assert signed(tenant) == [6]


def test_every_journal_is_verified_daily(tenant: UUID, other: UUID, run_jobs: RunJobs) -> None:
    write(tenant, 3)
    enqueue(jobs.verify_all, key="today")
    run_jobs()
    with tenant_scope([tenant, other]):
        found = dict(Verification.objects.values_list("owner_id", "found"))
    assert found == {tenant: 3, other: 0}  # its rows were never saved: see write()


def verify(*options: str) -> str:
    out = StringIO()
    call_command("verify", *options, stdout=out)
    return out.getvalue()


def test_the_operator_is_told_that_all_is_well(tenant: UUID) -> None:
    write(tenant, 3)
    assert "2 organisations verify" in verify()


def test_the_operator_is_told_what_is_wrong_and_the_exit_status_says_so(tenant: UUID) -> None:
    write(tenant, 3)
    with tenant_scope([tenant]):
        Attacker(tenant).drop(2)
    out = StringIO()
    with pytest.raises(SystemExit, match="1"):
        call_command("verify", stdout=out)
    assert "Entry 2 is missing" in out.getvalue()
    assert "第 2 条记录缺失" in out.getvalue()


def test_other_programs_are_told_in_json(tenant: UUID, other: UUID) -> None:
    write(tenant, 1)
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify", "--tenant", str(tenant), "--rows", "--json", stdout=out)
    [found] = [json.loads(line) for line in out.getvalue().splitlines()]
    assert (found["tenant"], found["code"]) == (str(tenant), "row_missing")
    assert verify("--tenant", str(other), "--rows", "--json") == ""
