"""Examining a journal in one pass: pure, streaming, in memory for one tile a level.

The examiner trusts, in this order: signed checkpoints and the leaves that stand beside
them outside the database; then the entries' own commitments; then nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from mingjian.journal.rules.commitment import Event, commitment
from mingjian.journal.rules.findings import Finding
from mingjian.journal.rules.tree import GrowingTree

PAIRED_STRAYS = 200
"""So many changed entries are held against one another, to tell reordering from change."""


class Stored(NamedTuple):
    """An entry as it was read; ``event`` is None where it could not be."""

    seq: int
    event: Event | None
    leaf: str
    salt: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A root that was signed, and the leaves up to it that stand outside the database."""

    size: int
    root: str
    at: str = ""
    leaves: list[str] | None = None


class Stray(NamedTuple):
    """An entry that does not fit, and the leaf that belongs in its place."""

    stored: Stored
    finding: Finding
    leaf: str


class Examination:
    """Holds entries against their commitments, the tree and the signed roots."""

    def __init__(self, node: Callable[[int, int], str]) -> None:
        self._node = node
        """The stored hash of a complete tile, by level and index."""
        self._tree = GrowingTree()
        self._seq = 0
        self._latest_at = ""
        self._newest_at = ""
        """When the entry just examined was written; empty if that cannot be trusted."""
        self._is_whole = True
        """Whether the leaves of all places so far are known."""
        self._gap: tuple[int, int] | None = None
        """First and last of the missing entries that have not been named yet."""
        self._strays: list[Stray] = []
        self._rows: Iterator[Stored] = iter(())
        self._next: Stored | None = None

    def run(
        self, stored: Iterable[Stored], anchors: Iterable[Anchor], size: int
    ) -> Iterator[Finding]:
        """Every finding about the entries 1 to ``size``, which the anchors may exceed."""
        self._rows = iter(stored)
        self._next = next(self._rows, None)
        for anchor in chain(anchors, [Anchor(size, "")]):
            start = self._seq
            yield from self._advance(anchor)
            yield from self._arrive(anchor, start)
        yield from self._named_gap()
        yield from self._named_strays()

    def _advance(self, anchor: Anchor) -> Iterator[Finding]:
        """Every place up to the anchor's, whether an entry stands there or not."""
        committed = iter(anchor.leaves or ())
        while self._seq < anchor.size:
            seq, leaf = self._seq + 1, next(committed, "")
            while (row := self._next) is not None and row.seq < seq:
                yield Finding("entry_unexpected", row.seq)
                self._next = next(self._rows, None)
            if row is not None and row.seq == seq:
                yield from self._take(row, leaf)
                self._next = next(self._rows, None)
            elif leaf:
                self._miss(seq, leaf)
            else:  # in one step: a head that was tampered with may claim billions
                self._miss(min(row.seq - 1, anchor.size) if row else anchor.size)

    def _miss(self, last: int, committed: str = "") -> None:
        self._gap = (self._gap[0] if self._gap else self._seq + 1), last
        self._seq, self._newest_at = last, ""
        if committed:
            self._tree.append(_leaf_bytes(committed))
        else:
            self._is_whole = False

    def _take(self, row: Stored, committed: str) -> Iterable[Finding]:
        self._seq, event = row.seq, row.event
        if event is not None:
            computed = commitment(event, row.salt)
            hexed = computed.hex()
            is_sound = hexed == row.leaf and (not committed or hexed == committed)
            if is_sound and event.at >= self._latest_at and not self._gap:
                self._latest_at = self._newest_at = event.at
                closed = self._tree.append(computed)
                return self._tiles(closed) if closed else ()
        return self._explain(row, committed)

    def _explain(self, row: Stored, committed: str) -> Iterator[Finding]:
        """The slow way, for an entry that something is wrong with, or that follows a gap."""
        yield from self._named_gap()
        event, self._newest_at = row.event, ""
        computed = commitment(event, row.salt).hex() if event else ""
        about = (event.object_kind, event.object_id) if event else ("", "")
        code = _what_is_wrong(row, computed, committed)
        if code == "entry_changed" and len(self._strays) < PAIRED_STRAYS:
            stray = Finding(code, row.seq, None, *about)
            self._strays.append(Stray(row, stray, committed or row.leaf))
        elif code:
            yield Finding(code, row.seq, None, *about)
        if event and event.at < self._latest_at:
            yield Finding("entry_backdated", row.seq, None, *about)
        elif event and not code:
            self._latest_at = self._newest_at = event.at
        yield from self._tiles(self._tree.append(_leaf_bytes(committed, row.leaf, computed)))

    def _tiles(self, closed: list[tuple[int, int, bytes]]) -> Iterator[Finding]:
        for level, index, hashed in closed:
            if self._is_whole and self._node(level, index) != hashed.hex():
                yield Finding("node_changed", (index << level) + 1, (index + 1) << level)

    def _arrive(self, anchor: Anchor, start: int) -> Iterator[Finding]:
        """At a checkpoint: the root over everything so far must be the one that was signed."""
        if anchor.root and self._is_whole and self._tree.root.hex() != anchor.root:
            yield Finding("checkpoint_mismatch", start + 1, anchor.size)
        elif anchor.at and self._newest_at and anchor.at != self._newest_at:
            yield Finding("checkpoint_changed", anchor.size)

    def _named_gap(self) -> Iterator[Finding]:
        if self._gap:
            first, last = self._gap
            yield Finding("entry_missing" if first == last else "entries_missing", first, last)
            self._gap = None

    def _named_strays(self) -> Iterator[Finding]:
        for stray in self._strays:
            origins = filter(None, (_origin(stray, other) for other in self._strays))
            if origin := next(origins, None):
                yield replace(stray.finding, code="entry_moved", last=origin)
            else:
                yield stray.finding


def _what_is_wrong(row: Stored, computed: str, committed: str) -> str:
    if row.event is None:
        return "entry_unreadable"
    if not row.salt:
        return "salt_missing"
    if computed == row.leaf:
        return "entry_rewritten" if committed and computed != committed else ""
    return "entry_leaf_changed" if computed == committed else "entry_changed"


def _leaf_bytes(*texts: str) -> bytes:
    """The first of ``texts`` that is a hash: the best guess at what the tree contained."""
    for text in texts:
        try:
            leaf = bytes.fromhex(text)
        except ValueError:
            continue
        if len(leaf) == 32:
            return leaf
    return bytes(32)


def _origin(stray: Stray, other: Stray) -> int | None:
    """The number of ``other`` if ``stray`` was written there, salted as there or as here."""
    event = stray.stored.event
    if event is None or stray is other:
        return None
    written = event._replace(seq=str(other.stored.seq))
    leaves = {commitment(written, each.stored.salt).hex() for each in (stray, other)}
    return other.stored.seq if leaves & {stray.stored.leaf, other.leaf} else None
