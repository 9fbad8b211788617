"""C05: the cycle of a programme on screen, its cases in one step, alerts, missed windows."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, found, seat, signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.mail.models import Letter
from mingjian.kit.outbox.models import Announcement
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme
from mingjian.programme.queries.cycle import pending_lines
from mingjian.programme.services import (
    approve_programme,
    create_programme,
    open_case,
    record_past_case,
)
from mingjian.programme.services.windows import watch_windows

pytestmark = pytest.mark.django_db

CYCLES, PROGRAMMES = "/api/programme/cycles", "/api/programme/programmes"
CASES = "/api/programme/cases"
CERTIFIED = date(2028, 2, 29)


class Desk:
    """A body with a programme manager, and a client certified on a leap day."""

    def __init__(self) -> None:
        self.founder = found()
        self.manager = seat(self.founder, "PM", name="赵敏")
        self.client = engage(self.founder, name="宏泰电子")

    def programme(self, certified: date | None = CERTIFIED, **values: Any) -> AuditProgramme:
        acting = viewer(self.manager)
        given = {"schemes": ["QMS"], "certified_on": certified} | values
        with tenant_scope(acting.owners):
            draft = create_programme(viewer=acting, client_id=self.client.id, values=given)
            return approve_programme(viewer=acting, programme_id=draft.id, version=draft.version)

    def held(self, programme: AuditProgramme, sequence: int, day: date) -> AuditCase:
        acting = viewer(self.manager)
        values = {"kind": "surveillance", "sequence": sequence, "starts_on": day, "ends_on": day}
        with tenant_scope(acting.owners):
            return record_past_case(viewer=acting, programme_id=programme.id, values=values)

    def watch(self) -> int:
        acting = viewer(self.manager)
        with tenant_scope(acting.owners):
            return watch_windows(viewer=acting, pending=pending_lines(acting))

    def browser(self, who: Seat | None = None) -> Client:
        return signed_in(who or self.manager)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def post(browser: Client, path: str, **values: Any) -> Any:
    return browser.post(path, values, content_type="application/json")


def patch(browser: Client, path: str, **values: Any) -> Any:
    return browser.patch(path, values, content_type="application/json")


def lines(browser: Client, programme: AuditProgramme) -> list[dict[str, Any]]:
    found = browser.get(f"{CYCLES}/{programme.id}").json()["lines"]
    assert isinstance(found, list)
    return found


def noon(day: date) -> Any:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    return clock.moved_to(at)


def work(browser: Client) -> list[dict[str, Any]]:
    items = browser.get("/api/work").json()
    return [item for item in items if item["key"].startswith("window:")]


def test_a_leap_day_cycle_shows_its_windows_and_where_they_come_from(desk: Desk) -> None:
    programme = desk.programme()
    with noon(date(2028, 12, 15)):
        found = desk.browser().get(f"{CYCLES}/{programme.id}").json()
    assert found["expires_on"] == "2031-02-28"
    assert [(each["sequence"], each["due_by"], each["state"]) for each in found["lines"]] == [
        (1, "2029-02-28", "due"),
        (2, "2030-02-28", "ahead"),
        (1, "2030-12-30", "ahead"),
    ]
    assert found["lines"][0]["clause"] == "CNCA-QMS-01:2025 5.4.1.4"


def test_the_same_dates_under_iaf_rules_leave_the_second_one_a_calendar_year(desk: Desk) -> None:
    programme = desk.programme(date(2026, 3, 16), jurisdiction="IAF")
    assert [each["due_by"] for each in lines(desk.browser(), programme)] == [
        "2027-03-16",
        "2028-12-31",
        "2029-01-14",
    ]


def test_all_cases_of_a_cycle_are_opened_in_one_step_and_only_once(desk: Desk) -> None:
    programme = desk.programme()
    opened = post(desk.browser(), f"{CYCLES}/{programme.id}/open")
    assert opened.status_code == 201
    numbers = [each["case"]["number"] for each in opened.json()["lines"]]
    assert len(set(numbers)) == 3
    again = post(desk.browser(), f"{CYCLES}/{programme.id}/open").json()["lines"]
    assert [each["case"]["number"] for each in again] == numbers
    case = desk.browser().get(f"{CASES}/{opened.json()['lines'][1]['case']['id']}").json()
    assert (case["due_from"], case["due_by"]) == ("2029-11-28", "2030-02-28")


def test_a_programme_without_its_day_says_what_to_enter(desk: Desk) -> None:
    programme = desk.programme(None)
    answer = post(desk.browser(), f"{CYCLES}/{programme.id}/open")
    assert (answer.status_code, answer.json()["code"]) == (422, "cycle_not_dated")
    assert lines(desk.browser(), programme) == []


def test_a_certificate_does_not_end_before_it_begins(desk: Desk) -> None:
    programme = desk.programme()
    answer = patch(
        desk.browser(),
        f"{PROGRAMMES}/{programme.id}",
        version=programme.version,
        expires_on="2028-02-29",
    )
    assert answer.json()["code"] == "cycle_order"


def test_another_day_of_issue_moves_every_open_window(desk: Desk) -> None:
    programme = desk.programme()
    post(desk.browser(), f"{CYCLES}/{programme.id}/open")
    patch(
        desk.browser(),
        f"{PROGRAMMES}/{programme.id}",
        version=programme.version,
        certified_on="2028-05-31",
    )
    cases = desk.browser().get(CASES, {"programme_id": str(programme.id)}).json()["items"]
    assert sorted(case["due_by"] for case in cases) == ["2029-05-31", "2030-05-31", "2031-03-31"]


def test_the_day_of_an_audit_moves_the_windows_after_it_but_not_its_own(desk: Desk) -> None:
    programme = desk.programme()
    opened = post(desk.browser(), f"{CYCLES}/{programme.id}/open").json()["lines"]
    case = desk.browser().get(f"{CASES}/{opened[0]['case']['id']}").json()
    patch(
        desk.browser(),
        f"{CASES}/{case['id']}",
        version=case["version"],
        starts_on="2028-12-09",
        ends_on="2028-12-10",
    )
    assert [each["due_by"] for each in lines(desk.browser(), programme)][:2] == [
        "2029-02-28",
        "2029-12-10",
    ]
    second = desk.browser().get(f"{CASES}/{opened[1]['case']['id']}").json()
    assert second["due_by"] == "2029-12-10"


def test_a_held_audit_is_done_and_a_late_one_says_so(desk: Desk) -> None:
    programme = desk.programme()
    desk.held(programme, 1, date(2029, 3, 20))
    found = lines(desk.browser(), programme)
    assert found[0]["state"] == "late"
    assert found[1]["due_by"] == "2030-03-20"


def test_a_cancelled_case_leaves_its_place_to_another(desk: Desk) -> None:
    programme = desk.programme()
    case = post(desk.browser(), f"{CYCLES}/{programme.id}/open").json()["lines"][0]["case"]
    post(desk.browser(), f"{CASES}/{case['id']}/cancel", reason="重复立项")
    assert lines(desk.browser(), programme)[0]["case"] is None


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2028, 11, 29), None),
        (date(2028, 12, 1), "还有 89 天到期"),
        (date(2029, 2, 28), "还有 0 天到期"),
        (date(2029, 3, 1), "超期 1 天：证书必须暂停并上报"),
    ],
)
def test_the_manager_sees_what_comes_due_and_what_is_overdue(
    desk: Desk, day: date, sentence: str | None
) -> None:
    desk.programme()
    with noon(day):
        items = work(desk.browser())
    assert [sentence in item["title"] for item in items if sentence] == ([True] if sentence else [])
    assert bool(items) == bool(sentence)


def test_auditors_and_clients_are_not_told_to_arrange_audits(desk: Desk) -> None:
    desk.programme()
    with noon(date(2029, 3, 1)):
        assert work(desk.browser(seat(desk.founder, "AU"))) == []
        assert work(desk.browser(seat(desk.founder, "CC", tenant=desk.client))) == []


def test_a_case_planned_in_its_window_waits_for_nobody(desk: Desk) -> None:
    programme, acting = desk.programme(), viewer(desk.manager)
    values = {
        "kind": "surveillance",
        "starts_on": date(2029, 2, 20),
        "ends_on": date(2029, 2, 21),
    }
    with tenant_scope(acting.owners):
        open_case(viewer=acting, programme_id=programme.id, values=values)
    with noon(date(2029, 2, 10)):
        assert work(desk.browser()) == []


def test_a_missed_window_is_announced_and_written_once(desk: Desk) -> None:
    programme = desk.programme()
    post(desk.browser(), f"{CYCLES}/{programme.id}/open")
    with noon(date(2029, 3, 1)):
        assert desk.watch() == 1
        assert desk.watch() == 0
    with noon(date(2029, 3, 2)):
        assert desk.watch() == 0
    with tenant_scope({desk.founder.tenant.id}):
        announced = Announcement.objects.filter(name="programme.DueWindowMissed")
        letters = Letter.objects.filter(template="programme.window_missed")
        assert [each.fields["due_by"] for each in announced] == ["2029-02-28"]
        assert announced[0].fields["must_suspend"] is True
        assert [letter.to for letter in letters] == [desk.manager.person.email]


def test_reminders_are_written_once_for_each_of_the_alert_days(desk: Desk) -> None:
    desk.programme()
    last = date(2029, 2, 28)
    for left in (120, 90, 89, 61, 60, 31, 30, 7, 6, 0):
        with noon(last - timedelta(days=left)):
            desk.watch()
    with tenant_scope({desk.founder.tenant.id}):
        assert Letter.objects.filter(template="programme.window_reminder").count() == 4


def test_a_draft_or_closed_programme_misses_nothing(desk: Desk) -> None:
    acting = viewer(desk.manager)
    with tenant_scope(acting.owners):
        create_programme(
            viewer=acting,
            client_id=desk.client.id,
            values={"schemes": ["QMS"], "certified_on": CERTIFIED},
        )
    with noon(date(2030, 1, 1)):
        assert desk.watch() == 0


def test_the_list_of_cycles_leaves_as_a_workbook(desk: Desk) -> None:
    programme = desk.programme()
    found = desk.browser().get(CYCLES).json()
    assert [each["programme_id"] for each in found["items"]] == [str(programme.id)]
    workbook = desk.browser().get(CYCLES, {"format": "xlsx"})
    assert workbook["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_client_sees_its_own_cycle_only(desk: Desk) -> None:
    programme = desk.programme()
    coordinator = desk.browser(seat(desk.founder, "CC", tenant=desk.client))
    assert len(lines(coordinator, programme)) == 3
    other = engage(desk.founder, name="华远机械")
    stranger = desk.browser(seat(desk.founder, "CC", tenant=other))
    assert stranger.get(f"{CYCLES}/{programme.id}").status_code == 404
