"""What a calculation answers: days, and every line that led to them."""

from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from mingjian.kit.words import Words
from mingjian.programme.rules.packs import Citation

CENT = Decimal("0.01")
SILENT = Words("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step: on what basis, by which clause, how many auditor-days more or less."""

    key: str
    """The same step in two calculations has the same key, so that they can be compared."""
    basis: Words
    cited: Citation
    delta: Fraction
    total: Fraction
    """The running total of the part (a scheme, a site or the audit) that the line belongs to."""
    note: Words = SILENT

    def stored(self) -> dict[str, Any]:
        """Plain JSON: numbers as text with two decimals."""
        return {
            "key": self.key,
            "basis": asdict(self.basis),
            "title": asdict(self.cited.title),
            "edition": self.cited.edition,
            "clause": self.cited.clause,
            "source": self.cited.source,
            "stamp": self.cited.stamp,
            "parameter": self.cited.parameter,
            "delta": text(self.delta),
            "total": text(self.total),
            "note": asdict(self.note),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The auditor-days of one audit, explained."""

    days: Fraction
    on_site_days: Fraction
    """What the same audit would take on site, before the remote uplift."""
    auditing_days: Fraction
    """Of the days, the least that must be spent auditing rather than planning and writing."""
    personnel: int
    lines: tuple[Line, ...]
    warnings: tuple[Words, ...]
    stamps: tuple[str, ...]

    def stored(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            "days": text(self.days),
            "on_site_days": text(self.on_site_days),
            "auditing_days": text(self.auditing_days),
            "personnel": self.personnel,
            "lines": [line.stored() for line in self.lines],
            "warnings": [asdict(each) for each in self.warnings],
            "stamps": list(self.stamps),
        }


def text(days: Fraction) -> str:
    """Two decimals, halves away from zero."""
    exact = Decimal(days.numerator) / Decimal(days.denominator)
    return str(exact.quantize(CENT, ROUND_HALF_UP) + Decimal(0))


def short(days: Fraction) -> str:
    """As people write auditor-days: ``4.5``, ``12.0``, ``4.17``."""
    full = text(days)
    return full[:-1] if full.endswith("0") else full
