"""What a quote comes to: lines, tax and total, to the cent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

CENT = Decimal("0.01")
KINDS = ("audit", "travel", "certificate", "other")
"""Auditor-days, travel, certificate fees, anything else."""

CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY")


@dataclass(frozen=True, slots=True)
class Total:
    net: Decimal
    tax: Decimal
    gross: Decimal


def amount(line: Mapping[str, Any]) -> Decimal:
    """Quantity times rate of one line."""
    return _cents(Decimal(str(line["quantity"])) * Decimal(str(line["rate"])))


def total(lines: Iterable[Mapping[str, Any]], tax_percent: Decimal) -> Total:
    """The sum of the lines, the tax on it, and both together."""
    net = sum((amount(line) for line in lines), Decimal(0))
    tax = _cents(net * tax_percent / 100)
    return Total(_cents(net), tax, _cents(net + tax))


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, rounding=ROUND_HALF_UP)
