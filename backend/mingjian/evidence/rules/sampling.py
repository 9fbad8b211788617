"""The draw of a sample, as ``docs/sampling.md`` tells the public; nothing else decides it.

Every row is ranked by a hash of the seed, the list and its own number; the smallest are taken.
Nothing is divided, so no row is favoured, and any language that knows SHA-256 gets the same.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SEED_BYTES = 32
EVERYTHING = ""
"""The one stratum of a simple draw."""


def commitment_to(seed: bytes) -> str:
    """What is published of a seed before anybody sees the list."""
    return hashlib.sha256(seed).hexdigest()


def canonical_row(cells: Iterable[str]) -> bytes:
    """A row as it lies in the canonical list: white space made single, cells apart by tabs."""
    return joined(" ".join(cell.split()) for cell in cells)


def joined(cells: Iterable[str]) -> bytes:
    """The line of cells whose white space is single already."""
    return ("\t".join(cells) + "\n").encode("utf-8", "replace")


def cells_of(line: bytes) -> list[str]:
    """The cells of one line of the canonical list."""
    return line.decode("utf-8").removesuffix("\n").split("\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """All that a draw follows from, beside the list itself."""

    seed: bytes
    population_sha256: str
    round: int
    """1 for the first draw of a sample; a list is never drawn from twice under one number."""
    column: int | None
    """The column that makes strata, counted from 0; None for a simple draw."""
    sizes: Mapping[str, int]
    """Stratum → how many rows are taken of it."""

    def base(self, stratum: str) -> "hashlib._Hash":
        """The hash of everything but the row's number."""
        head = self.seed + bytes.fromhex(self.population_sha256) + self.round.to_bytes(4, "big")
        return hashlib.sha256(head + stratum.encode())


@dataclass(frozen=True, slots=True, order=True)
class Ranked:
    """One row and what places it."""

    rank: bytes
    number: int
    line: bytes = field(compare=False)


def stratum_of(line: bytes, column: int | None) -> str:
    return EVERYTHING if column is None else cells_of(line)[column]


def drawn(lines: Iterable[bytes], terms: Terms) -> dict[str, list[Ranked]]:
    """The rows taken of each stratum in order of rank; ``lines`` are without the headings.

    One pass that keeps a few times as many rows as are wanted, whatever the list's length.
    """
    wanted = {name: _Smallest(size) for name, size in terms.sizes.items() if size > 0}
    bases = {name: terms.base(name) for name in wanted}
    for number, line in enumerate(lines, start=1):
        stratum = stratum_of(line, terms.column)
        smallest = wanted.get(stratum)
        if smallest is None:
            continue
        hashed = bases[stratum].copy()
        hashed.update(number.to_bytes(8, "big"))
        smallest.add(hashed.digest(), number, line)
    return {name: smallest.rows() for name, smallest in sorted(wanted.items())}


class _Smallest:
    """The ``size`` smallest of what is added; now and then the rest is thrown away."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: list[Ranked] = []
        self._bound = b"\xff" * 33

    def add(self, rank: bytes, number: int, line: bytes) -> None:
        if rank >= self._bound:
            return
        self._kept.append(Ranked(rank, number, line))
        if len(self._kept) >= 2 * self._size + 64:
            self._kept = self.rows()
            self._bound = self._kept[-1].rank

    def rows(self) -> list[Ranked]:
        return sorted(self._kept)[: self._size]


def draw_document(
    terms: Terms, commitment: str, taken: Mapping[str, Sequence[int]]
) -> dict[str, Any]:
    """``draw.json``: what anybody needs beside the list to recompute a draw."""
    return {
        "format": "mingjian-sample-1",
        "commitment": commitment,
        "seed": terms.seed.hex(),
        "population_sha256": terms.population_sha256,
        "round": terms.round,
        "stratum_column": terms.column,
        "drawn": {stratum: list(numbers) for stratum, numbers in sorted(taken.items())},
    }
