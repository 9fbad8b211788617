"""The questionnaire, what it lacks, what does not fit together, and what changed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.questionnaire import EDITION, QUESTIONNAIRES, questionnaire
from mingjian.programme.rules.scenes import SCENES
from mingjian.programme.rules.survey_answers import SurveyAnswers
from mingjian.programme.rules.survey_checks import LOUDNESS, Remark, missing, warnings
from mingjian.programme.rules.survey_reading import cells, differences, lines
from mingjian.programme.tests.surveying import HEAD_OFFICE, PLACES, complete

ASKED = questionnaire()


def answers(**changed: Any) -> SurveyAnswers:
    return SurveyAnswers.of(complete(**changed))


def paths(remarks: list[Remark]) -> list[str]:
    return [remark.path.replace(HEAD_OFFICE, "site") for remark in remarks]


def gaps(**changed: Any) -> list[str]:
    return paths(missing(answers(**changed), ASKED, PLACES))


def doubts(**changed: Any) -> list[str]:
    return paths(warnings(answers(**changed), PLACES))


def site(**changed: Any) -> dict[str, Any]:
    return {HEAD_OFFICE: complete()["sites"][HEAD_OFFICE] | changed}


def noise(**changed: Any) -> list[dict[str, Any]]:
    return [complete()["noise"][0] | changed]


def test_nine_devices_and_three_people_are_asked_for_in_both_languages() -> None:
    """S07, S08: the items of the practice that the product carries."""
    assert [item.code for item in ASKED.devices] == [f"D{number}" for number in range(1, 10)]
    assert [item.code for item in ASKED.people] == ["P1", "P2", "P3"]
    assert all(words.zh and words.en for words in ASKED.items.values())
    assert QUESTIONNAIRES[EDITION].edition == EDITION


def test_a_complete_answer_lacks_nothing_and_raises_no_doubt() -> None:
    assert gaps() == []
    assert doubts() == []


def test_an_empty_answer_lacks_every_part() -> None:
    found = paths(missing(SurveyAnswers.of({}), ASKED, PLACES))
    assert found == [
        "sites.site.devices",
        "sites.site.network",
        "people.P1",
        "people.P2",
        "people.P3",
        "secure_areas",
        "noise",
        "meeting_tool",
        "willingness",
    ]


AREA = {"site": HEAD_OFFICE, "scene": "office", "what": "", "alternative": ""}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"sites": site(devices={})}, ["sites.site.devices"]),
        ({"sites": site(devices={}, has_none=True)}, []),
        ({"sites": site(network={})}, ["sites.site.network"]),
        ({"sites": {}}, ["sites.site.devices", "sites.site.network"]),
        ({"people": complete()["people"] | {"P2": {"has": True}}}, ["people.P2"]),
        ({"people": complete()["people"] | {"P2": {"has": False}}}, []),
        ({"secure_areas": {"has": True, "areas": []}}, ["secure_areas"]),
        ({"secure_areas": {"has": False}}, []),
        (
            {"secure_areas": {"has": True, "areas": [AREA]}},
            ["secure_areas.areas.0.what", "secure_areas.areas.0.alternative"],
        ),
        ({"noise": noise(level="")}, ["noise.0"]),
        ({"willingness": {"answer": "no"}}, ["willingness.ground"]),
        ({"willingness": {"answer": "partly", "ground": "涂装车间除外"}}, []),
        ({"noise": [], "willingness": {"answer": "no", "ground": "涉密"}}, []),
    ],
)
def test_what_is_left_open_is_named_with_its_place(
    changed: dict[str, Any], found: list[str]
) -> None:
    assert gaps(**changed) == found


NO_HEADSET = {"D1": {"count": 1}, "D7": {"count": 1}}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"noise": noise(plan="")}, ["noise.0.plan"]),
        ({"noise": noise(plan="", level="quiet", dba=40)}, []),
        ({"sites": site(devices=NO_HEADSET)}, ["noise.0.plan"]),
        ({"noise": noise(dba=92)}, ["noise.0.dba"]),
        ({"noise": noise(dba=None)}, []),
        ({"sites": site(network={"kind": "none"})}, ["sites.site.network"]),
        ({"sites": site(network={"kind": "wifi", "up_mbps": 1})}, ["sites.site.network"]),
        ({"sites": site(devices={"D6": {}, "D7": {}})}, ["sites.site.devices"]),
        ({"people": complete()["people"] | {"P3": {"has": False}}}, ["people.P3"]),
        ({"willingness": {"answer": "no", "ground": "涉密"}}, ["willingness"]),
    ],
)
def test_what_does_not_fit_together_is_said(changed: dict[str, Any], found: list[str]) -> None:
    """S38 among them: loud and nobody thought of headsets."""
    assert doubts(**changed) == found


@pytest.mark.parametrize("level", LOUDNESS)
def test_a_measurement_fits_its_word_at_both_edges(level: str) -> None:
    low, high = LOUDNESS[level]
    assert doubts(noise=noise(level=level, dba=low)) == []
    assert doubts(noise=noise(level=level, dba=high)) == ["noise.0.dba"]
    assert list(LOUDNESS) == [item.code for item in ASKED.levels]


def test_what_changed_since_last_time_is_named_in_words() -> None:
    before = lines(answers(), ASKED, PLACES)
    changed = answers(
        sites=site(devices={"D1": {"count": 2, "remark": "联想"}, "D7": {"count": 1}}),
        willingness={"answer": "partly", "ground": "涂装车间除外"},
    )
    found = differences(before, lines(changed, ASKED, PLACES))
    said = {each.path.replace(HEAD_OFFICE, "site"): each.after.zh for each in found}
    assert said == {
        "sites.site.D1": "2（联想）",
        "sites.site.D2": "无",
        "sites.site.D3": "无",
        "sites.site.D6": "无",
        "sites.site.D8": "无",
        "willingness": "部分愿意，有例外：涂装车间除外",
    }
    assert {each.before.zh for each in found[:1]} == {"1"}


def test_what_is_no_longer_said_is_a_difference_too() -> None:
    before = lines(answers(), ASKED, PLACES)
    found = differences(before, lines(answers(noise=[]), ASKED, PLACES))
    assert [(each.label.zh, each.after.zh) for each in found] == [("总部 · 生产现场", "")]


def test_one_row_of_a_workbook_tells_the_whole_answer() -> None:
    row = {name: words.zh for name, words in cells(answers(), ASKED, PLACES).items()}
    assert row["D1"] == "总部 1"
    assert row["D4"] == "总部 无"
    assert row["P1"] == "李明 139 2222 0001"
    assert row["network"] == "总部 有线网络，下行 100 Mbps，上行 20 Mbps"
    assert row["secure_areas"] == "总部 · 办公室：图纸；替代方式：到现场查看"
    assert row["noise"] == "总部 · 生产现场：吵闹，实测 78 dB(A)，降噪耳机 2 副"
    assert row["meeting_tool"] == "腾讯会议（常用）"
    assert row["willingness"] == "愿意接受远程审核"


def test_typed_access_answers_what_a_decision_asks() -> None:
    said = answers(noise=noise(plan=""))
    assert said.has_device("D6", HEAD_OFFICE)
    assert not said.has_device("D4")
    assert said.has_person("P1")
    assert [each.scene for each in said.loud_without_plan] == ["production"]


parts = st.sampled_from(sorted(complete()))


@given(st.sets(parts), st.sampled_from(sorted(SCENES)))
def test_answering_more_never_leaves_more_open(left_out: set[str], scene: str) -> None:
    """Whatever is left out, filling one more part in never adds a gap."""
    whole = complete(noise=noise(scene=scene))
    partial = {name: value for name, value in whole.items() if name not in left_out}
    open_before = set(paths(missing(SurveyAnswers.of(partial), ASKED, PLACES)))
    for name in left_out:
        more = SurveyAnswers.of(partial | {name: whole[name]})
        assert set(paths(missing(more, ASKED, PLACES))) <= open_before
