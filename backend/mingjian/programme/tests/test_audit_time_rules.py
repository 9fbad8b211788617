"""Audit time against the oracles of the field: EA's answers, the documents' examples, the demo."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingjian.programme.rules.audit_time import Inputs, audit_time
from mingjian.programme.rules.audit_time.assigned import assigned_days
from mingjian.programme.rules.audit_time.checks import faults
from mingjian.programme.rules.audit_time.rounding import rounded
from mingjian.programme.rules.headcount import Headcount
from mingjian.programme.tests.audit_times import demo, inputs, rulebook, scheme, site

BOOK = rulebook()
HALF = Fraction(1, 2)


def days(given: Inputs) -> float:
    return float(audit_time(given, BOOK).days)


def totals(given: Inputs) -> dict[str, float]:
    return {line.key: round(float(line.total), 2) for line in audit_time(given, BOOK).lines}


def test_the_demo_audit_is_explained_line_by_line() -> None:
    assert totals(demo()) == {
        "base:QMS::": 7.0,
        "base:EMS::": 8.0,
        "sum": 15.0,
        "integration": 12.0,
        "share": 4.0,
        "uplift": 4.4,
        "rounding:remote": 4.5,
    }
    assert days(demo()) == 4.5
    assert days(demo(mode="on_site")) == 4.0


def test_every_line_names_its_document_clause_and_source() -> None:
    for line in audit_time(demo(), BOOK).lines:
        assert line.cited.clause
        assert line.cited.source in {"T", "T2", "M"}
        assert line.basis.zh
        assert line.basis.en
        assert "@" in line.cited.stamp


def test_integration_saves_at_most_twenty_percent_and_counts_the_lower_ability() -> None:
    assert totals(demo(integration_pct=100))["integration"] == 12.0
    assert totals(demo(integration_pct=100, ability_pct=50))["integration"] == 13.5
    assert totals(demo(integration_pct=0))["integration"] == 15.0


def test_one_scheme_is_not_integrated() -> None:
    assert "integration" not in totals(inputs(86, integration_pct=100))


def test_reductions_of_a_single_site_stop_at_thirty_percent() -> None:
    """EA FAQ 37.23: at most 30 % off the table, whatever is added up."""
    many = scheme("QMS", mature=-15, known=-15, automated=-10, not_designing=-10)
    found = totals(inputs(55, many, kind="stage_2"))
    assert found["limit:QMS::"] == 3.5


def test_a_sampled_site_keeps_half_of_its_time() -> None:
    """EA FAQ 37.5: 55 people, QMS 5 days; 30 % and 20 % together leave 2.5, never less."""
    many = scheme("QMS", mature=-15, known=-15, automated=-10)
    branch = site(55, "分厂", central_reduction_pct=20, central_reason="采购和文件由总部负责")
    found = totals(inputs(0, many, sites=(branch,), is_sampled=True, kind="stage_2"))
    assert found["central:QMS:分厂:"] == 2.5
    greedy = site(55, "分厂", central_reduction_pct=60, central_reason="全部由总部负责")
    assert totals(inputs(0, many, sites=(greedy,), is_sampled=True))["central:QMS:分厂:"] == 2.5


def test_the_centre_gets_no_central_reduction() -> None:
    centre = site(55, "总部", is_central=True, central_reduction_pct=20, central_reason="总部")
    found = totals(inputs(0, sites=(centre,), is_sampled=True))
    assert not [key for key in found if key.startswith("central")]


def test_integration_comes_after_the_other_reductions_and_is_not_added_to_them() -> None:
    """30 % and then 20 % of the rest: 44 % together, not 50 %."""
    down = {"mature": -15.0, "known": -15.0}
    both = (scheme("QMS", "", **down), scheme("EMS", "medium", **down))
    assert totals(demo(schemes=both))["integration"] == pytest.approx(15 * 0.7 * 0.8)


def test_sampled_sites_are_counted_one_by_one_and_only_if_visited() -> None:
    sites = (site(60, "总部", is_central=True), site(20, "甲"), site(20, "乙", visited=False))
    found = totals(inputs(0, sites=sites, is_sampled=True, kind="stage_2"))
    assert found["base:QMS:总部:"] == 5.0
    assert found["base:QMS:甲:"] == 3.0
    assert found["sum"] == 8.0
    assert not [key for key in found if "乙" in key]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("surveillance", 2.5), ("recertification", 5.0), ("stage_1", 2.5), ("stage_2", 4.5)],
)
def test_an_audit_of_the_cycle_takes_its_share_of_the_initial_one(
    kind: str, expected: float
) -> None:
    """86 people, QMS 7: a third is 2.33, two thirds 4.67, both rounded up; 2.5 + 4.5 = 7."""
    assert days(inputs(86, kind=kind)) == expected


def test_a_share_is_never_rounded_below_what_the_rule_demands() -> None:
    found = totals(inputs(46, kind="surveillance"))
    assert found["share"] == 1.67
    assert found["rounding"] == 2.0


def test_every_audit_takes_a_day_at_least() -> None:
    found = totals(inputs(3, kind="surveillance"))
    assert found["share"] == 0.5
    assert found["least"] == 1.0


def test_only_the_remote_part_is_lengthened() -> None:
    half = totals(demo(mode="hybrid", remote_share_pct=50))
    assert half["uplift"] == 4.2
    assert half["rounding:remote"] == 4.5


def test_time_for_planning_and_writing_beyond_a_fifth_is_noticed() -> None:
    assert audit_time(demo(off_site_pct=20), BOOK).warnings == ()
    assert "80 %" in audit_time(demo(off_site_pct=25), BOOK).warnings[0].en
    assert audit_time(demo(), BOOK).auditing_days == Fraction(18, 5)


def test_part_timers_count_by_their_hours_and_every_shift_counts() -> None:
    count = Headcount(full_time=40, part_time=10, part_time_hours=4, contractors=5, shifts=(35, 20))
    office = site(0, headcount=count)
    assert audit_time(inputs(0, sites=(office,)), BOOK).personnel == 50


def test_repetitive_roles_are_reduced_by_half_at_most() -> None:
    count = Headcount(full_time=100, repetitive=60)
    floor = site(0, headcount=count, repetitive_reduction_pct=80, repetitive_reason="同一工序")
    assert audit_time(inputs(0, sites=(floor,)), BOOK).personnel == 70


def test_only_auditors_bring_auditor_days() -> None:
    """Experts, trainees, observers and interpreters count for nothing; a long day for one."""
    team = [("LA", Fraction("2.5")), ("AU", Fraction(2)), ("TE", Fraction(1))]
    team += [("TR", Fraction(2)), ("OBS", Fraction(2)), ("INT", Fraction(2))]
    assert assigned_days(team) == Fraction("4.5")


@pytest.mark.parametrize(
    ("exact", "least", "expected"),
    [("4.4", "4.4", "4.5"), ("4.2", "0", "4"), ("4.25", "0", "4.5"), ("4.2", "4.2", "4.5")],
)
def test_half_days_never_fall_below_the_least(exact: str, least: str, expected: str) -> None:
    assert rounded(Fraction(exact), HALF, Fraction(least)) == Fraction(expected)


@pytest.mark.parametrize(
    ("given_inputs", "field"),
    [
        (inputs(0), "sites"),
        (inputs(86, scheme("EMS")), "complexity.EMS"),
        (inputs(86, scheme("QMS", "high")), "complexity.QMS"),
        (inputs(86, scheme("QMS", mature=-40)), "factors.QMS.mature"),
        (inputs(86, scheme("QMS", mature=10)), "factors.QMS.mature"),
        (inputs(86, scheme("QMS", luck=-10)), "factors.QMS.luck"),
        (inputs(86, integration_pct=120), "integration_pct"),
        (inputs(0, sites=(site(50, repetitive_reduction_pct=10),)), "sites.总部"),
        (inputs(-5), "sites.总部"),
    ],
)
def test_what_cannot_be_calculated_is_named_by_its_field(given_inputs: Inputs, field: str) -> None:
    assert field in faults(given_inputs, BOOK)


def test_a_percentage_needs_its_reason() -> None:
    silent = demo().stored()
    silent["schemes"][0]["factors"] = [{"code": "mature", "pct": -10, "reason": " "}]
    assert faults(Inputs.of(silent), BOOK)["factors.QMS.mature"][1] == "Give the reason."


def test_inputs_come_back_from_what_is_stored() -> None:
    assert Inputs.of(demo().stored()) == demo()


PEOPLE = st.integers(1, 20_000)
SCHEMES = st.sampled_from(
    [scheme("QMS"), *(scheme("EMS", each) for each in ("high", "medium", "low", "limited"))]
    + [scheme("OHSMS", each) for each in ("high", "medium", "low")]
    + [scheme("ISMS")]
)
DOWN = st.fixed_dictionaries(
    {},
    optional={"mature": st.integers(-15, 0), "known": st.integers(-15, 0)}
    | {"automated": st.integers(-10, 0), "not_designing": st.integers(-10, 0)},
)
KINDS = st.sampled_from(["surveillance", "recertification", "stage_1", "stage_2", "special"])


@settings(max_examples=150, deadline=None)
@given(fewer=PEOPLE, more=PEOPLE, each=SCHEMES, kind=KINDS)
def test_more_people_never_take_less_time(fewer: int, more: int, each: object, kind: str) -> None:
    low, high = sorted((fewer, more))
    assert days(inputs(low, each, kind=kind)) <= days(inputs(high, each, kind=kind))  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(people=PEOPLE, down=DOWN, kind=KINDS, integration=st.integers(0, 100))
def test_no_heap_of_reductions_passes_the_limits(
    people: int, down: dict[str, float], kind: str, integration: int
) -> None:
    both = (scheme("QMS", "", **down), scheme("EMS", "high", **down))
    plain = (scheme("QMS"), scheme("EMS", "high"))
    reduced = totals(inputs(people, *both, kind=kind, integration_pct=integration))
    full = totals(inputs(people, *plain, kind=kind))
    assert reduced["integration"] >= full["sum"] * 0.7 * 0.8 - 0.01


@settings(max_examples=100, deadline=None)
@given(people=PEOPLE, share=st.integers(0, 100), kind=KINDS)
def test_remote_is_never_shorter_than_on_site(people: int, share: int, kind: str) -> None:
    remote = audit_time(inputs(people, kind=kind, mode="remote", remote_share_pct=share), BOOK)
    on_site = audit_time(inputs(people, kind=kind), BOOK)
    assert remote.days >= on_site.days == remote.on_site_days
    assert remote.days >= on_site.days * (1 + Fraction(share, 1000))
    assert remote.days % HALF == 0


@settings(max_examples=60, deadline=None)
@given(people=PEOPLE, each=SCHEMES)
def test_both_stages_are_the_whole_initial_audit(people: int, each: object) -> None:
    first = inputs(people, each, kind="stage_1")  # type: ignore[arg-type]
    second = inputs(people, each, kind="stage_2")  # type: ignore[arg-type]
    whole = totals(second).get("rounding") or next(iter(totals(second).values()))
    assert days(first) + days(second) == whole
