"""Amounts of invoices in whole cents, their numbers, states, and what issuing lacks."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.invoices import (
    InvoiceState,
    cents,
    faults,
    lines_of,
    may_follow,
    money,
    next_number,
    sums,
)
from mingjian.programme.rules.quotes import total

TODAY = date(2026, 11, 25)
BUYER = {"name": "明锐"}
BANK = {"holder": "华鉴", "bank": "中国银行", "account": "6217"}


@pytest.mark.parametrize(
    ("net", "percent", "tax"),
    [
        (1_449_999, "6", 87_000),  # 869.9994 yuan
        (100, "6", 6),
        (8, "6", 0),  # 0.48 cents
        (25, "6", 2),  # 1.5 cents: half a cent counts as one
        (10_000, "0", 0),
        (10_000, "13", 1_300),
        (3_333, "6.25", 208),
    ],
)
def test_tax_is_rounded_to_the_cent_once(net: int, percent: str, tax: int) -> None:
    found = sums([{"amount_cents": net}], Decimal(percent))
    assert (found.net, found.tax, found.gross) == (net, tax, net + tax)


LINE = st.fixed_dictionaries(
    {
        "quantity": st.decimals(0, 1000, places=2).map(str),
        "rate": st.decimals(0, 100_000, places=2).map(str),
    }
)


@given(st.lists(LINE, max_size=12), st.decimals(0, 100, places=2))
def test_an_invoice_comes_to_exactly_what_its_quote_came_to(
    lines: list[dict[str, str]], percent: Decimal
) -> None:
    quoted, invoiced = total(lines, percent), sums(lines_of(lines), percent)
    assert (invoiced.net, invoiced.tax, invoiced.gross) == (
        cents(quoted.net),
        cents(quoted.tax),
        cents(quoted.gross),
    )


@pytest.mark.parametrize(
    ("amount", "written"),
    [(0, "0.00"), (7, "0.07"), (1_536_999, "15,369.99"), (100_000_000, "1,000,000.00")],
)
def test_money_is_written_as_people_do(amount: int, written: str) -> None:
    assert money(amount) == written


def test_numbers_count_up_within_a_year() -> None:
    assert [next_number(2026, 0), next_number(2026, 11)] == ["INV-2026-0001", "INV-2026-0012"]


def test_only_these_states_follow_each_other() -> None:
    allowed = {(a, b) for a in InvoiceState for b in InvoiceState if may_follow(a, b)}
    assert allowed == {
        ("draft", "issued"),
        ("draft", "void"),
        ("issued", "paid"),
        ("issued", "void"),
    }


@pytest.mark.parametrize(
    ("buyer", "bank", "due_on", "fields"),
    [
        (BUYER, BANK, TODAY, set()),
        (BUYER, {**BANK, "account": " "}, TODAY, {"bank.account"}),
        ({}, {}, TODAY, {"buyer.name", "bank.holder", "bank.bank", "bank.account"}),
        (BUYER, BANK, date(2026, 11, 24), {"due_on"}),
        (BUYER, BANK, None, {"due_on"}),
    ],
)
def test_what_issuing_lacks_is_said_by_field(
    buyer: dict[str, str], bank: dict[str, str], due_on: date | None, fields: set[str]
) -> None:
    assert set(faults(buyer, bank, due_on, TODAY)) == fields
