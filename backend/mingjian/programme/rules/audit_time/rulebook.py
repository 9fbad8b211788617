"""The packs that one calculation reads, and which of two limits is the stricter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mingjian.programme.rules.packs import Citation, Pack

ALWAYS = ("iaf-md5", "iso-27006", "iaf-md1", "iaf-md11", "iso-17021-1", "body")


def codes_for(jurisdiction: str, schemes: Iterable[str]) -> tuple[str, ...]:
    """Codes of the packs that apply."""
    national = ("cn-qms",) if jurisdiction == "CN" and "QMS" in set(schemes) else ()
    return ALWAYS + national


def exact(number: Any) -> Fraction:
    """A number of a pack or a form, without binary dust: 0.6 is three fifths."""
    if isinstance(number, Mapping):
        return Fraction(number["numerator"], number["denominator"])
    return Fraction(str(number))


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Packs by code."""

    packs: Mapping[str, Pack]

    def value(self, code: str, name: str) -> tuple[Any, Citation]:
        pack = self.packs[code]
        return pack.parameters[name], pack.cite(name)

    def number(self, code: str, name: str) -> tuple[Fraction, Citation]:
        value, cited = self.value(code, name)
        return exact(value), cited

    def most(self, name: str) -> tuple[Fraction, Citation]:
        """The smallest upper limit of that name in any pack."""
        return min(self._all(name), key=lambda found: found[0])

    def least(self, name: str) -> tuple[Fraction, Citation]:
        """The largest lower limit of that name in any pack."""
        return max(self._all(name), key=lambda found: found[0])

    @property
    def stamps(self) -> tuple[str, ...]:
        return tuple(pack.stamp for pack in self.packs.values())

    def _all(self, name: str) -> list[tuple[Fraction, Citation]]:
        return [
            (exact(pack.parameters[name]), pack.cite(name))
            for pack in self.packs.values()
            if name in pack.parameters
        ]
