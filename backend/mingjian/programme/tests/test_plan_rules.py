"""Plans, purely: wall times, clauses, every check by an example that fails it, and versions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.kit.words import Words
from mingjian.programme.errors.plans import (
    ItemOrderError,
    LocalTimeError,
    TimeSkippedError,
    TimeTwiceError,
)
from mingjian.programme.rules.clauses import covers, required, standards, uncovered
from mingjian.programme.rules.plan_checks import CHECKS, Draft, Limits, check
from mingjian.programme.rules.plan_checks.draft import Engaged, Item, Member
from mingjian.programme.rules.plan_checks.hours import planned_days
from mingjian.programme.rules.plan_diff import COMPARED, differences
from mingjian.programme.rules.plan_times import instant, shifted, span
from mingjian.programme.rules.plan_tools import PlanTool, Standing

LEAD, OTHER, EXPERT, STRANGER = (UUID(int=n) for n in range(1, 5))
MONDAY = date(2026, 11, 23)
_ids = count(100)


def at(hour: float, day: int = 0) -> datetime:
    """That hour of the audit's day on the clock of Shanghai."""
    midnight = datetime(2026, 11, 23, tzinfo=UTC) - timedelta(hours=8)
    return midnight + timedelta(days=day, hours=hour)


def item(kind: str, start: float, end: float, *members: UUID, day: int = 0, **more: Any) -> Item:
    return Item(
        id=UUID(int=next(_ids)),
        kind=kind,
        title=more.pop("title", kind),
        starts_at=at(start, day),
        ends_at=at(end, day),
        day=MONDAY + timedelta(days=day),
        members=members,
        **more,
    )


EVERYTHING = tuple(
    (scheme, clause.code) for scheme in ("QMS",) for clause in required(scheme, "surveillance")
)
REMOTE: dict[str, Any] = {"is_remote": True, "method": "interview", "tool": "video"}


def sound(**changes: Any) -> Draft:
    """A remote surveillance of one day that passes every check."""
    draft = Draft(
        kind="surveillance",
        mode="remote",
        schemes=("QMS",),
        starts_on=MONDAY,
        ends_on=MONDAY,
        items=(
            item("client_talk", 15, 16, LEAD, day=-3),
            item("opening", 9, 9.5, LEAD, OTHER, is_remote=True),
            item("work", 9.5, 11, LEAD, EXPERT, clauses=EVERYTHING, scene="office", **REMOTE),
            item("break", 11, 11.25, LEAD, OTHER),
            item("work", 11.25, 12, OTHER, clauses=(("QMS", "8.5"),), **REMOTE),
            item("closing", 16, 16.5, LEAD, OTHER, is_remote=True),
        ),
        team=(
            Member(id=LEAD, name="陈静", role="LA", schemes=("QMS",), days=Decimal("1.0")),
            Member(id=OTHER, name="王磊", role="AU", schemes=("QMS",), days=Decimal("0.5")),
            Member(id=EXPERT, name="周敏", role="TE", days=Decimal("1.0")),
        ),
        required_days=Decimal("0.5"),
        forbidden={("QMS", "hazardous_waste"): Words("须现场。", "On site only.")},
    )
    return replace(draft, **changes)


def with_item(*added: Item) -> Draft:
    return sound(items=(*sound().items, *added))


def without(kind: str) -> Draft:
    return sound(items=tuple(each for each in sound().items if each.kind != kind))


def changed(place: int, **changes: Any) -> Draft:
    items = list(sound().items)
    items[place] = replace(items[place], **changes)
    return sound(items=tuple(items))


def checks(draft: Draft) -> set[str]:
    return {finding.check for finding in check(draft).findings}


def test_a_sound_plan_passes_every_check() -> None:
    verdict = check(sound())
    assert (verdict.findings, verdict.passed) == ((), len(CHECKS))


def with_tool(standing: Standing, **more: Any) -> Draft:
    """The sound plan, whose items are audited by a tool that stands so on this audit."""
    name, words = Words("视频会议", "Video call"), Words("安全性 2 分。", "Security 2.")
    tool = PlanTool(code="video", name=name, standing=standing, words=words, **more)
    return sound(tools=(tool,))


WRONG: dict[str, Draft] = {
    "opening": without("opening"),
    "closing": without("closing"),
    "client_talk": without("client_talk"),
    "dates": with_item(item("work", 10, 11, OTHER, day=1, **REMOTE)),
    "before_opening": with_item(item("work", 8, 8.5, OTHER, **REMOTE)),
    "after_closing": with_item(item("work", 16, 17, EXPERT, LEAD, **REMOTE)),
    "double_booked": with_item(item("work", 10, 10.5, LEAD, **REMOTE)),
    "busy_elsewhere": sound(engaged=(Engaged(OTHER, at(11.5), at(13), "绿源化工"),)),
    "strangers": changed(4, members=(OTHER, STRANGER)),
    "nobody": changed(4, members=()),
    "experts_alone": changed(4, members=(EXPERT,)),
    "competence": changed(4, clauses=(("EMS", "8.2"),)),
    "coverage": changed(2, clauses=EVERYTHING[1:]),
    "mode": sound(mode="on_site"),
    "forbidden_scene": changed(4, scene="hazardous_waste"),
    "means": changed(4, tool=""),
    "tool_refused": with_tool("refused"),
    "tool_not_chosen": with_tool("open"),
    "tool_overdue": with_tool("chosen", is_overdue=True),
    "screen_breaks": with_item(item("work", 9.5, 11.2, OTHER, **REMOTE)),
    "longest_day": with_item(item("team", 17, 24, LEAD)),
    "audit_time": sound(required_days=Decimal("2.0")),
    "time_with_client": sound(required_days=Decimal("1.0")),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_check_finds_what_it_is_for(name: str) -> None:
    assert name in checks(WRONG[name])


@pytest.mark.parametrize("name", WRONG)
def test_a_finding_says_what_in_both_languages_and_what_mends_it(name: str) -> None:
    for finding in check(WRONG[name]).findings:
        assert finding.words.zh
        assert finding.words.en
        assert finding.rule or finding.check in {"screen_breaks"}
        assert finding.items or finding.fix in {"add", "team"}


def test_a_tool_that_is_not_chosen_or_overdue_warns_and_one_that_is_refused_stops() -> None:
    assert check(with_tool("chosen")).findings == ()
    for standing in ("open", "former"):
        (found,) = check(with_tool(standing)).findings
        assert (found.check, found.is_blocking) == ("tool_not_chosen", False)
        assert "2 项安排" in found.words.zh
    (late,) = check(with_tool("chosen", is_overdue=True)).findings
    assert (late.check, late.is_blocking) == ("tool_overdue", False)
    (refused,) = check(with_tool("refused", is_overdue=True)).blocking
    assert (refused.check, refused.may_override) == ("tool_refused", False)


def test_a_tool_counts_where_an_item_is_remote_only() -> None:
    on_site = tuple(replace(each, is_remote=False) for each in sound().items)
    assert "tool_refused" not in checks(replace(with_tool("refused"), items=on_site))


def test_an_auditor_is_double_booked_across_time_zones() -> None:
    """16:30 in Shanghai is 09:30 in Berlin: different clocks, one person."""
    berlin = replace(
        item("work", 11.25, 12, OTHER), zone="Europe/Berlin", starts_at=at(16.5), ends_at=at(17.5)
    )
    there = Engaged(OTHER, at(17), at(18), "柏林客户")
    assert "busy_elsewhere" in checks(sound(items=(berlin,), engaged=(there,)))
    apart = Engaged(OTHER, at(9.5), at(10.5), "柏林客户")
    assert "busy_elsewhere" not in checks(sound(items=(berlin,), engaged=(apart,)))


def test_items_that_only_touch_do_not_overlap() -> None:
    assert "double_booked" not in checks(with_item(item("work", 12, 13, OTHER, **REMOTE)))


def test_an_expert_with_an_auditor_is_no_finding_and_counts_for_no_time() -> None:
    assert "experts_alone" not in checks(sound())
    alone = sound(items=(item("work", 9, 17, EXPERT),))
    assert planned_days(alone) == 0


def test_a_long_day_saves_no_audit_time() -> None:
    long = sound(items=(item("work", 6, 20, LEAD),))
    assert planned_days(long) == Decimal("1.00")


def test_an_on_site_audit_needs_no_talk_and_no_screen_breaks() -> None:
    on_site = tuple(replace(each, is_remote=False) for each in without("client_talk").items)
    assert checks(sound(mode="on_site", items=on_site)) == set()


def test_what_was_found_at_the_site_counts_more_than_the_list() -> None:
    site = UUID(int=77)
    there = changed(4, site=site, scene="hazardous_waste")
    assert "forbidden_scene" in checks(there)
    allowed = replace(there, assessed={(site, "hazardous_waste"): {"QMS": "limited"}})
    assert "forbidden_scene" not in checks(allowed)
    office = changed(4, site=site, scene="office")
    refused = replace(office, assessed={(site, "office"): {"QMS": "forbidden"}})
    assert "forbidden_scene" in checks(refused)
    elsewhere = replace(office, assessed={(UUID(int=78), "office"): {"QMS": "forbidden"}})
    assert "forbidden_scene" not in checks(elsewhere)


def test_a_break_shorter_than_agreed_is_none() -> None:
    """From nine to twelve before the screen, with a quarter of an hour's rest at eleven."""
    morning = with_item(item("work", 9.5, 11, OTHER, **REMOTE))
    assert "screen_breaks" not in checks(replace(morning, limits=Limits(break_minutes=15)))
    assert "screen_breaks" in checks(replace(morning, limits=Limits(break_minutes=20)))


@given(st.integers(0, 23), st.integers(1, 8))
def test_more_work_never_takes_planned_time_away(start: int, hours: int) -> None:
    more = with_item(item("work", start, start + hours, OTHER, **REMOTE))
    assert planned_days(more) >= planned_days(sound())


def test_a_time_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TimeSkippedError):
        instant("2027-03-28T02:30", "Europe/Berlin")


def test_a_time_that_comes_twice_is_refused() -> None:
    with pytest.raises(TimeTwiceError):
        instant("2026-10-25T02:30", "Europe/Berlin")


@pytest.mark.parametrize("text", ["", "2026-02-30T09:00", "2026-11-23 09:00", "23.11.2026"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(LocalTimeError):
        instant(text, "Asia/Shanghai")


def test_the_wall_time_stays_when_the_offset_changes() -> None:
    assert instant("2026-10-24T09:00", "Europe/Berlin").hour == 7
    assert instant("2026-10-26T09:00", "Europe/Berlin").hour == 8
    assert shifted("2026-10-24T09:00", 2) == "2026-10-26T09:00"


@pytest.mark.parametrize("end", ["2026-11-23T09:00", "2026-11-23T08:00", "2026-11-24T09:00"])
def test_an_item_ends_after_it_starts_and_within_a_day(end: str) -> None:
    with pytest.raises(ItemOrderError):
        span("2026-11-23T09:00", end, "Asia/Shanghai")


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.integers(-400, 400))  # noqa: DTZ001
def test_shifting_there_and_back_changes_nothing(wall: datetime, days: int) -> None:
    local = wall.strftime("%Y-%m-%dT%H:%M")
    assert shifted(shifted(local, days), -days) == local


@pytest.mark.parametrize("scheme", ["QMS", "EMS", "OHSMS", "ISMS"])
def test_every_standard_has_clauses_and_least_coverage_that_it_knows(scheme: str) -> None:
    standard = standards()[scheme]
    codes = [each.code for each in standard.clauses]
    assert len(codes) == len(set(codes)) > 20
    for kind in ("stage_1", "stage_2", "surveillance", "recertification"):
        assert standard.required[kind]
        assert set(standard.required[kind]) <= set(codes)
    assert {"9.2", "9.3", "10.2"} <= set(standard.required["surveillance"])
    assert standard.source == "memory"


def test_a_clause_covers_its_parts_and_its_whole_and_no_namesake() -> None:
    assert covers("8", "8.5")
    assert covers("8.5.1", "8.5")
    assert not covers("8.5", "8.51")
    assert not covers("1", "10.2")
    left = [each.code for each in uncovered("QMS", "surveillance", ["6", "8.5", "9", "10"])]
    assert left == ["mark"]


def line(number: int, **changes: Any) -> dict[str, Any]:
    given = dict.fromkeys(COMPARED, "") | {"line": number, "title": str(number)}
    return given | changes


def test_versions_differ_line_by_line() -> None:
    older = [line(1), line(2, local_start="10:00"), line(3)]
    newer = [line(1), line(2, local_start="11:00", title="二"), line(4)]
    found = {(each.kind, each.title): each.fields for each in differences(older, newer)}
    assert found == {
        ("removed", "3"): (),
        ("changed", "二"): ("title", "local_start"),
        ("added", "4"): (),
    }
