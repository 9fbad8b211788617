"""The tree is the one of RFC 9162, and its proofs prove."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingjian.journal.rules import tree
from mingjian.journal.rules.tree import GrowingTree, Node, leaf_hash
from mingjian.journal.tests import naive_tree

# The reference tree of Certificate Transparency: the leaves, and the root after each.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
}
CONSISTENCY = {
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}

leaves = st.lists(st.binary(max_size=8), min_size=1, max_size=40)


def nodes_over(contents: list[bytes]) -> Node:
    hashes = [leaf_hash(each) for each in contents]
    return lambda level, index: tree.root_of(hashes[index << level : (index + 1) << level])


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert tree.root(nodes_over([]), 0) == GrowingTree().root == sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_reference_tree(size: int) -> None:
    assert tree.root(nodes_over(LEAVES), size).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_inclusion_proofs_are_those_of_the_reference_tree(index: int, size: int) -> None:
    proof = tree.inclusion_proof(nodes_over(LEAVES), index, size)
    assert [each.hex() for each in proof] == INCLUSION[index, size]


@pytest.mark.parametrize(("first", "second"), CONSISTENCY)
def test_consistency_proofs_are_those_of_the_reference_tree(first: int, second: int) -> None:
    proof = tree.consistency_proof(nodes_over(LEAVES), first, second)
    assert [each.hex() for each in proof] == CONSISTENCY[first, second]


@given(leaves)
def test_a_growing_tree_has_the_root_of_the_recursive_definition(contents: list[bytes]) -> None:
    growing = GrowingTree()
    for size, content in enumerate(contents, start=1):
        growing.append(leaf_hash(content))
        assert growing.root == naive_tree.root(contents[:size])


@pytest.mark.parametrize("size", [255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_000])
def test_a_growing_tree_closes_tiles_of_256(size: int) -> None:
    growing, hashes = GrowingTree(), [leaf_hash(str(i).encode()) for i in range(size)]
    closed = [tile for leaf in hashes for tile in growing.append(leaf)]
    assert growing.root == tree.root_of(hashes)
    assert len(closed) == size // 256 + size // 65_536
    for level, index, hashed in closed:
        assert hashed == tree.root_of(hashes[index << level : (index + 1) << level])


@given(leaves, st.data())
def test_every_leaf_is_proven_to_be_included(contents: list[bytes], data: st.DataObject) -> None:
    size, index = len(contents), data.draw(st.integers(0, len(contents) - 1))
    proof = tree.inclusion_proof(nodes_over(contents), index, size)
    assert proof == naive_tree.path(index, contents)
    root = naive_tree.root(contents)
    assert tree.verify_inclusion(leaf_hash(contents[index]), index, size, proof, root)


@given(leaves, st.data())
def test_every_tree_is_proven_to_grow_out_of_every_earlier_one(
    contents: list[bytes], data: st.DataObject
) -> None:
    second, first = len(contents), data.draw(st.integers(1, len(contents)))
    proof = tree.consistency_proof(nodes_over(contents), first, second)
    roots = naive_tree.root(contents[:first]), naive_tree.root(contents)
    assert proof == naive_tree.proof(first, contents)
    assert tree.verify_consistency(first, second, proof, *roots)


@settings(max_examples=300)
@given(leaves, st.data())
def test_no_altered_inclusion_proof_verifies(contents: list[bytes], data: st.DataObject) -> None:
    size, index = len(contents), data.draw(st.integers(0, len(contents) - 1))
    leaf, root = leaf_hash(contents[index]), naive_tree.root(contents)
    proof = tree.inclusion_proof(nodes_over(contents), index, size)
    hashes = [leaf, *proof, root]
    leaf, *altered, root = data.draw(mutations(hashes))
    assert not tree.verify_inclusion(leaf, index, size, altered, root)


@settings(max_examples=300)
@given(leaves.filter(lambda contents: len(contents) > 1), st.data())
def test_no_altered_consistency_proof_verifies(contents: list[bytes], data: st.DataObject) -> None:
    second, first = len(contents), data.draw(st.integers(1, len(contents) - 1))
    proof = tree.consistency_proof(nodes_over(contents), first, second)
    roots = [naive_tree.root(contents[:first]), naive_tree.root(contents)]
    old, *altered, new = data.draw(mutations([roots[0], *proof, roots[1]]))
    assert not tree.verify_consistency(first, second, altered, old, new)


@given(leaves, st.integers(-2, 60), st.integers(-2, 60))
def test_a_leaf_is_proven_at_its_own_place_only(
    contents: list[bytes], index: int, elsewhere: int
) -> None:
    contents = [bytes([place]) for place in range(len(contents))]
    index %= len(contents)
    proof = tree.inclusion_proof(nodes_over(contents), index, len(contents))
    root = naive_tree.root(contents)
    is_proven = tree.verify_inclusion(
        leaf_hash(contents[index]), elsewhere, len(contents), proof, root
    )
    assert is_proven == (elsewhere == index)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_there_is_no_inclusion_proof_for_what_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="not in a tree"):
        tree.inclusion_proof(nodes_over(LEAVES), index, size)


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3)])
def test_there_is_no_consistency_proof_backwards(first: int, second: int) -> None:
    with pytest.raises(ValueError, match="no beginning"):
        tree.consistency_proof(nodes_over(LEAVES), first, second)


def mutations(hashes: list[bytes]) -> st.SearchStrategy[list[bytes]]:
    """``hashes`` with one bit flipped, or one of the inner ones dropped or doubled."""

    def flipped(place: int, bit: int) -> list[bytes]:
        number = int.from_bytes(hashes[place], "big") ^ (1 << bit)
        return [*hashes[:place], number.to_bytes(32, "big"), *hashes[place + 1 :]]

    flips = st.builds(flipped, st.integers(0, len(hashes) - 1), st.integers(0, 255))
    if len(hashes) == 2:
        return flips
    inner = st.integers(1, len(hashes) - 2)
    drops = st.builds(lambda place: hashes[:place] + hashes[place + 1 :], inner)
    doubles = st.builds(lambda place: hashes[: place + 1] + hashes[place:], inner)
    return flips | drops | doubles
