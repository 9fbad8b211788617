"""What an invoice comes to in whole cents, its number, its states, and what issuing it lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from mingjian.kit.words import Words
from mingjian.programme.rules.quotes import amount

DAYS_TO_PAY = 30
"""What a new draft proposes."""


class InvoiceState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    PAID = "paid"
    VOID = "void"


NAMES: dict[InvoiceState, Words] = {
    InvoiceState.DRAFT: Words("草稿", "draft"),
    InvoiceState.ISSUED: Words("已开出", "issued"),
    InvoiceState.PAID: Words("已付款", "paid"),
    InvoiceState.VOID: Words("已作废", "void"),
}
FOLLOWS: dict[InvoiceState, frozenset[InvoiceState]] = {
    InvoiceState.DRAFT: frozenset({InvoiceState.ISSUED, InvoiceState.VOID}),
    InvoiceState.ISSUED: frozenset({InvoiceState.PAID, InvoiceState.VOID}),
    InvoiceState.PAID: frozenset(),
    InvoiceState.VOID: frozenset(),
}
"""State → the states that may follow; what is paid is settled."""

BUYER = ("name", "tax_number", "address")
BANK = ("holder", "bank", "account")
NEEDED: dict[tuple[str, str], tuple[str, str]] = {
    ("buyer", "name"): ("请填写付款方名称。", "Name who pays."),
    ("bank", "holder"): ("请填写收款户名。", "Name the account's holder."),
    ("bank", "bank"): ("请填写开户银行。", "Name the bank."),
    ("bank", "account"): ("请填写收款账号。", "Give the account number."),
}
"""Group and field → the sentence where it is empty."""


@dataclass(frozen=True, slots=True)
class Sums:
    """In cents."""

    net: int
    tax: int
    gross: int


def may_follow(state: str, to: str) -> bool:
    return InvoiceState(to) in FOLLOWS[InvoiceState(state)]


def cents(money: Decimal) -> int:
    """Money that is exact to the cent, in cents."""
    return int(money * 100)


def lines_of(quoted: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The lines of a quote with what each comes to; quantity and rate stay text."""
    return [{**line, "amount_cents": cents(amount(line))} for line in quoted]


def sums(lines: Iterable[Mapping[str, Any]], tax_percent: Decimal) -> Sums:
    """Net, tax (half a cent counts as one) and both together."""
    net = sum(line["amount_cents"] for line in lines)
    hundredths = int(tax_percent * 100)
    tax = (net * hundredths + 5_000) // 10_000
    return Sums(net, tax, net + tax)


def money(amount_cents: int) -> str:
    """As people write it: ``15,369.99``."""
    return f"{amount_cents // 100:,}.{amount_cents % 100:02}"


def next_number(year: int, issued: int) -> str:
    """``INV-2026-0008``, where seven were issued in that year."""
    return f"INV-{year}-{issued + 1:04}"


def faults(
    buyer: Mapping[str, str], bank: Mapping[str, str], due_on: date | None, today: date
) -> dict[str, tuple[str, str]]:
    """Field → sentence; empty where the invoice may be issued."""
    groups = {"buyer": buyer, "bank": bank}
    found = {
        f"{group}.{name}": both
        for (group, name), both in NEEDED.items()
        if not groups[group].get(name, "").strip()
    }
    if due_on is None or due_on < today:
        found["due_on"] = ("付款日期应为今天或以后。", "The due date is today or later.")
    return found
