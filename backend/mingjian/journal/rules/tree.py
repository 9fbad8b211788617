"""The Merkle tree of RFC 9162 §2.1: hashes, roots and proofs.

Proofs are written as in the RFC, over ranges of leaves. A range whose length is a power
of two is a complete subtree; its hash comes from a :data:`Node` function, so that the
same code runs over a list in memory and over stored nodes.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

Node = Callable[[int, int], bytes]
"""``node(level, index)``: the hash of the leaves ``[index << level, (index + 1) << level)``."""

EMPTY_ROOT = sha256(b"").digest()
TILE_LEVELS = 8
TILE = 1 << TILE_LEVELS
"""Subtrees of this many leaves (and of this many such subtrees, …) are stored."""


def leaf_hash(content: bytes) -> bytes:
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """MTH over leaf hashes (or over hashes of equally high complete subtrees): pair, carry odd."""
    while len(hashes) > 1:
        paired = [node_hash(*pair) for pair in zip(hashes[::2], hashes[1::2], strict=False)]
        hashes = [*paired, hashes[-1]] if len(hashes) & 1 else paired
    return hashes[0] if hashes else EMPTY_ROOT


def root(node: Node, size: int) -> bytes:
    """The root of the first ``size`` leaves."""
    return _range(node, 0, size) if size else EMPTY_ROOT


def inclusion_proof(node: Node, index: int, size: int) -> list[bytes]:
    """PATH(index, D[0:size]), RFC 9162 §2.1.3.1."""
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    return _path(node, index, 0, size)


def consistency_proof(node: Node, first: int, second: int) -> list[bytes]:
    """PROOF(first, D[0:second]), RFC 9162 §2.1.4.1."""
    if not 0 < first <= second:
        raise ValueError(f"a tree of {first} is no beginning of a tree of {second}")
    return _subproof(node, first, 0, second, known=True)


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Whether ``proof`` shows ``leaf`` at ``index`` of the tree, RFC 9162 §2.1.3.2."""
    if not 0 <= index < size:
        return False
    place, last, hashed = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            hashed = node_hash(sibling, hashed)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            hashed = node_hash(hashed, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and hashed == root


def verify_consistency(
    first: int, second: int, proof: Sequence[bytes], first_root: bytes, second_root: bytes
) -> bool:
    """Whether the second tree only appends to the first, RFC 9162 §2.1.4.2."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and first_root == second_root
    path = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    if not path:
        return False
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


class GrowingTree:
    """A tree that is only appended to; it keeps no more than one incomplete tile a level."""

    def __init__(self) -> None:
        self.size = 0
        self._tiles: list[list[bytes]] = [[]]

    def append(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """Add a leaf; returns ``(level, index, hash)`` of every tile that it completes."""
        self.size += 1
        self._tiles[0].append(leaf)
        return self._close_tiles() if self.size % TILE == 0 else []

    @property
    def root(self) -> bytes:
        right: list[bytes] = []
        for tile in self._tiles:
            if tile or right:
                right = [root_of([*tile, *right])]
        return right[0] if right else EMPTY_ROOT

    def _close_tiles(self) -> list[tuple[int, int, bytes]]:
        closed = []
        height = 0
        while len(tile := self._tiles[height]) == TILE:
            hashed = root_of(tile)
            tile.clear()
            height += 1
            if height == len(self._tiles):
                self._tiles.append([])
            self._tiles[height].append(hashed)
            closed.append((height * TILE_LEVELS, (self.size >> height * TILE_LEVELS) - 1, hashed))
        return closed


def _split(length: int) -> int:
    """The largest power of two smaller than ``length``."""
    return 1 << ((length - 1).bit_length() - 1)


def _range(node: Node, start: int, stop: int) -> bytes:
    length = stop - start
    if length & (length - 1) == 0:
        level = length.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(length)
    return node_hash(_range(node, start, middle), _range(node, middle, stop))


def _path(node: Node, index: int, start: int, stop: int) -> list[bytes]:
    if stop - start == 1:
        return []
    middle = start + _split(stop - start)
    if index < middle:
        return [*_path(node, index, start, middle), _range(node, middle, stop)]
    return [*_path(node, index, middle, stop), _range(node, start, middle)]


def _subproof(node: Node, first: int, start: int, stop: int, *, known: bool) -> list[bytes]:
    if first == stop:
        return [] if known else [_range(node, start, stop)]
    middle = start + _split(stop - start)
    if first <= middle:
        return [*_subproof(node, first, start, middle, known=known), _range(node, middle, stop)]
    right = _subproof(node, first, middle, stop, known=False)
    return [*right, _range(node, start, middle)]
