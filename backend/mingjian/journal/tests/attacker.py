"""Somebody with full write access to the database, and without the signing key."""

from collections.abc import Callable
from uuid import UUID

from django.db import connection

from mingjian.journal.models import Entry, Head, Node, Salt
from mingjian.journal.rules import tree
from mingjian.journal.rules.commitment import commitment
from mingjian.journal.rules.tree import TILE, TILE_LEVELS


class Attacker:
    """Rewrites what lies in the database, as consistently as the attack demands."""

    def __init__(self, owner_id: UUID) -> None:
        self.owner_id = owner_id

    def entries(self) -> list[Entry]:
        return list(Entry.objects.filter(owner_id=self.owner_id).order_by("seq"))

    def put_back(self, entries: list[Entry]) -> None:
        """Replace the table's content. (Dropping the triggers would do as well.)"""
        empty = "TRUNCATE" if connection.vendor == "postgresql" else "DELETE FROM"
        with connection.cursor() as cursor:
            cursor.execute(f"{empty} journal_entry")
        Entry.objects.bulk_create(entries)

    def edit(self, seq: int, change: Callable[[Entry], None], *, reseal: bool = False) -> None:
        """Change one entry; with ``reseal`` also its leaf and every stored hash above it."""
        entries = self.entries()
        change(entries[seq - 1])
        if reseal:
            self.seal(entries[seq - 1])
        self.put_back(entries)
        if reseal:
            self.rebuild_nodes()

    def drop(self, *seqs: int) -> None:
        self.put_back([entry for entry in self.entries() if entry.seq not in seqs])

    def seal(self, entry: Entry) -> None:
        salt = Salt.objects.get(owner_id=self.owner_id, seq=entry.seq).salt
        entry.leaf = commitment(entry.event, salt).hex()

    def append(self, entry: Entry) -> None:
        """A forged entry at the end: number, salt, leaf, head and nodes as they should be."""
        entry.seq = self.entries()[-1].seq + 1
        Salt.objects.create(owner_id=self.owner_id, seq=entry.seq, salt="0" * 32)
        self.seal(entry)
        entry.save(force_insert=True)
        Head.objects.filter(owner_id=self.owner_id).update(size=entry.seq)
        self.rebuild_nodes()

    def rebuild_nodes(self) -> None:
        Node.objects.filter(owner_id=self.owner_id).delete()
        hashes, level = [bytes.fromhex(entry.leaf) for entry in self.entries()], TILE_LEVELS
        while hashes := [
            tree.root_of(hashes[start : start + TILE])
            for start in range(0, len(hashes) - TILE + 1, TILE)
        ]:
            for index, hashed in enumerate(hashes):
                Node.objects.create(
                    owner_id=self.owner_id, level=level, index=index, hash=hashed.hex()
                )
            level += TILE_LEVELS
