"""The risk scale: every cell typed in a second time, and no level that falls as grades rise."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.packs.shipped import shipped_packs
from mingjian.programme.rules.planning_inputs import GRADES, INPUTS, Answer, faults, suggests
from mingjian.programme.rules.risk_scale import Scale, scale_faults
from mingjian.programme.rules.risks import Graded, differences, gaps, too_much
from mingjian.programme.rules.schemes import SCHEMES

V, L, M, H, X = "very_low", "low", "medium", "high", "very_high"

EXPECTED = {
    (1, 1): V, (1, 2): V, (1, 3): L, (1, 4): L, (1, 5): M,
    (2, 1): V, (2, 2): L, (2, 3): M, (2, 4): M, (2, 5): H,
    (3, 1): L, (3, 2): M, (3, 3): M, (3, 4): H, (3, 5): H,
    (4, 1): L, (4, 2): M, (4, 3): H, (4, 4): H, (4, 5): X,
    (5, 1): M, (5, 2): H, (5, 3): H, (5, 4): X, (5, 5): X,
}  # fmt: skip
"""(likelihood, impact) → level, typed in by hand beside the pack."""

grade = st.integers(1, 5)


def shipped(code: str) -> Pack:
    return next(pack for pack in shipped_packs() if pack.code == code)


SCALE = Scale.of(shipped("risk-scale"))


def threat(**values: Any) -> Graded:
    return Graded(text="网络中断", sign="threat", **values)


def treated(**values: Any) -> Graded:
    done = {
        "likelihood": 4,
        "impact": 4,
        "treatment": "审前测试",
        "has_owner": True,
        "has_due_day": True,
        "residual_likelihood": 2,
        "residual_impact": 3,
    }
    return threat(**{**done, **values})


@pytest.mark.parametrize(("cell", "level"), EXPECTED.items(), ids=str)
def test_every_cell_has_the_level_that_the_table_says(cell: tuple[int, int], level: str) -> None:
    assert SCALE.level(*cell) == level


@given(grade, grade, grade, grade)
def test_a_level_never_falls_when_either_grade_rises(a: int, b: int, c: int, d: int) -> None:
    low = SCALE.level(min(a, b), min(c, d))
    high = SCALE.level(max(a, b), max(c, d))
    assert SCALE.rank(low) <= SCALE.rank(high)


@pytest.mark.parametrize("cell", [(0, 1), (1, 0), (6, 1), (1, 6), (-1, 3)])
def test_a_grade_outside_one_to_five_has_no_level(cell: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="grades are 1 to 5"):
        SCALE.level(*cell)


def test_the_shipped_scale_is_sound() -> None:
    assert scale_faults(shipped("risk-scale").parameters) == []


@given(st.lists(st.lists(st.sampled_from([V, L, M, H, X]), min_size=5, max_size=5), min_size=5,
                max_size=5))  # fmt: skip
def test_a_scale_that_falls_anywhere_is_found_faulty(cells: list[list[str]]) -> None:
    values = {**shipped("risk-scale").parameters, "cells": cells}
    ranks = [[SCALE.rank(code) for code in row] for row in cells]
    falls = any(
        ranks[i][j] > ranks[k][m]
        for i in range(5)
        for j in range(5)
        for k in range(i, 5)
        for m in range(j, 5)
    )
    assert bool(scale_faults(values)) is falls


def test_a_scale_with_a_missing_row_or_an_unknown_level_is_found_faulty() -> None:
    values: dict[str, Any] = dict(copy.deepcopy(dict(shipped("risk-scale").parameters)))
    assert scale_faults({**values, "cells": values["cells"][:4]})
    assert scale_faults({**values, "most_residual": "whatever"})
    values["cells"][0][0] = "unheard"
    assert "unheard" in scale_faults(values)[0].en


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"treatment": " "}, "needs a treatment"),
        ({"has_owner": False}, "Nobody answers"),
        ({"has_due_day": False}, "no due day"),
        ({"residual_impact": None}, "What is left"),
    ],
)
def test_a_high_threat_needs_treatment_owner_day_and_what_is_left(
    change: dict[str, Any], about: str
) -> None:
    assert gaps(SCALE, 1, [treated()]) == []
    missing = gaps(SCALE, 1, [treated(**change)])
    assert [about in words.en for words in missing] == [True]


def test_a_mild_threat_and_a_high_opportunity_need_no_treatment() -> None:
    chance = Graded(text="多访谈", sign="opportunity", likelihood=5, impact=5)
    assert gaps(SCALE, 1, [threat(likelihood=2, impact=2), chance]) == []


def test_a_matrix_needs_a_need_a_threat_and_a_grade_for_every_row() -> None:
    assert len(gaps(SCALE, 0, [])) == 2
    assert "not graded" in gaps(SCALE, 1, [threat()])[0].en


@pytest.mark.parametrize(
    ("residual", "is_too_much"), [((2, 4), False), ((1, 5), False), ((3, 4), True), ((4, 4), True)]
)
def test_more_than_medium_may_not_be_left(residual: tuple[int, int], is_too_much: bool) -> None:  # noqa: FBT001
    row = treated(residual_likelihood=residual[0], residual_impact=residual[1])
    assert bool(too_much(SCALE, [row])) is is_too_much


def test_versions_differ_by_lines_not_by_place() -> None:
    before = {"1": {"text": "甲", "impact": 3}, "2": {"text": "乙", "impact": 2}}
    after = {"2": {"text": "乙", "impact": 4}, "3": {"text": "丙", "impact": 1}}
    told = [(each.line, each.kind, each.fields) for each in differences(before, after)]
    assert told == [("2", "changed", ("impact",)), ("3", "added", ()), ("1", "removed", ())]


def test_the_library_is_complete_and_its_conditions_are_real() -> None:
    entries = shipped("risk-library").parameters["library"]
    assert len(entries) >= 25
    assert len({entry["code"] for entry in entries}) == len(entries)
    assert {entry["sign"] for entry in entries} == {"threat", "opportunity"}
    for entry in entries:
        assert entry["likelihood"] in range(1, 6)
        assert entry["impact"] in range(1, 6)
        assert set(entry["schemes"]) <= set(SCHEMES)
        assert all(entry[name][each] for name in ("text", "cause", "treatment") for each in
                   ("zh", "en"))  # fmt: skip
        for when in entry["when"]:
            assert when["input"] in INPUTS
            assert set(when["grades"]) <= set(GRADES)


def test_an_input_without_a_reason_or_with_a_strange_grade_is_refused() -> None:
    given_ = {"need": Answer(grade="high"), "history": Answer(grade="odd", reason="x")}
    assert set(faults(given_)) == {"need", "history"}
    assert faults({"need": Answer(grade="low", reason="x")}) == {}


def test_an_entry_is_suggested_by_the_grades_that_it_names() -> None:
    when = [{"input": "informatisation", "grades": ["low"]}]
    low = {"informatisation": Answer(grade="low", reason="x")}
    high = {"informatisation": Answer(grade="high", reason="x")}
    assert suggests(when, low) == (("informatisation", "low"),)
    assert suggests(when, high) == suggests(when, {}) == ()
