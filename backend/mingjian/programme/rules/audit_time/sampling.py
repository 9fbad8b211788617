"""Which sites of a multi-site organisation are visited (IAF MD 1), reproducibly."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from math import ceil, isqrt

from mingjian.programme.rules.audit_time.rulebook import Rulebook

FACTOR = {"recertification": "recertification_factor", "stage_1": "initial_factor"}
FACTOR["stage_2"] = "initial_factor"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site that may be drawn; the centre is none, for it is visited every time."""

    id: str
    people: int
    last_visited: str = ""
    """The date of the last audit there; empty if never."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The random part, and those chosen for the greatest differences."""

    size: int
    drawn: tuple[str, ...]
    chosen: tuple[str, ...]
    seed: str


def sample_size(rulebook: Rulebook, kind: str, sites: int, *, is_sampling_fit: bool = True) -> int:
    """How many sites besides the central function: ⌈factor × √sites⌉, never more than there are.

    Where sampling is not appropriate (MD 1 §6.2): all, and in a surveillance 30 % of them.
    """
    if sites <= 0:
        return 0
    if not is_sampling_fit:
        if kind in FACTOR:
            return sites
        pct, _ = rulebook.number("iaf-md1", "unsampled_surveillance_pct")
        return ceil(sites * pct / 100)
    factor, _ = rulebook.number("iaf-md1", FACTOR.get(kind, "surveillance_factor"))
    return min(sites, ceil_root(factor * factor * sites))


def random_size(rulebook: Rulebook, size: int) -> int:
    """At least so many *of the sample* are drawn at random."""
    pct, _ = rulebook.number("iaf-md1", "random_min_pct")
    return ceil(size * pct / 100)


def draw(
    candidates: Sequence[Candidate],
    *,
    size: int,
    at_random: int,
    seed: str,
    wanted: Collection[str] = (),
) -> Sample:
    """Draw the random part by the seed; the rest are ``wanted``, then long unvisited, then large.

    Whoever has the seed and the list of sites draws the same sample.
    """
    order = sorted(candidates, key=lambda each: sha256(f"{seed}:{each.id}".encode()).hexdigest())
    drawn = tuple(each.id for each in order[:at_random])
    rest = sorted(
        (each for each in candidates if each.id not in drawn),
        key=lambda each: (each.id not in wanted, each.last_visited, -each.people, each.id),
    )
    chosen = tuple(each.id for each in rest[: size - len(drawn)])
    return Sample(size, drawn, chosen, seed)


def ceil_root(square: Fraction) -> int:
    """The smallest whole number whose square is not less than ``square``; exact."""
    root = isqrt(square.numerator // square.denominator)
    return root if root * root >= square else root + 1
