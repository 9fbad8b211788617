"""The tree over stored leaves and nodes."""

from uuid import UUID

from mingjian.journal.errors import DamagedJournal
from mingjian.journal.models import Entry, Node
from mingjian.journal.rules import tree
from mingjian.journal.rules.tree import TILE, TILE_LEVELS


class StoredTree:
    """A tenant's tree; it reads whole tiles, so a proof costs at most 256 rows a level."""

    def __init__(self, owner_id: UUID) -> None:
        self._owner_id = owner_id
        self._tiles: dict[tuple[int, int], dict[int, str]] = {}

    def root(self, size: int) -> bytes:
        return tree.root(self._node, size)

    def inclusion_proof(self, index: int, size: int) -> list[bytes]:
        return tree.inclusion_proof(self._node, index, size)

    def consistency_proof(self, first: int, second: int) -> list[bytes]:
        return tree.consistency_proof(self._node, first, second)

    def tile_root(self, level: int, index: int) -> bytes:
        """The hash of a complete tile, from the hashes one level of tiles below it."""
        return self._hash_over(level - TILE_LEVELS, index * TILE, (index + 1) * TILE)

    def _node(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree, from the stored hashes at or below its level."""
        shift = level % TILE_LEVELS
        return self._hash_over(level - shift, index << shift, (index + 1) << shift)

    def _hash_over(self, level: int, start: int, stop: int) -> bytes:
        tile = self._tile(level, start // TILE)
        try:
            return tree.root_of([bytes.fromhex(tile[place]) for place in range(start, stop)])
        except (KeyError, ValueError) as error:
            raise DamagedJournal from error

    def _tile(self, level: int, number: int) -> dict[int, str]:
        key = level, number
        if key not in self._tiles:
            start, stop = number * TILE, (number + 1) * TILE
            self._tiles[key] = (
                self._stored(level, start, stop) if level else self._leaves(start, stop)
            )
        return self._tiles[key]

    def _leaves(self, start: int, stop: int) -> dict[int, str]:
        rows = Entry.objects.filter(owner_id=self._owner_id, seq__gt=start, seq__lte=stop)
        return {seq - 1: leaf for seq, leaf in rows.values_list("seq", "leaf")}

    def _stored(self, level: int, start: int, stop: int) -> dict[int, str]:
        rows = Node.objects.filter(
            owner_id=self._owner_id, level=level, index__gte=start, index__lt=stop
        )
        return dict(rows.values_list("index", "hash"))
