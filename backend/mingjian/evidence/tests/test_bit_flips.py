"""No bit of evidence changes unseen: blobs, rows and keys, one at a time, each found and named."""

import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db.models import QuerySet

from mingjian.evidence.models import EvidenceItem
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.journal.queries import findings
from mingjian.kit.keys.models import ContentKey, TenantKey
from mingjian.kit.storage import blobs
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Flip = Callable[[random.Random, list[EvidenceItem]], tuple[Callable[[], None], UUID]]
"""Changes one bit; gives what puts it back, and the object that must be named."""


def flip_blob(chance: random.Random, items: list[EvidenceItem]) -> tuple[Any, UUID]:
    row = chance.choice(items)
    whole = blobs().read_range(row.path, 0, blobs().size(row.path))
    damaged = bytearray(whole)
    damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    store(row.path, bytes(damaged))
    return lambda: store(row.path, whole), row.id


def store(path: str, content: bytes) -> None:
    with blobs().writing(path) as target:
        target.write(content)


COLUMNS = ("sha256", "sealed", "media_type", "provided_name", "number", "size", "edition", "series")


def flip_row(chance: random.Random, items: list[EvidenceItem]) -> tuple[Any, UUID]:
    row, column = chance.choice(items), chance.choice(COLUMNS)
    value = getattr(row, column)
    rows = EvidenceItem.objects.filter(id=row.id)
    rows.update(**{column: flipped(value, chance)})
    return lambda: rows.update(**{column: value}), row.id


def flipped(value: Any, chance: random.Random) -> Any:
    if isinstance(value, UUID):
        return UUID(int=value.int ^ (1 << chance.randrange(128)))
    if isinstance(value, int):
        return value ^ (1 << chance.randrange(12))
    place = chance.randrange(len(value))
    return value[:place] + chr(ord(value[place]) ^ 1) + value[place + 1 :]


def flip_key(chance: random.Random, items: list[EvidenceItem]) -> tuple[Any, UUID]:
    owner, case = items[0].owner_id, items[0].case_id
    rows: QuerySet[Any] = ContentKey.objects.filter(object_id=case)
    named = case
    if chance.random() < 0.3:
        rows, named = TenantKey.objects.filter(tenant_id=owner), owner
    wrapped = bytes(rows.get().wrapped)
    damaged = bytearray(wrapped)
    damaged[chance.randrange(len(wrapped))] ^= 1 << chance.randrange(8)
    rows.update(wrapped=bytes(damaged))
    return lambda: rows.update(wrapped=wrapped), named


@pytest.mark.parametrize("flip", [flip_blob, flip_row, flip_key])
def test_twenty_random_single_bit_flips_of_each_kind_are_found_and_named(
    flip: Flip, ours: dict[str, Seat], staffed: AuditCase
) -> None:
    items = [sealed(ours["CC"], staffed, bytes([n]) * size) for n, size in enumerate(SIZES)]
    chance = random.Random(flip.__name__)
    with behind_the_walls():
        assert not found(staffed.owner_id)
        for _ in range(20):
            put_back, named = flip(chance, items)
            assert str(named) in {finding.object_id for finding in found(staffed.owner_id)}
            put_back()
        assert not found(staffed.owner_id)


SIZES = 0, 5, 16 * 1024, 40_000


def found(owner_id: UUID) -> list[Any]:
    return list(findings(owner_id, with_contents=True))
