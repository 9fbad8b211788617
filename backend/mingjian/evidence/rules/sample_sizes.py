"""How many rows are drawn: given by a person, or a multiple of the square root, per stratum."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from mingjian.programme.rules.audit_time.sampling import ceil_root


class SizeRule(StrEnum):
    GIVEN = "given"
    """A number for the whole list; strata share it by their size."""
    ROOT = "root"
    """⌈factor × √N⌉ of the whole list; strata share it by their size."""
    ROOT_EACH = "root_each"
    """⌈factor × √N⌉ of each stratum."""
    EACH = "each"
    """A number for each stratum."""


def root_size(population: int, factor: Fraction) -> int:
    """⌈factor × √population⌉, exactly, at most all of it."""
    if population <= 0 or factor <= 0:
        return 0
    return min(population, ceil_root(factor**2 * population))


def shares(total: int, strata: Mapping[str, int]) -> dict[str, int]:
    """``total`` over strata in proportion to their size, at least one each.

    By largest remainders; equal ones go by name. Needs as many as there are strata.
    """
    population = sum(strata.values())
    quotas = {name: Fraction(total * size, population) for name, size in strata.items()}
    given = {name: int(quota) for name, quota in quotas.items()}
    by_remainder = sorted(strata, key=lambda name: (given[name] - quotas[name], name))
    for name in by_remainder[: total - sum(given.values())]:
        given[name] += 1
    for name in sorted(name for name, size in given.items() if not size):
        richest = max(sorted(given), key=lambda each: given[each])
        given[richest] -= 1
        given[name] = 1
    return given


def sizes(
    rule: SizeRule,
    strata: Mapping[str, int],
    *,
    given: int = 0,
    each: Mapping[str, int] | None = None,
    factor: Fraction = Fraction(1),
) -> dict[str, int]:
    """Stratum → how many are drawn of it."""
    if rule is SizeRule.EACH:
        return {name: min((each or {}).get(name, 0), size) for name, size in strata.items()}
    if rule is SizeRule.ROOT_EACH:
        return {name: root_size(size, factor) for name, size in strata.items()}
    population = sum(strata.values())
    total = given if rule is SizeRule.GIVEN else root_size(population, factor)
    return shares(min(total, population), strata)
