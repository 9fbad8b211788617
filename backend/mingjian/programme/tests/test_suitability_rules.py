"""Which scene may be remote for which scheme: the red list, the visits, the five factors."""

import pytest

from mingjian.programme.rules.packs.shipped import shipped_packs
from mingjian.programme.rules.scene_suitability import (
    CODE,
    FACTORS,
    Suitability,
    are_factors,
    default_verdict,
    worst,
)
from mingjian.programme.rules.scenes import SCENES
from mingjian.programme.rules.schemes import SCHEMES

PACK = next(pack for pack in shipped_packs() if pack.code == CODE)
RED = (
    "production",
    "environmental_treatment",
    "hazardous_chemicals",
    "hazardous_waste",
    "canteen",
)


@pytest.mark.parametrize("scheme", ["EMS", "OHSMS"])
@pytest.mark.parametrize("scene", RED)
def test_environment_and_safety_visit_the_scenes_of_the_red_list(scheme: str, scene: str) -> None:
    found = default_verdict(PACK, scheme, scene, {})
    assert found.verdict == Suitability.FORBIDDEN
    assert found.stamp == PACK.stamp
    assert "适用性" in found.clause


@pytest.mark.parametrize(
    ("scheme", "scene", "verdict"),
    [
        ("EMS", "office", "remote_ok"),
        ("EMS", "laboratory", "limited"),
        ("OHSMS", "warehouse", "limited"),
        ("EMS", "warehouse", "remote_ok"),
        ("ISMS", "server_room", "forbidden"),
        ("ISMS", "office", "remote_ok"),
        ("QMS", "production", "remote_ok"),
        ("QMS", "canteen", "remote_ok"),
    ],
)
def test_what_the_lists_say_of_other_scenes(scheme: str, scene: str, verdict: str) -> None:
    assert default_verdict(PACK, scheme, scene, {}).verdict == verdict


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ((0, 0, 0, 0, 0), "remote_ok"),
        ((1, 1, 1, 0, 0), "remote_ok"),
        ((1, 1, 1, 1, 0), "limited"),
        ((2, 0, 0, 0, 0), "limited"),
        ((0, 0, 0, 2, 0), "limited"),
        ((2, 2, 2, 1, 0), "limited"),
        ((2, 2, 2, 2, 0), "forbidden"),
        ((2, 2, 2, 2, 2), "forbidden"),
    ],
)
def test_quality_is_judged_by_five_factors_at_both_edges(
    scores: tuple[int, ...], verdict: str
) -> None:
    factors = dict(zip(FACTORS, scores, strict=True))
    assert default_verdict(PACK, "QMS", "production", factors).verdict == verdict


def test_a_factor_speaks_in_the_reason() -> None:
    found = default_verdict(PACK, "QMS", "office", {"confidentiality": 2})
    assert "保密要求高" in found.why.zh
    assert "Highly confidential" in found.why.en


def test_every_scene_has_a_verdict_for_every_scheme() -> None:
    for scheme in SCHEMES:
        for scene in SCENES:
            assert default_verdict(PACK, scheme, scene, {}).verdict in Suitability.values


def test_the_lists_name_only_scenes_and_schemes_that_exist() -> None:
    for name in ("red_list", "visit_needed", "with_limits"):
        for scheme, scenes in PACK.parameters[name].items():
            assert scheme in SCHEMES
            assert set(scenes) <= set(SCENES)


def test_the_strictest_verdict_counts() -> None:
    assert worst(["remote_ok", "forbidden", "limited"]) == "forbidden"
    assert worst(["remote_ok", "limited"]) == "limited"
    assert worst([]) == "remote_ok"


@pytest.mark.parametrize(
    ("factors", "right"),
    [({}, True), ({"complexity": 2}, True), ({"complexity": 3}, False), ({"mood": 1}, False)],
)
def test_factors_have_known_names_and_score_from_zero_to_two(
    factors: dict[str, int], *, right: bool
) -> None:
    assert are_factors(factors) is right
