"""The machine's proposal: what blocks, what stays open, what makes an audit partly remote."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.kit.words import Words
from mingjian.programme.rules.feasibility import (
    Answers,
    Condition,
    Known,
    SceneVerdict,
    propose,
)

EIGHT = (
    "objectives",
    "accepted",
    "technology",
    "information",
    "limits",
    "ability",
    "understanding",
    "change",
)
WILLING = Answers(is_answered=True, willingness="yes", has_camera=True, has_network=True)


def conditions(**holds: bool | None) -> tuple[Condition, ...]:
    return tuple(
        Condition(code=code, words=Words(code, code), holds=holds.get(code, True)) for code in EIGHT
    )


def scene(verdict: str, name: str = "办公室") -> SceneVerdict:
    return SceneVerdict(place=Words(name, name), verdict=verdict)


GOOD = Known(
    conditions=conditions(),
    conditions_clause="§5.2.2",
    answers=WILLING,
    scenes=(scene("remote_ok"),),
    residual_risk="low",
)


def answered(**values: Any) -> Known:
    return replace(GOOD, answers=replace(WILLING, **values))


LOUD = Words("冲压噪声大", "The press is loud")
RULE = ("CNCA-QMS-01:2025 5.8.2", Words("再认证须到现场", "Recertification is on site"))
CASES: list[tuple[str, Known, str, str]] = [
    ("everything speaks for it", GOOD, "feasible", "remote"),
    (
        "a limited scene changes nothing",
        replace(GOOD, scenes=(scene("limited"),)),
        "feasible",
        "remote",
    ),
    ("no survey yet", replace(GOOD, answers=Answers()), "open", ""),
    ("the client is unwilling", answered(willingness="no"), "not", "on_site"),
    ("the client is willing in part", answered(willingness="partly"), "partial", "hybrid"),
    ("the client has not said", answered(willingness=""), "open", ""),
    ("no camera", answered(has_camera=False), "not", "on_site"),
    ("poor network", answered(has_network=False), "partial", "hybrid"),
    (
        "cannot use the tool",
        answered(missing_devices={"D3": Words("软件", "tool")}),
        "partial",
        "hybrid",
    ),
    (
        "no headset has ways around",
        answered(missing_devices={"D6": Words("耳机", "headset")}),
        "feasible",
        "remote",
    ),
    (
        "nobody arranges",
        answered(missing_people={"P1": Words("安排", "arranges")}),
        "partial",
        "hybrid",
    ),
    ("a secure area is a note", answered(special_areas="图纸室"), "feasible", "remote"),
    (
        "noise without plan is a note",
        answered(remarks=(Words("冲压噪声大", "loud press"),)),
        "feasible",
        "remote",
    ),
    ("no scene listed", replace(GOOD, scenes=()), "open", ""),
    (
        "one scene forbidden",
        replace(GOOD, scenes=(scene("remote_ok"), scene("forbidden"))),
        "partial",
        "hybrid",
    ),
    ("every scene forbidden", replace(GOOD, scenes=(scene("forbidden"),)), "not", "on_site"),
    ("a rule demands the site", replace(GOOD, forbidding_rule=RULE), "partial", "hybrid"),
    ("a residual risk is high", replace(GOOD, residual_risk="high"), "partial", "hybrid"),
    ("no risk matrix yet", replace(GOOD, residual_risk=""), "feasible", "remote"),
    *(
        (
            f"{code} does not hold",
            replace(GOOD, conditions=conditions(**{code: False})),
            "not",
            "on_site",
        )
        for code in EIGHT
    ),
    *(
        (f"{code} is not judged", replace(GOOD, conditions=conditions(**{code: None})), "open", "")
        for code in EIGHT
    ),
]


@pytest.mark.parametrize(
    ("known", "result", "mode"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_proposal(known: Known, result: str, mode: str) -> None:
    proposed = propose(known)
    assert (proposed.result, proposed.mode) == (result, mode)


def test_an_unwilling_client_outweighs_whatever_is_open() -> None:
    unwilling = replace(
        answered(willingness="no"), conditions=conditions(objectives=None), scenes=()
    )
    assert propose(unwilling).result == "not"


def test_every_ground_cites_its_source_in_both_languages() -> None:
    known = replace(
        answered(
            willingness="partly",
            ground="实验室除外",
            missing_devices={"D6": Words("耳机", "headset")},
            special_areas="图纸室",
        ),
        scenes=(scene("forbidden", "污水站"), scene("limited", "实验室")),
        forbidding_rule=RULE,
        residual_risk="high",
        conditions=conditions(ability=False),
    )
    sources = [ground.source.zh for ground in propose(known).grounds]
    for expected in (
        "规则包 CNCA-QMS-01:2025 5.8.2",
        "客户调查 D6",
        "适用性 污水站",
        "风险矩阵",
        "TS 17012 §5.2.2",
    ):
        assert expected in sources
    assert all(
        ground.source.en and ground.words.zh and ground.words.en
        for ground in propose(known).grounds
    )


def test_the_clients_own_words_stand_in_the_ground() -> None:
    refusing = answered(willingness="no", ground="涉密生产线")
    grounds = propose(refusing).grounds
    assert grounds[0].effect == "blocks"
    assert "涉密生产线" in grounds[0].words.zh


def test_grounds_hint_at_the_condition_that_they_speak_about() -> None:
    hints = {ground.about for ground in propose(GOOD).grounds}
    assert {"accepted", "limits", "objectives"} <= hints <= {*EIGHT, ""}


VERDICTS = st.sampled_from(["remote_ok", "limited", "forbidden"])


@given(st.lists(VERDICTS, min_size=1, max_size=8), st.sampled_from(["yes", "partly", "no"]))
def test_more_against_it_never_makes_it_more_remote(verdicts: list[str], willingness: str) -> None:
    order = ["not", "partial", "feasible"]
    base = replace(answered(willingness=willingness), scenes=tuple(map(scene, verdicts)))
    worse = replace(base, scenes=(*base.scenes, scene("forbidden")), residual_risk="high")
    assert order.index(propose(worse).result) <= order.index(propose(base).result)
