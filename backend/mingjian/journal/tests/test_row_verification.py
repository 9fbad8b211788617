"""Rows that were changed past the journal are named, with the entry they contradict."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connection, transaction

from mingjian.journal.models import Verification
from mingjian.journal.queries import findings, rows
from mingjian.journal.services import record
from mingjian.journal.tests.samples import row_of, viewer_of
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

KIND = "journal.verification"


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "CHUNK", 4)


@pytest.fixture
def kept(tenant: UUID) -> Iterator[list[Verification]]:
    """Ten rows, written down when they were made, and once more when they were changed."""
    with tenant_scope([tenant]):
        made = [row_of(tenant) for _ in range(10)]
        for row in made:
            save(row)
        for row in made:
            row.found = 3
            save(row)
        yield sorted(made, key=lambda row: row.id)


@transaction.atomic
def save(row: Verification) -> None:
    row.save()
    record(viewer_of(row.owner_id), "thing.changed", row)


@transaction.atomic
def remove(row: Verification) -> None:
    record(viewer_of(row.owner_id), "thing.removed", row, removed=True)
    Verification.objects.filter(pk=row.pk).delete()


def found(owner_id: UUID) -> list[tuple[str, str, str]]:
    every = list(findings(owner_id))
    return [(finding.code, finding.object_kind, finding.object_id) for finding in every]


def test_rows_that_are_as_written_verify(tenant: UUID, kept: list[Verification]) -> None:
    remove(kept[4])
    assert found(tenant) == []


@pytest.mark.parametrize("place", [0, 3, 4, 9])
def test_a_row_changed_past_the_journal_is_named(
    tenant: UUID, kept: list[Verification], place: int
) -> None:
    Verification.objects.filter(pk=kept[place].pk).update(size=8)
    assert found(tenant) == [("row_changed", KIND, str(kept[place].id))]


def test_a_row_set_back_to_an_earlier_state_is_named(
    tenant: UUID, kept: list[Verification]
) -> None:
    Verification.objects.filter(pk=kept[1].pk).update(found=0)
    assert found(tenant) == [("row_changed", KIND, str(kept[1].id))]


@pytest.mark.parametrize("place", [0, 3, 4, 9])
def test_a_row_removed_past_the_journal_is_named(
    tenant: UUID, kept: list[Verification], place: int
) -> None:
    Verification.objects.filter(pk=kept[place].pk).delete()
    assert found(tenant) == [("row_missing", KIND, str(kept[place].id))]


def test_a_row_added_past_the_journal_is_named(tenant: UUID, kept: list[Verification]) -> None:
    added = row_of(tenant)
    added.save()
    assert found(tenant) == [("row_unjournalled", KIND, str(added.id))]


def test_a_removed_row_that_is_back_is_named(tenant: UUID, kept: list[Verification]) -> None:
    remove(kept[2])
    kept[2].save(force_insert=True)
    assert found(tenant) == [("row_returned", KIND, str(kept[2].id))]


def test_a_row_given_to_another_tenant_is_missed(tenant: UUID, kept: list[Verification]) -> None:
    other = UUID(int=1)
    with tenant_scope([tenant, other]):
        Verification.objects.filter(pk=kept[2].pk).update(owner_id=other)
        assert found(tenant) == [("row_missing", KIND, str(kept[2].id))]
        assert found(other) == [("row_unjournalled", KIND, str(kept[2].id))]


def test_what_the_digest_does_not_cover_may_change(tenant: UUID, kept: list[Verification]) -> None:
    Verification.objects.filter(pk=kept[2].pk).update(examined=5)
    assert found(tenant) == []


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps values to their type")
@pytest.mark.parametrize(
    ("column", "damage"),
    [
        ("started_at", "'2026-99-99 00:00:00'"),
        ("started_at", "CAST(x'ff' AS TEXT)"),
        ("findings", "'[\"' || CAST(x'ff' AS TEXT) || '\"]'"),
        ("id", "'no id'"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_others_are_examined(
    tenant: UUID, kept: list[Verification], column: str, damage: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE journal_verification SET {column} = {damage} WHERE id = %s", [kept[5].id.hex]
        )
    Verification.objects.filter(pk=kept[8].pk).update(size=8)
    named = found(tenant)
    unreadable = "no id" if column == "id" else kept[5].id.hex
    assert ("row_changed", KIND, str(kept[8].id)) in named
    assert ("row_unreadable", KIND, unreadable) in named
    assert len(named) == (3 if column == "id" else 2)
