"""The shipped rule packs: complete, sourced, without gaps, and never edited once landed."""

import copy
from datetime import date
from typing import Any

import pytest

from mingjian.programme.rules.packs import SOURCES, Pack, stamp_of
from mingjian.programme.rules.packs.faults import faults, overlap
from mingjian.programme.rules.packs.shipped import shipped_packs

NEEDED = {
    "iaf-md1",
    "iaf-md4",
    "iaf-md5",
    "iaf-md11",
    "iso-27006",
    "iso-ts-17012",
    "iso-17021-1",
    "cn-qms",
    "body",
}


def shipped(code: str) -> Pack:
    return next(pack for pack in shipped_packs() if pack.code == code)


def content(code: str) -> dict[str, Any]:
    return copy.deepcopy(dict(shipped(code).content))


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: f"{pack.code} {pack.edition}")
def test_every_shipped_pack_is_sound_and_says_where_each_value_comes_from(pack: Pack) -> None:
    assert faults(pack.content) == []
    for group in pack.groups:
        assert group.source in SOURCES
        assert group.clause
        assert group.title.zh
        assert group.title.en


def test_the_documents_that_planning_builds_on_are_there() -> None:
    assert {pack.code for pack in shipped_packs()} >= NEEDED


def test_editions_of_a_document_never_hold_on_the_same_day() -> None:
    packs = shipped_packs()
    for one in packs:
        for other in packs:
            if one is not other and one.code == other.code:
                assert not overlap(
                    (one.effective_from, one.effective_to),
                    (other.effective_from, other.effective_to),
                )


def test_the_chinese_rule_changes_with_the_year_2026() -> None:
    def edition(on: date) -> str:
        return next(p.edition for p in shipped_packs() if p.code == "cn-qms" and p.covers(on))

    assert edition(date(2025, 12, 31)) != edition(date(2026, 1, 1)) == "CNCA-QMS-01:2025"


def test_a_stamp_changes_with_any_value_and_not_with_the_spelling_of_a_number() -> None:
    before = content("iaf-md11")
    same, other = copy.deepcopy(before), copy.deepcopy(before)
    same["groups"][0]["values"]["max_integration_reduction_pct"] = 20.0
    other["groups"][0]["values"]["max_integration_reduction_pct"] = 21
    assert stamp_of(same) == stamp_of(before) != stamp_of(other)


def rows(pack: dict[str, Any]) -> list[list[float]]:
    found: list[list[float]] = pack["groups"][0]["values"]["qms_table"]["rows"]
    return found


def test_a_gap_in_a_table_is_named_with_its_place() -> None:
    broken = content("iaf-md5")
    rows(broken)[4][1] = 44
    assert [str(fault.zh) for fault in faults(broken)] == [
        "表“qms_table”在 44 与 46 人之间有空档。"
    ]


def test_an_overlap_in_a_table_is_named() -> None:
    broken = content("iaf-md5")
    rows(broken)[5][0] = 40
    assert "40–45" in faults(broken)[0].en


def test_days_that_fall_as_people_grow_are_refused() -> None:
    broken = content("iaf-md5")
    rows(broken)[6][2] = 4
    assert any("falls at 66" in fault.en for fault in faults(broken))


@pytest.mark.parametrize("value", [-1, 101])
def test_a_limit_is_a_percentage(value: int) -> None:
    broken = content("iaf-md11")
    broken["groups"][0]["values"]["max_integration_reduction_pct"] = value
    assert len(faults(broken)) == 1


def test_a_factor_beyond_a_hundred_percent_is_refused() -> None:
    broken = content("iaf-md5")
    group = next(each for each in broken["groups"] if each["name"] == "increase")
    group["values"]["factors_up"][0]["most_pct"] = 120
    assert "logistics" in faults(broken)[0].en


def test_a_pack_that_ends_before_it_begins_is_refused() -> None:
    broken = content("cn-qms") | {"effective_to": "2001-01-01"}
    assert len(faults(broken)) == 1


def test_nonsense_is_a_fault_and_no_crash() -> None:
    assert len(faults({})) == 1
    assert len(faults(content("body") | {"groups": [{"name": 1}]})) == 1
