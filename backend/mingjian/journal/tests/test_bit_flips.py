"""No bit of an entry can change unseen, neither as a value nor as stored bytes."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingjian.journal.models import Entry, Node, Salt, Verification
from mingjian.journal.queries import findings
from mingjian.journal.services import record, sign_checkpoint
from mingjian.journal.tests.attacker import Attacker
from mingjian.journal.tests.samples import row_of, viewer_of, write
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

ENTRIES = 6
COLUMNS = [field.attname for field in Entry._meta.local_concrete_fields]
many = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def scope(tenant: UUID, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Six entries with every column filled, half of them under a checkpoint."""
    monkeypatch.setattr(Verification, "concerns", UUID(int=5))
    with tenant_scope([tenant]):
        fill(tenant, 3)
        sign_checkpoint(tenant)
        fill(tenant, 3)
        yield


def fill(owner_id: UUID, count: int) -> None:
    system = Viewer.system("worker", owner_id, cause="schedule")
    with transaction.atomic():
        for number in range(count):
            viewer = viewer_of(owner_id) if number % 2 else system
            row = row_of(owner_id)
            record(viewer, "thing.done", row, before=row.digest(), reason="因为\n“如此”")


@many
@given(st.integers(1, ENTRIES), st.sampled_from(COLUMNS), st.integers(0, 2**16))
def test_any_one_bit_change_of_any_value_is_found(
    tenant: UUID, seq: int, column: str, bit: int
) -> None:
    attacker = Attacker(tenant)
    entries = attacker.entries()
    value = getattr(entries[seq - 1], column)
    changed = flipped(value, bit) if value else None
    if changed is None or (column == "seq" and changed in range(1, ENTRIES + 1)):
        return  # the database itself refuses two entries of one number
    setattr(entries[seq - 1], column, changed)
    with tenant_scope([tenant, entries[seq - 1].owner_id]):
        attacker.put_back(entries)
    assert list(findings(tenant, with_rows=False))
    setattr(entries[seq - 1], column, value)
    attacker.put_back(entries)
    assert not list(findings(tenant, with_rows=False))


def flipped(value: Any, bit: int) -> Any:
    """``value`` with one bit changed; None if that is no value of the column's type."""
    if isinstance(value, UUID):
        return UUID(int=value.int ^ (1 << bit % 128))
    if isinstance(value, datetime):
        microseconds = int(value.timestamp()) % 2 ** (bit % 40)
        return value + timedelta(microseconds=microseconds or 1)
    if isinstance(value, int):
        return value ^ (1 << bit % 31)
    place = bit // 8 % len(value)
    letter = chr(ord(value[place]) ^ (1 << bit % 8))
    return value[:place] + letter + value[place + 1 :] if letter != "\0" else None


TEXTS = [
    (model._meta.db_table, column)
    for model, columns in {
        Entry: [column for column in COLUMNS if column not in {"owner_id", "seq"}],
        Salt: ["salt"],
        Node: ["hash"],
    }.items()
    for column in columns
]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps values to their type")
@pytest.mark.parametrize(("table", "column"), TEXTS)
def test_any_one_bit_change_of_the_stored_bytes_is_found(
    tenant: UUID, table: str, column: str
) -> None:
    write(tenant, 256 if table == "journal_node" else 0)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER journal_entry_unchanged")
        cursor.execute(f"SELECT CAST({column} AS BLOB) FROM {table} LIMIT 1")
        [stored] = cursor.fetchone()
        for place in range(0, 8 * len(stored), 13):
            damaged = bytearray(stored)
            damaged[place // 8] ^= 1 << place % 8
            _store(cursor, table, column, bytes(damaged))
            assert list(findings(tenant, with_rows=False)), (column, bytes(damaged))
        _store(cursor, table, column, stored)
    assert not list(findings(tenant, with_rows=False))


def _store(cursor: Any, table: str, column: str, value: bytes) -> None:
    row = f"rowid = (SELECT min(rowid) FROM {table})"
    cursor.execute(f"UPDATE {table} SET {column} = CAST(%s AS TEXT) WHERE {row}", [value])
