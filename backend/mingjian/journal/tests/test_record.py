"""An entry is written with the change, or not at all."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.db.transaction import TransactionManagementError

from mingjian.journal.models import Entry, Head, Salt
from mingjian.journal.rules.commitment import commitment
from mingjian.journal.services import record
from mingjian.journal.tests.samples import NOON, row_of, viewer_of
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db


def test_entries_are_numbered_without_gaps_from_one(tenant: UUID) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        seqs = [record(viewer_of(tenant), "thing.done", row_of(tenant)).seq for _ in range(3)]
        assert seqs == [1, 2, 3]
        assert Head.objects.get(pk=tenant).size == 3


def test_an_entry_says_who_did_what_to_which_object_and_why(tenant: UUID) -> None:
    viewer, row = viewer_of(tenant), row_of(tenant)
    with tenant_scope([tenant]), transaction.atomic():
        record(viewer, "thing.changed", row, before=b"\xab" * 32, reason="客户要求")
        entry = Entry.objects.get(owner_id=tenant, seq=1)
    assert (entry.actor, entry.actor_tenant, entry.role) == (viewer.actor, tenant, "PM")
    assert (entry.action, entry.object_id) == ("thing.changed", row.id)
    assert entry.object_kind == "journal.verification"
    assert (entry.device, entry.cause, entry.reason) == ("Chrome", "", "客户要求")
    assert (entry.before, entry.after) == ("ab" * 32, row.digest().hex())


def test_the_leaf_commits_to_the_stored_columns_under_the_salt(tenant: UUID) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        record(viewer_of(tenant), "thing.done", row_of(tenant), reason="\u2028“引号” \\ \t")
        entry = Entry.objects.get(owner_id=tenant)
        salt = Salt.objects.get(owner_id=tenant).salt
    assert entry.leaf == commitment(entry.event, salt).hex()


def test_a_background_process_names_its_cause(tenant: UUID) -> None:
    viewer = Viewer.system("room_worker", tenant, cause="schedule:opening")
    with tenant_scope([tenant]), transaction.atomic():
        entry = record(viewer, "frame.sealed", row_of(tenant))
    assert (entry.actor, entry.cause) == ("system:room_worker", "schedule:opening")
    assert entry.device == ""


def test_a_removed_object_has_no_digest_after(tenant: UUID) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        row = row_of(tenant)
        entry = record(viewer_of(tenant), "thing.removed", row, before=row.digest(), removed=True)
    assert (entry.before, entry.after) == (row.digest().hex(), "")


def test_time_never_runs_backwards_within_a_journal(tenant: UUID) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        with clock.moved_to(NOON):
            first = record(viewer_of(tenant), "thing.done", row_of(tenant))
        with clock.moved_to(NOON - timedelta(hours=1)):
            second = record(viewer_of(tenant), "thing.done", row_of(tenant))
    assert (first.at, second.at) == (NOON, NOON)


def test_each_tenant_has_a_journal_of_its_own() -> None:
    one, other = uuid7(), uuid7()
    with tenant_scope([one, other]), transaction.atomic():
        record(viewer_of(one), "thing.done", row_of(one))
        assert record(viewer_of(one), "thing.done", row_of(other)).seq == 1


@pytest.mark.django_db(transaction=True)
def test_recording_belongs_into_the_transaction_of_the_change() -> None:
    tenant = uuid7()
    with pytest.raises(TransactionManagementError):
        record(viewer_of(tenant), "thing.done", row_of(tenant))


@pytest.mark.django_db(transaction=True)
def test_a_change_that_fails_leaves_no_entry_and_no_gap() -> None:
    tenant = uuid7()

    @transaction.atomic
    def change() -> None:
        record(viewer_of(tenant), "thing.done", row_of(tenant))
        raise ZeroDivisionError

    with tenant_scope([tenant]):
        with pytest.raises(ZeroDivisionError):
            change()
        with transaction.atomic():
            assert record(viewer_of(tenant), "thing.done", row_of(tenant)).seq == 1
        assert Entry.objects.filter(owner_id=tenant).count() == 1


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_the_database_refuses_to_change_an_entry(tenant: UUID, seq: int) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        for _ in range(3):
            record(viewer_of(tenant), "thing.done", row_of(tenant))
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            Entry.objects.filter(owner_id=tenant, seq=seq).update(reason="nothing to see")


@pytest.mark.parametrize("seq", [2, 3])
def test_the_database_refuses_to_cut_an_entry_out_of_the_journal(tenant: UUID, seq: int) -> None:
    with tenant_scope([tenant]), transaction.atomic():
        for _ in range(3):
            record(viewer_of(tenant), "thing.done", row_of(tenant))
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            Entry.objects.filter(owner_id=tenant, seq=seq).delete()
