"""Whatever somebody does to the journal behind the product's back is found, and named."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mingjian.journal.checkpoint_file import CheckpointFile
from mingjian.journal.models import Checkpoint, Entry, Head, Node, Salt
from mingjian.journal.queries import findings
from mingjian.journal.rules import notes
from mingjian.journal.rules.checkpoints import TreeHead, origin_of
from mingjian.journal.services import sign_checkpoint
from mingjian.journal.tests.attacker import Attacker
from mingjian.journal.tests.samples import write
from mingjian.kit.ids import uuid7
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

Found = tuple[str, int | None] | tuple[str, int | None, int | None]


@pytest.fixture(autouse=True)
def scope(tenant: UUID) -> Iterator[None]:
    """A journal of 12 entries, of which 10 are signed for, in checkpoints at 4, 7 and 10."""
    with tenant_scope([tenant]):
        for count in (4, 3, 3):
            write(tenant, count)
            sign_checkpoint(tenant)
        write(tenant, 2)
        yield


@pytest.fixture
def attacker(tenant: UUID) -> Attacker:
    return Attacker(tenant)


def found(owner_id: UUID) -> list[tuple[str, int | None, int | None]]:
    every = findings(owner_id, with_rows=False)
    return [(finding.code, finding.seq, finding.last) for finding in every]


def blame(entry: Entry) -> None:
    entry.actor = f"person:{uuid7()}"


def backdate(entry: Entry) -> None:
    entry.at -= timedelta(days=30)


def test_an_honest_journal_verifies(tenant: UUID) -> None:
    assert found(tenant) == []


def test_an_empty_journal_verifies() -> None:
    assert found(uuid7()) == []


@pytest.mark.parametrize("seq", [1, 5, 10, 12])
def test_a_changed_entry_is_named(tenant: UUID, attacker: Attacker, seq: int) -> None:
    attacker.edit(seq, blame)
    assert found(tenant) == [("entry_changed", seq, None)]


@pytest.mark.parametrize("seq", [1, 5, 10])
def test_a_changed_entry_is_named_though_its_commitment_was_made_to_fit(
    tenant: UUID, attacker: Attacker, seq: int
) -> None:
    attacker.edit(seq, blame, reseal=True)
    assert found(tenant) == [("entry_rewritten", seq, None)]


def test_a_changed_commitment_is_named(tenant: UUID, attacker: Attacker) -> None:
    attacker.edit(3, lambda entry: setattr(entry, "leaf", "00" * 32))
    assert found(tenant) == [("entry_leaf_changed", 3, None)]


def test_a_changed_salt_is_named(tenant: UUID) -> None:
    Salt.objects.filter(seq=3).update(salt="f" * 32)
    assert found(tenant) == [("entry_changed", 3, None)]


def test_a_removed_salt_is_named(tenant: UUID) -> None:
    Salt.objects.filter(seq=3).delete()
    assert found(tenant) == [("salt_missing", 3, None)]


@pytest.mark.parametrize(
    ("seqs", "first", "last"), [((1,), 1, 1), ((5, 6, 7), 5, 7), ((11,), 11, 11)]
)
def test_dropped_entries_are_named(
    tenant: UUID, attacker: Attacker, seqs: tuple[int, ...], first: int, last: int
) -> None:
    attacker.drop(*seqs)
    code = "entry_missing" if first == last else "entries_missing"
    assert found(tenant) == [(code, first, last)]


def test_a_dropped_tail_is_named_by_the_head(tenant: UUID, attacker: Attacker) -> None:
    attacker.drop(11, 12)
    assert found(tenant) == [("entries_missing", 11, 12)]


def test_a_dropped_tail_is_named_though_the_head_was_set_back(
    tenant: UUID, attacker: Attacker
) -> None:
    attacker.drop(9, 10, 11, 12)
    Checkpoint.objects.filter(size__gt=8).delete()
    Head.objects.update(size=8, last_at=attacker.entries()[-1].at)
    assert found(tenant) == [("database_older", 8, 10), ("entries_missing", 9, 10)]


def test_an_older_database_put_back_and_written_on_is_named(
    tenant: UUID, attacker: Attacker
) -> None:
    attacker.drop(6, 7, 8, 9, 10, 11, 12)
    Salt.objects.filter(seq__gt=5).delete()
    Checkpoint.objects.filter(size__gt=5).delete()
    Head.objects.update(size=5)
    write(tenant, 20)
    codes = found(tenant)
    assert [("entry_rewritten", seq, None) for seq in range(6, 11)] == codes[:5]
    assert {code for code, *_ in codes[5:]} == {"checkpoint_missing"}


def test_two_entries_that_changed_places_are_named(tenant: UUID, attacker: Attacker) -> None:
    entries = attacker.entries()
    entries[2].seq, entries[5].seq = 6, 3
    attacker.put_back(entries)
    assert [entry for entry in found(tenant) if entry[0] == "entry_moved"] == [
        ("entry_moved", 3, 6),
        ("entry_moved", 6, 3),
    ]


def test_two_entries_that_changed_places_with_their_salts_are_named(
    tenant: UUID, attacker: Attacker
) -> None:
    entries, salts = attacker.entries(), {salt.seq: salt.salt for salt in Salt.objects.all()}
    entries[2].seq, entries[5].seq = 6, 3
    attacker.put_back(entries)
    Salt.objects.filter(seq=3).update(salt=salts[6])
    Salt.objects.filter(seq=6).update(salt=salts[3])
    assert ("entry_moved", 3, 6) in found(tenant)
    assert ("entry_moved", 6, 3) in found(tenant)


def test_closing_the_gap_after_dropping_an_entry_is_seen_as_a_shift(
    tenant: UUID, attacker: Attacker
) -> None:
    kept = [entry for entry in attacker.entries() if entry.seq != 5]
    for seq, entry in enumerate(kept, start=1):
        entry.seq = seq
    attacker.put_back(kept)
    named = found(tenant)
    assert ("entry_missing", 12, 12) in named
    assert {("entry_moved", seq, seq + 1) for seq in range(5, 11)} <= set(named)


@pytest.mark.parametrize("reseal", [False, True])
def test_a_back_dated_entry_is_named(tenant: UUID, attacker: Attacker, reseal: bool) -> None:  # noqa: FBT001
    attacker.edit(5, backdate, reseal=reseal)
    code = "entry_rewritten" if reseal else "entry_changed"
    assert set(found(tenant)) == {(code, 5, None), ("entry_backdated", 5, None)}


def test_an_entry_forged_at_the_end_with_an_earlier_date_is_named(
    tenant: UUID, attacker: Attacker
) -> None:
    forged = attacker.entries()[0]
    attacker.append(forged)
    assert ("entry_backdated", 13, None) in found(tenant)


def test_an_entry_beyond_the_head_is_named(tenant: UUID, attacker: Attacker) -> None:
    entries = attacker.entries()
    entries[-1].seq = 40
    attacker.put_back(entries)
    assert set(found(tenant)) == {("entry_missing", 12, 12), ("entry_unexpected", 40, None)}


@pytest.mark.parametrize("seq", [0, -3])
def test_an_entry_before_the_first_is_named(tenant: UUID, attacker: Attacker, seq: int) -> None:
    entries = attacker.entries()
    extra = attacker.entries()[0]
    extra.seq = seq
    attacker.put_back([extra, *entries])
    assert found(tenant) == [("entry_unexpected", seq, None)]


def test_a_head_set_back_is_named(tenant: UUID) -> None:
    Head.objects.update(size=11)
    assert set(found(tenant)) == {("entry_unexpected", 12, None), ("head_changed", 11, None)}


def test_a_head_that_claims_billions_is_named_at_once(tenant: UUID) -> None:
    Head.objects.update(size=2**60)
    assert found(tenant) == [("entries_missing", 13, 2**60)]


def test_an_entry_moved_far_away_is_named_at_once(tenant: UUID, attacker: Attacker) -> None:
    entries = attacker.entries()
    entries[-1].seq = 2**59
    attacker.put_back(entries)
    Head.objects.update(size=2**60)
    assert ("entries_missing", 12, 2**59 - 1) in found(tenant)
    assert ("entries_missing", 2**59 + 1, 2**60) in found(tenant)


def test_a_head_whose_clock_was_set_back_is_named(tenant: UUID, attacker: Attacker) -> None:
    Head.objects.update(last_at=attacker.entries()[0].at - timedelta(days=1))
    assert found(tenant) == [("head_changed", 12, None)]


def test_a_removed_head_is_named(tenant: UUID) -> None:
    Head.objects.all().delete()
    assert ("database_older", 0, 10) in found(tenant)


def test_a_changed_or_missing_stored_hash_is_named(tenant: UUID) -> None:
    write(tenant, 600)
    Node.objects.filter(index=0).update(hash="00" * 32)
    Node.objects.filter(index=1).delete()
    assert found(tenant) == [("node_changed", 1, 256), ("node_changed", 257, 512)]


def test_a_forged_checkpoint_is_named(tenant: UUID) -> None:
    origin = origin_of(tenant)
    text = str(TreeHead(origin, 7, bytes(32)))
    note = notes.sign(text, origin, Ed25519PrivateKey.generate())
    Checkpoint.objects.filter(size=7).update(note=note, root="00" * 32)
    assert found(tenant) == [("checkpoint_forged", 7, None)]


@pytest.mark.parametrize(
    "change", [{"root": "00" * 32}, {"note": "nothing"}, {"size": 8}, {"at": "2020-01-01T00:00Z"}]
)
def test_a_changed_checkpoint_is_named(tenant: UUID, change: dict[str, object]) -> None:
    Checkpoint.objects.filter(size=7).update(**change)
    codes = {code for code, *_ in found(tenant)}
    assert codes
    assert codes <= {"checkpoint_changed", "checkpoint_forged", "checkpoint_missing"}


def test_a_removed_checkpoint_is_named(tenant: UUID) -> None:
    Checkpoint.objects.filter(size=7).delete()
    assert found(tenant) == [("checkpoint_missing", 7, None)]


def test_a_lost_checkpoint_file_is_named_and_the_signed_roots_still_tell(
    tenant: UUID, attacker: Attacker
) -> None:
    CheckpointFile(tenant).path.unlink()
    attacker.edit(5, blame, reseal=True)
    named = found(tenant)
    assert ("checkpoint_mismatch", 5, 7) in named
    assert ("checkpoint_file_damaged", 4, None) in named


def test_a_checkpoint_file_with_a_line_cut_out_is_named(tenant: UUID) -> None:
    file = CheckpointFile(tenant)
    first, _, third = file.lines()
    file.path.unlink()
    file.append(first)
    file.append(third)
    assert {code for code, *_ in found(tenant)} == {"checkpoint_file_damaged"}


def test_a_checkpoint_file_with_a_changed_leaf_is_named(tenant: UUID) -> None:
    file = CheckpointFile(tenant)
    first, second, third = file.lines()
    file.path.unlink()
    for line in (first, replace(second, leaves=["00" * 32, *second.leaves[1:]]), third):
        file.append(line)
    assert ("checkpoint_mismatch", 5, 7) in found(tenant)


@pytest.mark.parametrize("attack", [blame, backdate])
def test_findings_name_the_object_too(
    tenant: UUID, attacker: Attacker, attack: Callable[[Entry], None]
) -> None:
    attacker.edit(5, attack)
    target = attacker.entries()[4]
    for finding in findings(tenant, with_rows=False):
        assert finding.object_id == target.object_id.hex
        assert finding.object_kind == "journal.verification"
        assert "5" in finding.en
        assert "5" in finding.zh
