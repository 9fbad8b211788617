"""C05: which audits a cycle needs and when each is due, by hand-made tables."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.cycle import Audit, CycleRules, threshold, windows
from mingjian.programme.rules.days import last_day_of, months_after

BODY = {
    "window_months": 3,
    "recertification_window_months": 6,
    "recertification_lead_days": 60,
    "alert_days": [90, 60, 30, 7],
}
GENERAL = {
    "cycle_years": 3,
    "surveillances_per_cycle": 2,
    "first_surveillance_months": 12,
    "first_surveillance_from": "decision",
}
NATIONAL = GENERAL | {
    "first_surveillance_from": "issue",
    "surveillance_months": 12,
    "suspend_when_overdue": True,
}
IAF = CycleRules.of(GENERAL, BODY, ("ISO/IEC 17021-1:2015 §9.1.3", "ISO/IEC 17021-1:2015 §9.6.3"))
CN = CycleRules.of(NATIONAL, BODY, ("CNCA-QMS-01:2025 5.4.1.4", "CNCA-QMS-01:2025 5.8.2"))


def surveillance(sequence: int, day: date) -> Audit:
    return Audit("surveillance", sequence, day, is_held=True)


def due(rules: CycleRules, certified: date, *audits: Audit) -> list[tuple[str, int, date]]:
    found = windows(rules, certified, None, audits)
    return [(window.kind, window.sequence, window.due_by) for window in found]


@pytest.mark.parametrize(
    ("rules", "certified", "first", "second", "recertification"),
    [
        (CN, date(2026, 3, 16), date(2027, 3, 16), date(2028, 3, 16), date(2029, 1, 14)),
        (IAF, date(2026, 3, 16), date(2027, 3, 16), date(2028, 12, 31), date(2029, 1, 14)),
        (CN, date(2024, 2, 29), date(2025, 2, 28), date(2026, 2, 28), date(2026, 12, 30)),
        (IAF, date(2024, 2, 29), date(2025, 2, 28), date(2026, 12, 30), date(2026, 12, 30)),
        (CN, date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2027, 12, 29)),
        (CN, date(2025, 8, 31), date(2026, 8, 31), date(2027, 8, 31), date(2028, 7, 1)),
        (IAF, date(2025, 12, 31), date(2026, 12, 31), date(2027, 12, 31), date(2028, 10, 31)),
        (CN, date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1), date(2028, 11, 1)),
    ],
)
def test_a_cycle_without_any_audit_yet(
    rules: CycleRules, certified: date, first: date, second: date, recertification: date
) -> None:
    assert due(rules, certified) == [
        ("surveillance", 1, first),
        ("surveillance", 2, second),
        ("recertification", 1, recertification),
    ]


def test_an_early_surveillance_brings_the_next_one_forward_in_china() -> None:
    held = surveillance(1, date(2026, 11, 20))
    assert due(CN, date(2026, 3, 16), held)[1] == ("surveillance", 2, date(2027, 11, 20))


def test_early_surveillances_need_a_third_one_before_recertification_in_china() -> None:
    held = surveillance(1, date(2026, 10, 1)), surveillance(2, date(2027, 8, 1))
    assert due(CN, date(2026, 3, 16), *held)[2:] == [
        ("surveillance", 3, date(2028, 8, 1)),
        ("recertification", 1, date(2029, 1, 14)),
    ]


def test_the_iaf_asks_for_one_in_every_calendar_year() -> None:
    held = surveillance(1, date(2026, 11, 20)), surveillance(2, date(2027, 4, 2))
    assert due(IAF, date(2026, 3, 16), *held)[1:] == [
        ("surveillance", 2, date(2027, 12, 31)),
        ("surveillance", 3, date(2028, 12, 31)),
        ("recertification", 1, date(2029, 1, 14)),
    ]


def test_a_late_surveillance_moves_the_next_one_back_and_stays_late() -> None:
    held = surveillance(1, date(2027, 5, 30))
    assert due(CN, date(2026, 3, 16), held)[:2] == [
        ("surveillance", 1, date(2027, 3, 16)),
        ("surveillance", 2, date(2028, 5, 30)),
    ]


def test_the_windows_open_three_and_six_months_before() -> None:
    first, _, last = windows(CN, date(2026, 3, 16), None)
    assert first.due_from == date(2026, 12, 16)
    assert last.due_from == date(2028, 9, 15)
    assert (first.clause, last.clause) == (
        "CNCA-QMS-01:2025 5.4.1.4",
        "CNCA-QMS-01:2025 5.8.2",
    )


def test_an_entered_expiry_day_counts_more_than_the_length_of_a_cycle() -> None:
    found = windows(CN, date(2026, 3, 16), date(2028, 12, 31))
    assert found[-1].due_by == date(2028, 11, 1)


def test_only_the_chinese_rules_demand_suspension() -> None:
    assert CN.must_suspend
    assert not IAF.must_suspend


@pytest.mark.parametrize(
    ("days_left", "expected"),
    [(91, None), (90, 90), (61, 90), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7)],
)
def test_alerts_come_at_90_60_30_and_7_days(days_left: int, expected: int | None) -> None:
    assert threshold(days_left, CN.alert_days) == expected


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2024, 3, 1), 12, date(2025, 2, 28)),
        (date(2023, 3, 1), 12, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2026, 1, 1), 36, date(2028, 12, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_the_last_day_of_a_term(first: date, months: int, last: date) -> None:
    assert last_day_of(first, months) == last


days = st.dates(date(2000, 1, 1), date(2080, 12, 31))


@given(days, st.sampled_from([CN, IAF]), st.lists(st.integers(30, 400), max_size=4))
def test_the_windows_of_any_cycle_are_whole(
    certified: date, rules: CycleRules, gaps: list[int]
) -> None:
    held, day = [], certified
    for sequence, gap in enumerate(gaps, start=1):
        day += timedelta(days=gap)
        held.append(surveillance(sequence, day))
    found = windows(rules, certified, None, held)
    assert [each.sequence for each in found] == [*range(1, len(found)), 1]
    assert found[-1].kind == "recertification"
    assert len(found) > rules.surveillances
    assert all(each.due_from <= each.due_by for each in found)
    assert found[0].due_by <= months_after(certified, 12)
    assert all(each.due_by <= found[-1].due_by for each in found)


@given(days)
def test_in_china_no_two_due_days_are_more_than_twelve_months_apart(certified: date) -> None:
    found = [certified, *(each.due_by for each in windows(CN, certified, None))]
    assert all(later <= months_after(earlier, 12) for earlier, later in pairwise(found))
