"""Audit plans through the API: drafted, checked, issued, answered, changed by a new version."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from icalendar import Calendar

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.cases import case_facts
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme
from mingjian.programme.services import update_case
from mingjian.programme.services.tools import choose_tool
from mingjian.programme.tests.factories import join, surveillance
from mingjian.programme.tests.plans import (
    CASES,
    PlanFacts,
    add,
    board,
    change,
    chosen_tool,
    item,
    keys,
    meeting_tool,
    post,
    sound_items,
    titled,
)

pytestmark = pytest.mark.django_db

Seats = dict[str, Seat]


@pytest.fixture(autouse=True)
def own_facts() -> Iterator[None]:
    with case_facts.replaced_by(PlanFacts()):
        yield


@pytest.fixture
def remote(ours: Seats, programme: AuditProgramme) -> AuditCase:
    """A remote surveillance with dates, a coordinator and a team."""
    return prepared(ours, programme)


def prepared(ours: Seats, programme: AuditProgramme, **values: Any) -> AuditCase:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        case = surveillance(acting, programme, mode="remote")
        given = {
            "starts_on": date(2026, 11, 23),
            "ends_on": date(2026, 11, 24),
            "coordinator_id": ours["CC"].person.id,
        }
        update_case(viewer=acting, case_id=case.id, version=1, values=given | values)
        for role, schemes in (("LA", ["QMS", "EMS"]), ("AU", ["EMS"]), ("TE", [])):
            join(acting, case, ours[role].person.id, role, schemes=schemes)
        tool = UUID(meeting_tool(acting, case.number))
        choose_tool(viewer=acting, case_id=case.id, tool_id=tool, reason="习惯")
    return case


@pytest.fixture
def lead(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def client(ours: Seats) -> Client:
    return signed_in(ours["CC"])


def member(case: AuditCase, role: str) -> str:
    with tenant_scope({case.owner_id}):
        return str(case.team.get(role=role).id)


def sound(browser: Client, case: AuditCase) -> dict[str, Any]:
    """A draft that passes every check."""
    assert post(browser, case, "", source="empty").status_code == 201
    with tenant_scope({case.owner_id}):
        tool = chosen_tool(case)
    for values in sound_items(member(case, "LA"), member(case, "AU"), tool):
        add(browser, case, **values)
    return board(browser, case)


def issue(browser: Client, case: AuditCase) -> Any:
    return post(browser, case, "/issue", version=board(browser, case)["plan"]["version"])


def state(browser: Client, case: AuditCase) -> str:
    return str(browser.get(f"{CASES}/{case.id}").json()["state"])


def test_a_sound_plan_is_issued_and_the_client_accepts_it(
    lead: Client, client: Client, remote: AuditCase
) -> None:
    assert sound(lead, remote)["plan"]["findings"] == []
    issued = issue(lead, remote)
    assert (issued.status_code, issued.json()["plan"]["state"]) == (200, "issued")
    assert state(lead, remote) == "plan_issued"
    answer = post(client, remote, "/answer", accepts=True)
    assert answer.json()["plan"]["state"] == "accepted"
    assert state(lead, remote) == "plan_accepted"
    with tenant_scope({remote.owner_id}):
        last = Entry.objects.filter(owner_id=remote.owner_id).latest("seq")
    assert (last.action, last.role, last.concerns) == ("plan.accepted", "CC", remote.client_id)


def test_nobody_outside_the_body_sees_a_draft_or_what_its_checks_say(
    lead: Client, client: Client, remote: AuditCase
) -> None:
    sound(lead, remote)
    assert board(client, remote)["plan"] is None
    assert client.get(f"{CASES}/{remote.id}/plan", {"number": 1}).status_code == 404
    issue(lead, remote)
    shown = board(client, remote)["plan"]
    assert (len(shown["items"]), shown["findings"], shown["passed"]) == (8, [], 0)


def test_a_plan_with_faults_is_refused_with_a_sentence_for_each(
    lead: Client, remote: AuditCase
) -> None:
    post(lead, remote, "", source="empty")
    add(lead, remote, **item("生产", "23T10:00", "23T11:00", [member(remote, "TE")]))
    answer = issue(lead, remote)
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_not_ready")
    assert "没有安排首次会议" in answer.json()["message"]
    assert {"opening", "closing", "coverage", "experts_alone"} <= keys(board(lead, remote))
    assert state(lead, remote) == "planned"


def test_a_fault_is_overridden_with_a_reason_that_stays_and_never_without(
    lead: Client, remote: AuditCase
) -> None:
    shown = sound(lead, remote)
    change(lead, titled(shown, "合规"), clauses=[{"scheme": "EMS", "clause": "9.2"}])
    key = "coverage:EMS:10.2"
    assert post(lead, remote, "/override", key=key, reason="  ").status_code == 422
    assert issue(lead, remote).status_code == 409
    for each in (key, *(f"coverage:EMS:{code}" for code in ("9.1.2", "9.3", "mark"))):
        answer = post(lead, remote, "/override", key=each, reason="上次审核后没有变化")
        assert answer.status_code == 200
    found = {each["key"]: each["reason"] for each in answer.json()["plan"]["findings"]}
    assert found[key] == "上次审核后没有变化"
    assert issue(lead, remote).status_code == 200
    with tenant_scope({remote.owner_id}):
        entries = Entry.objects.filter(owner_id=remote.owner_id, action="plan.overridden")
        assert {entry.reason for entry in entries} == {"上次审核后没有变化"}


def test_a_double_booking_cannot_be_overridden(lead: Client, remote: AuditCase) -> None:
    shown = sound(lead, remote)
    change(lead, titled(shown, "环境因素"), members=[member(remote, "LA")])
    found = board(lead, remote)["plan"]["findings"]
    key = next(each["key"] for each in found if each["check"] == "double_booked")
    answer = post(lead, remote, "/override", key=key, reason="没关系")
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_nothing_to_override")


def test_an_auditor_is_not_in_two_audits_at_once_across_time_zones(
    ours: Seats, lead: Client, manager: Client, remote: AuditCase, programme: AuditProgramme
) -> None:
    """10:00 in Shanghai is 03:00 in Berlin."""
    sound(lead, remote)
    other = prepared(ours, programme)
    post(manager, other, "", source="empty")
    abroad = item("德国供方", "23T03:00", "23T03:30", [member(other, "LA")], zone="Europe/Berlin")
    row = add(manager, other, **abroad)
    assert row["starts_at"].startswith("2026-11-23T02:00")
    assert "busy_elsewhere" in keys(board(manager, other))
    assert "busy_elsewhere" in keys(board(lead, remote))
    change(manager, row, local_start="2026-11-23T18:00", local_end="2026-11-23T19:00")
    assert "busy_elsewhere" not in keys(board(lead, remote))


def test_a_remote_item_in_a_forbidden_scene_is_found(lead: Client, remote: AuditCase) -> None:
    shown = sound(lead, remote)
    change(lead, titled(shown, "环境因素"), scene="hazardous_waste")
    assert keys(board(lead, remote)) == {"forbidden_scene"}
    change(lead, titled(board(lead, remote), "环境因素"), is_remote=False)
    assert keys(board(lead, remote)) == set()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"local_start": "2026-10-25T02:30", "zone": "Europe/Berlin"}, "plan_time_twice"),
        ({"local_start": "2026-03-29T02:30", "zone": "Europe/Berlin"}, "plan_time_skipped"),
        ({"local_end": "2026-11-23T09:00"}, "plan_item_order"),
        ({"clauses": [{"scheme": "ISMS", "clause": "8.1"}]}, "plan_item_clauses"),
        ({"clauses": [{"scheme": "QMS", "clause": "99"}]}, "plan_item_clauses"),
        ({"members": ["01890000-0000-7000-8000-000000000000"]}, "plan_item_members"),
        ({"scene": "moon"}, "plan_item_scene"),
        ({"method": "guessing"}, "plan_item_method"),
        ({"site_id": "01890000-0000-7000-8000-000000000000"}, "plan_item_site"),
    ],
)
def test_what_cannot_be_planned_is_refused_at_its_field(
    values: dict[str, Any], code: str, lead: Client, remote: AuditCase
) -> None:
    post(lead, remote, "", source="empty")
    given = item("生产", "23T10:00", "23T11:00", []) | values
    answer = post(lead, remote, "/items", **given)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["fields"]


def test_who_moves_an_item_second_is_told(lead: Client, manager: Client, remote: AuditCase) -> None:
    row = titled(sound(lead, remote), "生产")
    assert change(manager, row, local_start="2026-11-23T09:45").status_code == 200
    answer = change(lead, row, local_start="2026-11-23T10:00")
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


def test_what_was_removed_comes_back_as_the_same_line(lead: Client, remote: AuditCase) -> None:
    row = titled(sound(lead, remote), "合规")
    gone = lead.post(
        f"{CASES}/plan/items/{row['id']}/remove",
        {"version": row["version"]},
        content_type="application/json",
    )
    assert gone.status_code == 204
    assert "coverage" in keys(board(lead, remote))
    names = ("title", "kind", "local_start", "local_end", "clauses", "members", "line")
    back = add(lead, remote, **{name: row[name] for name in names})
    assert back["line"] == row["line"]


def test_an_issued_plan_changes_by_a_new_version_only(
    lead: Client, client: Client, remote: AuditCase
) -> None:
    row = titled(sound(lead, remote), "生产")
    issue(lead, remote)
    refused = change(lead, row, title="生产和交付")
    assert (refused.status_code, refused.json()["code"]) == (409, "plan_issued")
    post(client, remote, "/answer", accepts=True)
    post(lead, remote, "", source="current", reason="客户停产一天")
    assert post(lead, remote, "", source="current").json()["code"] == "plan_draft_exists"
    moved = titled(board(lead, remote), "生产")
    change(lead, moved, local_start="2026-11-23T09:45", title="生产和交付")
    compared = lead.get(f"{CASES}/{remote.id}/plan/changes", {"older": 1, "newer": 2}).json()
    assert [(each["kind"], each["fields"]) for each in compared] == [
        ("changed", ["title", "local_start"])
    ]
    assert state(lead, remote) == "plan_accepted"
    assert issue(lead, remote).status_code == 200
    assert state(lead, remote) == "plan_issued"
    states = {each["number"]: each["state"] for each in board(lead, remote)["versions"]}
    assert states == {2: "issued", 1: "superseded"}


def test_the_client_objects_with_text_and_the_plan_goes_back(
    lead: Client, client: Client, remote: AuditCase, run_jobs: Callable[[], int]
) -> None:
    sound(lead, remote)
    issue(lead, remote)
    run_jobs()
    mail.outbox.clear()
    assert post(client, remote, "/answer", accepts=False).status_code == 422
    answer = post(client, remote, "/answer", accepts=False, answer="23 日停电")
    assert answer.json()["plan"]["state"] == "objected"
    assert state(lead, remote) == "team_set"
    run_jobs()
    assert any("23 日停电" in str(letter.body) for letter in mail.outbox)


def test_only_an_issued_plan_is_answered(lead: Client, client: Client, remote: AuditCase) -> None:
    sound(lead, remote)
    answer = post(client, remote, "/answer", accepts=True)
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_not_awaited")


def test_the_last_audits_plan_comes_to_the_new_dates(
    ours: Seats, lead: Client, manager: Client, remote: AuditCase, programme: AuditProgramme
) -> None:
    sound(lead, remote)
    later = prepared(ours, programme, starts_on=date(2027, 11, 22), ends_on=date(2027, 11, 23))
    copied = post(manager, later, "", source="last").json()["plan"]
    first = titled({"plan": copied}, "首次会议")
    assert first["local_start"] == "2027-11-22T09:00"
    assert first["members"] == [member(later, "LA"), member(later, "AU")]
    assert first["line"] != titled(board(lead, remote), "首次会议")["line"]


def entries(letter: Any) -> dict[str, list[Any]]:
    """Calendar entries of a letter's attachments, by method."""
    found: dict[str, list[Any]] = {}
    for part in letter.message().walk():
        if part.get_content_type() == "text/calendar":
            book = Calendar.from_ical(part.get_payload(decode=True))
            found.setdefault(str(book["METHOD"]), []).extend(book.walk("VEVENT"))
    return found


def letters_to(who: Seat) -> list[Any]:
    return [letter for letter in mail.outbox if letter.to == [who.person.email]]


def test_invitations_update_and_cancel_what_stands_in_a_calendar(
    ours: Seats, lead: Client, remote: AuditCase, run_jobs: Callable[[], int]
) -> None:
    sound(lead, remote)
    issue(lead, remote)
    run_jobs()
    asked = entries(letters_to(ours["AU"])[0])["REQUEST"]
    assert len(asked) == 5
    uids = {str(each["SUMMARY"]).split(" · ")[1]: str(each["UID"]) for each in asked}
    mail.outbox.clear()
    post(lead, remote, "", source="current")
    shown = board(lead, remote)
    change(lead, titled(shown, "环境因素"), local_end="2026-11-23T10:45")
    change(lead, titled(shown, "合规"), members=[member(remote, "LA")], clauses=[])
    for each in board(lead, remote)["plan"]["findings"]:
        if each["may_override"]:
            post(lead, remote, "/override", key=each["key"], reason="已商定")
    change(lead, titled(board(lead, remote), "体系运行"), local_start="2026-11-23T11:40")
    change(lead, titled(board(lead, remote), "合规"), local_end="2026-11-23T11:30")
    assert issue(lead, remote).status_code == 200
    run_jobs()
    second = entries(letters_to(ours["AU"])[0])
    assert [str(each["UID"]) for each in second["REQUEST"]] == [uids["环境因素"]]
    assert [str(each["UID"]) for each in second["CANCEL"]] == [uids["合规"]]
    assert {int(each["SEQUENCE"]) for each in second["REQUEST"] + second["CANCEL"]} == {2}
    assert letters_to(ours["CC"])


def test_a_reader_abroad_gets_the_times_of_their_own_clock_and_language(
    ours: Seats, lead: Client, remote: AuditCase, run_jobs: Callable[[], int]
) -> None:
    person = ours["AU"].person
    with tenant_scope({remote.owner_id}):
        type(person).objects.filter(id=person.id).update(zone="Europe/Berlin", language="en")
    sound(lead, remote)
    issue(lead, remote)
    run_jobs()
    letter = letters_to(ours["AU"])[0]
    assert letter.subject.startswith("Audit plan of")
    opening = min(entries(letter)["REQUEST"], key=lambda each: each.decoded("DTSTART"))
    assert opening["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert opening.decoded("DTSTART").strftime("%H:%M") == "02:00"


def test_the_issued_plan_and_the_own_appointments_are_calendars(
    lead: Client, client: Client, remote: AuditCase
) -> None:
    sound(lead, remote)
    empty = Calendar.from_ical(lead.get(f"{CASES}/{remote.id}/plan.ics").content)
    assert empty.walk("VEVENT") == []
    issue(lead, remote)
    whole = Calendar.from_ical(lead.get(f"{CASES}/{remote.id}/plan.ics").content)
    assert len(whole.walk("VEVENT")) == 8
    own = Calendar.from_ical(lead.get("/api/programme/calendar.ics").content)
    assert len(own.walk("VEVENT")) == 6
    assert {str(each["UID"]) for each in own.walk("VEVENT")} <= {
        str(each["UID"]) for each in whole.walk("VEVENT")
    }
    coordinators = Calendar.from_ical(client.get("/api/programme/calendar.ics").content)
    assert len(coordinators.walk("VEVENT")) == 8


def test_a_case_says_what_its_plan_still_lacks(lead: Client, remote: AuditCase) -> None:
    def missing() -> set[str]:
        facts = lead.get(f"{CASES}/{remote.id}").json()["facts"]
        return {fact["key"] for fact in facts if not fact["is_met"] and "plan." in fact["key"]}

    assert missing() == {"plan.drafted", "plan.issued", "plan.accepted"}
    post(lead, remote, "", source="empty")
    assert missing() == {"plan.checks", "plan.issued", "plan.accepted"}


def test_the_talk_with_the_client_is_written_down_point_by_point(
    lead: Client, client: Client, remote: AuditCase
) -> None:
    url = f"{CASES}/{remote.id}/client-talk"
    shown = client.get(url).json()
    assert 8 <= len(shown["points"]) <= 10
    body = {"version": 0, "points": {"tool": {"is_settled": True, "note": "用客户的会议软件"}}}
    saved = lead.patch(url, body, content_type="application/json")
    assert (saved.status_code, saved.json()["version"]) == (200, 1)
    assert lead.patch(url, body, content_type="application/json").json()["code"] == "stale"
    assert client.get(url).json()["points"][0]["note"] == "用客户的会议软件"
    assert client.patch(url, body, content_type="application/json").status_code == 403


def test_the_talk_says_when_it_was_held_on_the_clock_of_its_place(
    lead: Client, remote: AuditCase
) -> None:
    url = f"{CASES}/{remote.id}/client-talk"
    assert lead.get(url).json()["zone"] == "Asia/Shanghai"

    def saved(local: str, zone: str = "Europe/Berlin") -> Any:
        body = {"version": lead.get(url).json()["version"], "points": {}, "zone": zone}
        return lead.patch(url, body | {"held_local": local}, content_type="application/json")

    row = saved("2026-03-02T15:00").json()
    assert (row["held_at"], row["held_local"]) == ("2026-03-02T14:00:00Z", "2026-03-02T15:00")
    for wrong, code in (
        ("2026-03-29T02:30", "plan_time_skipped"),
        ("soon", "plan_local_time"),
        ("2099-01-01T09:00", "client_talk_not_held"),
    ):
        refused = saved(wrong)
        assert (refused.status_code, refused.json()["code"]) == (422, code)
        assert list(refused.json()["fields"]) == ["held_local"]
    assert saved("", "Mars/Crater").status_code == 422
    assert saved("").json()["held_at"] is None
