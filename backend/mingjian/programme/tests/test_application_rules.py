"""States, guards and sums of applications, as tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.applications import (
    FOLLOWS,
    ApplicationState,
    Check,
    may_follow,
    missing_for_acceptance,
)
from mingjian.programme.rules.quotes import total

WAYS = {
    ("draft", "submitted"),
    ("submitted", "reviewing"),
    ("reviewing", "info_requested"),
    ("info_requested", "reviewing"),
    ("reviewing", "accepted"),
    ("reviewing", "declined"),
    ("accepted", "contracted"),
}
"""Section 5.2.1 of the domain report, typed in a second time."""


@pytest.mark.parametrize("state", list(ApplicationState))
@pytest.mark.parametrize("to", list(ApplicationState))
def test_an_application_goes_these_ways_and_no_other(state: str, to: str) -> None:
    assert may_follow(state, to) is ((str(state), str(to)) in WAYS)


def test_every_state_can_be_reached() -> None:
    reached = {to for ways in FOLLOWS.values() for to in ways} | {ApplicationState.DRAFT}
    assert reached == set(ApplicationState)


def answered(**verdicts: str) -> dict[str, dict[str, str]]:
    return {check.value: {"verdict": verdicts.get(check.value, "yes")} for check in Check}


@pytest.mark.parametrize("check", list(Check))
def test_each_check_that_says_no_stops_acceptance_but_remote(check: Check) -> None:
    missing = missing_for_acceptance(answered(**{check.value: "no"}), ["17.06"], Decimal(4))
    assert bool(missing) is (check != Check.REMOTE)


@pytest.mark.parametrize("check", list(Check))
def test_each_check_must_have_a_verdict(check: Check) -> None:
    assert len(missing_for_acceptance(answered(**{check.value: ""}), ["17.06"], Decimal(4))) == 1


def test_technical_code_and_audit_time_are_needed() -> None:
    assert missing_for_acceptance(answered(), ["17.06"], Decimal("0.5")) == []
    assert len(missing_for_acceptance(answered(), [], Decimal(4))) == 1
    assert len(missing_for_acceptance(answered(), ["17.06"], None)) == 1


cents = st.decimals(0, 100_000, places=2)


@given(st.lists(st.tuples(cents, cents), max_size=8), st.decimals(0, 100, places=2))
def test_a_total_is_its_lines_and_its_tax_to_the_cent(
    pairs: list[tuple[Decimal, Decimal]], tax: Decimal
) -> None:
    lines = [{"quantity": str(quantity), "rate": str(rate)} for quantity, rate in pairs]
    sums = total(lines, tax)
    assert sums.net + sums.tax == sums.gross
    assert abs(sums.tax - sums.net * tax / 100) <= Decimal("0.005")
    assert sums.gross.as_tuple().exponent == -2
