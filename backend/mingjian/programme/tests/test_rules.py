"""The pure rules of the first slice: what may follow what, steps, numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.case_states import (
    CLOSED,
    FLOW,
    WAYS_OUT,
    CaseState,
    Step,
    current_step,
    may_follow,
)
from mingjian.programme.rules.headcount import Headcount, faults
from mingjian.programme.rules.numbers import plan_number
from mingjian.programme.rules.schemes import are_schemes, in_order


def test_every_state_says_what_may_follow() -> None:
    assert set(FLOW) == set(CaseState)
    assert {to for following in FLOW.values() for to in following} <= set(CaseState)


def test_every_state_can_be_reached() -> None:
    reached = {to for following in FLOW.values() for to in following} | set(WAYS_OUT)
    assert reached | {CaseState.PLANNED} == set(CaseState)


@given(st.sampled_from(CaseState), st.sampled_from(CaseState))
def test_a_closed_audit_never_comes_back_to_life(state: CaseState, to: CaseState) -> None:
    if state in CLOSED and may_follow(state, to):
        assert to in CLOSED


@pytest.mark.parametrize(
    ("state", "missing", "step"),
    [
        ("planned", {"survey", "plan"}, Step.SURVEY),
        ("planned", {"feasibility", "plan"}, Step.FEASIBILITY),
        ("team_set", set(), Step.PLAN),
        ("plan_issued", {"survey"}, Step.PLAN),
        ("plan_accepted", set(), Step.TEST),
        ("in_progress", set(), Step.CONDUCT),
        ("nc_open", set(), Step.REPORT),
        ("package_ready", set(), Step.DECISION),
        ("archived", {"plan"}, None),
    ],
)
def test_the_current_step_follows_from_state_and_what_is_missing(
    state: str, missing: set[str], step: Step | None
) -> None:
    assert current_step(state, frozenset(missing)) == step


@pytest.mark.parametrize(
    ("approval", "number"),
    [
        ("CNCA-R-2019-523", "R052301-26-0007"),
        ("CNCA-RF-2005-33", "RF03301-26-0007"),
        ("", "R000001-26-0007"),
    ],
)
def test_plan_numbers_begin_as_the_reporting_rules_suggest(approval: str, number: str) -> None:
    assert plan_number(approval, 2026, 7) == number
    assert len(number.split("-")[0]) == 7


@given(st.integers(0, 10_000), st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 20_000))
def test_a_headcount_is_faultless_exactly_when_repetitive_roles_fit(
    full_time: int, part_time: int, contractors: int, repetitive: int
) -> None:
    count = Headcount(
        full_time=full_time,
        part_time=part_time,
        contractors=contractors,
        repetitive=repetitive,
    )
    assert bool(faults(count)) == (repetitive > full_time + part_time + contractors)


def test_schemes_are_known_named_once_and_kept_in_the_registers_order() -> None:
    assert in_order(["EMS", "QMS"]) == ["QMS", "EMS"]
    assert not are_schemes([])
    assert not are_schemes(["QMS", "QMS"])
    assert not are_schemes(["XYZ"])
