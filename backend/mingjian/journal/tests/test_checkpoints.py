"""Signed roots stand in the database and, out of its reach, in a file."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mingjian.journal.checkpoint_file import CheckpointFile
from mingjian.journal.errors import DamagedJournal, UnfitForCheckpoint
from mingjian.journal.models import Checkpoint, Entry, Head, Node
from mingjian.journal.queries import StoredTree
from mingjian.journal.rules import tree
from mingjian.journal.rules.checkpoints import TreeHead, origin_of
from mingjian.journal.rules.notes import verified_text
from mingjian.journal.services import sign_checkpoint, signing
from mingjian.journal.tests.samples import write
from mingjian.kit.keys.services import signing_key
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def scope(tenant: UUID) -> Iterator[None]:
    with tenant_scope([tenant]):
        yield


def test_a_checkpoint_is_a_note_signed_with_the_tenants_key(tenant: UUID) -> None:
    entries = write(tenant, 5)
    checkpoint = sign_checkpoint(tenant)
    assert checkpoint is not None
    key = signing_key(tenant).public_key()
    head = TreeHead.parse(verified_text(checkpoint.note, origin_of(tenant), key))
    leaves = [bytes.fromhex(entry.leaf) for entry in entries]
    assert (head.size, head.root) == (5, tree.root_of(leaves))
    assert (checkpoint.size, checkpoint.root) == (5, head.root.hex())
    assert checkpoint.at == entries[-1].at


def test_the_file_carries_the_same_note_and_the_leaves_since_the_last(tenant: UUID) -> None:
    first, second = write(tenant, 3), []
    sign_checkpoint(tenant)
    second = write(tenant, 2)
    newest = sign_checkpoint(tenant)
    lines = list(CheckpointFile(tenant).lines())
    assert [line.leaves for line in lines] == [
        [entry.leaf for entry in first],
        [entry.leaf for entry in second],
    ]
    assert newest is not None
    assert lines[-1].note == newest.note
    assert CheckpointFile(tenant).last() == lines[-1]


def test_nothing_new_is_not_signed_again(tenant: UUID) -> None:
    assert sign_checkpoint(tenant) is None
    write(tenant, 1)
    assert sign_checkpoint(tenant) == sign_checkpoint(tenant)
    assert len(list(CheckpointFile(tenant).lines())) == 1


def test_a_long_backlog_is_signed_in_steps(tenant: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "LARGEST_STEP", 4)
    write(tenant, 10)
    sign_checkpoint(tenant)
    assert [line.size for line in CheckpointFile(tenant).lines()] == [4, 8, 10]


def test_a_crash_between_file_and_database_is_made_good(tenant: UUID) -> None:
    write(tenant, 3)
    sign_checkpoint(tenant)
    Checkpoint.objects.all().delete()
    again = sign_checkpoint(tenant)
    assert again is not None
    assert Checkpoint.objects.get(owner_id=tenant).note == again.note
    assert len(list(CheckpointFile(tenant).lines())) == 1


def test_a_line_torn_by_a_crash_is_passed_over(tenant: UUID) -> None:
    write(tenant, 3)
    sign_checkpoint(tenant)
    file = CheckpointFile(tenant)
    os.truncate(file.path, file.path.stat().st_size - 20)
    assert file.last() is None
    assert sign_checkpoint(tenant) is not None
    assert [(line.size, len(line.leaves)) for line in file.lines()] == [(3, 3)]


def test_the_last_line_is_found_whatever_its_length(tenant: UUID) -> None:
    write(tenant, 1)
    sign_checkpoint(tenant)
    write(tenant, 1200)
    sign_checkpoint(tenant)
    file = CheckpointFile(tenant)
    assert file.last() == list(file.lines())[-1]
    assert file.path.stat().st_size > 65_536


def test_only_the_owner_may_read_the_file(tenant: UUID, folder: Path) -> None:
    write(tenant, 1)
    sign_checkpoint(tenant)
    assert CheckpointFile(tenant).path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_an_older_database_is_never_signed(tenant: UUID) -> None:
    write(tenant, 3)
    sign_checkpoint(tenant)
    Head.objects.update(size=2)
    with pytest.raises(UnfitForCheckpoint):
        sign_checkpoint(tenant)


def test_a_rewritten_tree_is_never_signed(tenant: UUID) -> None:
    write(tenant, 300)
    sign_checkpoint(tenant)
    write(tenant, 1)
    Node.objects.filter(owner_id=tenant).update(hash="00" * 32)
    with pytest.raises(UnfitForCheckpoint):
        sign_checkpoint(tenant)


def test_tiles_are_stored_as_they_fill(tenant: UUID) -> None:
    entries = write(tenant, 513)
    leaves = [bytes.fromhex(entry.leaf) for entry in entries]
    nodes = Node.objects.order_by("index").values_list("level", "index", "hash")
    assert list(nodes) == [
        (8, 0, tree.root_of(leaves[:256]).hex()),
        (8, 1, tree.root_of(leaves[256:512]).hex()),
    ]


@pytest.mark.parametrize("size", [1, 255, 256, 257, 600])
def test_stored_trees_prove_what_trees_in_memory_prove(tenant: UUID, size: int) -> None:
    leaves = [bytes.fromhex(entry.leaf) for entry in write(tenant, 600)]
    stored, root = StoredTree(tenant), tree.root_of(leaves[:size])
    assert stored.root(size) == root
    for index in {0, size // 2, size - 1}:
        proof = stored.inclusion_proof(index, size)
        assert tree.verify_inclusion(leaves[index], index, size, proof, root)
    proof = stored.consistency_proof(size, 600)
    assert tree.verify_consistency(size, 600, proof, root, tree.root_of(leaves))


def test_a_tree_with_a_hole_proves_nothing(tenant: UUID) -> None:
    write(tenant, 300)
    Node.objects.all().delete()
    with pytest.raises(DamagedJournal):
        StoredTree(tenant).root(300)
    assert Entry.objects.count() == 300
