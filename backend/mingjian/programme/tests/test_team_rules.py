"""The rules of teams: codes, qualifications, interests, separation, and whose time is taken."""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.availability import Busy, audit_days, away, clashes
from mingjian.programme.rules.competence import Held, Holder, covers, covers_code
from mingjian.programme.rules.impartiality import Tie, free_from, led_in_a_row, standing, worst
from mingjian.programme.rules.packs.shipped import shipped_packs
from mingjian.programme.rules.separation import Duty, may_take
from mingjian.programme.rules.separation import clashes as clashing_duties
from mingjian.programme.rules.suitability import Known, Need, rank, reasons
from mingjian.programme.rules.team_rules import TeamRules

PACK = next(pack for pack in shipped_packs() if pack.code == "team")
RULES = TeamRules.of(
    {**PACK.parameters, "clauses": {group.name: group.clause for group in PACK.groups}}
)
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 3)


@pytest.mark.parametrize(
    ("granted", "needed", "is_covered"),
    [
        ("17", "17.06", True),
        ("17.06", "17.06", True),
        ("17.06", "17.06.02", True),
        ("17.06", "17", False),
        ("17.06", "17.07", False),
        ("1", "17.06", False),
        ("17.0", "17.06", False),
    ],
)
def test_a_granted_code_covers_itself_and_what_is_below_it(
    granted: str, needed: str, *, is_covered: bool
) -> None:
    assert covers_code(granted, needed) is is_covered


codes = st.lists(st.integers(1, 39).map(lambda n: f"{n:02}"), min_size=1, max_size=4).map(".".join)


@given(codes, codes)
def test_whatever_covers_a_code_covers_all_below_it(granted: str, below: str) -> None:
    assert covers_code(granted, f"{granted}.{below}")
    assert not covers_code(f"{granted}.{below}", granted)


def holder(role: str = "AU", *, last: date | None = None, **assigned: tuple[str, ...]) -> Holder:
    held = (Held("QMS", "AU", ("17",), date(2024, 1, 1), last),)
    return Holder("王磊", role, assigned.get("schemes", ()), assigned.get("codes", ()), held)


def covered(*team: Holder) -> bool:
    (only,) = covers(team, ["QMS"], ["17.06"], days=(FIRST, LAST), rules=RULES)
    return only.by != ()


def test_a_code_is_covered_by_who_is_qualified_and_assigned_for_it_on_every_day() -> None:
    assert covered(holder())
    assert covered(holder(schemes=("QMS",), codes=("17.06",)))
    assert covered(holder(last=LAST))
    assert not covered(holder(last=date(2026, 12, 2))), "ends during the audit"
    assert not covered(holder(codes=("18.05",))), "qualified, but assigned another code"
    assert not covered(holder(schemes=("EMS",)))
    assert not covered(holder("LA")), "an auditor's qualification does not make a lead auditor"
    assert not covered(holder("OBS")), "observers cover nothing"


@pytest.mark.parametrize(
    ("kind", "until", "decision", "expected"),
    [
        ("consultancy", None, "open", "conflict"),
        ("consultancy", date(2024, 12, 1), "open", "clear"),
        ("consultancy", date(2024, 12, 2), "open", "conflict"),
        ("internal_audit", date(2025, 6, 1), "open", "conflict"),
        ("employment", date(2023, 1, 1), "open", "clear"),
        ("family", None, "open", "conflict"),
        ("family", date(2026, 11, 30), "open", "clear"),
        ("training", None, "open", "watch"),
        ("consultancy", None, "accepted", "clear"),
        ("consultancy", None, "safeguarded", "watch"),
        ("training", date(2010, 1, 1), "excluded", "conflict"),
    ],
)
def test_an_interest_excludes_for_its_years_unless_the_committee_decided(
    kind: str, until: date | None, decision: str, expected: str
) -> None:
    tie = Tie(kind, date(2009, 1, 1), until, decision)
    assert standing(tie, FIRST, RULES) == expected


def test_an_interest_that_ended_on_29_february_runs_out_on_a_day_that_exists() -> None:
    tie = Tie("consultancy", date(2020, 1, 1), date(2024, 2, 29))
    assert free_from(tie, RULES) == date(2026, 3, 1)


def test_the_worst_of_several_ties_counts() -> None:
    assert worst(["clear", "conflict", "watch"]) == "conflict"
    assert worst([]) == "clear"


def test_leading_in_a_row_ends_with_somebody_elses_audit() -> None:
    assert led_in_a_row(["a", "a", "b", "a"], "a") == 2
    assert led_in_a_row(["b", "a"], "a") == 0


def test_nobody_holds_two_duties_on_one_case() -> None:
    lead, decider = uuid4(), uuid4()
    duties = {Duty.TEAM: {lead}, Duty.DECISION_MAKER: {decider}}
    assert not may_take(lead, Duty.DECISION_MAKER, duties)
    assert not may_take(decider, Duty.TEAM, duties)
    assert may_take(lead, Duty.TEAM, duties)
    assert may_take(uuid4(), Duty.REVIEWER, duties)
    assert clashing_duties(duties) == {}
    both = {**duties, Duty.REVIEWER: {lead}}
    assert clashing_duties(both) == {lead: [Duty.TEAM, Duty.REVIEWER]}


def test_two_audits_on_one_date_in_different_zones_clash_only_where_hours_meet() -> None:
    """8 to 18 o'clock in Foshan is 0 to 10 o'clock UTC; in Chicago that is the night."""
    foshan = audit_days(FIRST, FIRST, "Asia/Shanghai", "佛山")
    chicago = audit_days(FIRST, FIRST, "America/Chicago", "Chicago")
    berlin = audit_days(FIRST, FIRST, "Europe/Berlin", "Berlin")
    assert clashes(foshan, chicago) == []
    assert clashes(foshan, berlin) == ["Berlin"]


def test_the_evening_of_one_date_clashes_with_the_morning_of_the_next_elsewhere() -> None:
    """23 o'clock in Chicago on the 1st is 13 o'clock in Foshan on the 2nd."""
    zone = ZoneInfo("America/Chicago")
    evening = Busy(datetime(2026, 12, 1, 23, tzinfo=zone), datetime(2026, 12, 2, 0, tzinfo=zone))
    assert clashes([evening], audit_days(LAST, LAST, "Asia/Shanghai", "佛山")) == []
    second = date(2026, 12, 2)
    assert clashes([evening], audit_days(second, second, "Asia/Shanghai", "佛山")) == ["佛山"]


def test_half_a_day_away_leaves_the_other_half() -> None:
    morning = away(FIRST, FIRST, "Asia/Shanghai", from_noon=False, until_noon=True)
    afternoon = away(FIRST, FIRST, "Asia/Shanghai", from_noon=True, until_noon=False)
    assert not morning.meets(afternoon)
    assert morning.end == afternoon.start


def test_what_ends_as_something_else_begins_does_not_clash() -> None:
    day = away(FIRST, FIRST, "Asia/Shanghai", from_noon=False, until_noon=False)
    next_day = away(date(2026, 12, 2), LAST, "Asia/Shanghai", from_noon=False, until_noon=False)
    assert not day.meets(next_day)


NEED = Need(role="LA", schemes=("QMS",), codes=("17.06",), first=FIRST, last=LAST)
ABLE = (Held("QMS", "LA", ("17",), date(2024, 1, 1), None),)


def faults(known: Known, need: Need = NEED) -> set[str]:
    return {each.key for each in reasons(need, known, RULES) if each.blocks and not each.is_good}


def warnings(known: Known, need: Need = NEED) -> set[str]:
    found = reasons(need, known, RULES)
    return {each.key for each in found if not each.blocks and not each.is_good}


def test_whoever_is_qualified_impartial_and_free_suits() -> None:
    known = Known(held=ABLE)
    assert (faults(known), warnings(known)) == (set(), set())


@pytest.mark.parametrize(
    ("known", "fault"),
    [
        (Known(held=ABLE, is_active=False), "active"),
        (Known(), "competent"),
        (Known(held=(Held("QMS", "LA", ("17",), date(2024, 1, 1), FIRST),)), "competent"),
        (Known(held=(Held("QMS", "LA", ("17",), LAST, None),)), "competent"),
        (Known(held=ABLE, standing="conflict", ties="咨询"), "impartial"),
        (Known(held=ABLE, duties=("decision_maker",)), "separate"),
    ],
)
def test_what_the_standard_forbids_refuses_with_its_clause(known: Known, fault: str) -> None:
    assert faults(known) == {fault}
    if fault != "active":
        found = next(each for each in reasons(NEED, known, RULES) if each.key == fault)
        assert found.clause.startswith("ISO/IEC 17021-1")


@pytest.mark.parametrize(
    ("known", "warning"),
    [
        (Known(held=ABLE, standing="watch", ties="培训"), "impartial"),
        (Known(held=ABLE, absences=("休假",)), "available"),
        (Known(held=ABLE, bookings=("宏泰",)), "available"),
        (Known(held=ABLE, led_in_a_row=3), "rotation"),
        (Known(held=ABLE, ict=False), "ict"),
    ],
)
def test_what_may_be_justified_warns(known: Known, warning: str) -> None:
    assert (faults(known), warnings(known)) == (set(), {warning})


def test_a_code_that_is_assigned_must_be_held_one_that_others_may_cover_need_not() -> None:
    known = Known(held=(Held("QMS", "LA", ("18",), date(2024, 1, 1), None),))
    assert warnings(known) == {"code"}
    final = Need(
        role="LA", schemes=("QMS",), codes=("17.06",), first=FIRST, last=LAST, is_final=True
    )
    assert faults(known, final) == {"code"}


def test_candidates_with_earlier_visits_come_first_among_equals() -> None:
    def place(known: Known) -> tuple[int, int, int, float]:
        return rank(reasons(NEED, known, RULES), known)

    known, new = Known(held=ABLE, visits=2), Known(held=ABLE)
    busy, barred = Known(held=ABLE, week_days=3), Known(visits=9)
    assert sorted([barred, busy, new, known], key=place) == [known, new, busy, barred]
