"""From asking to enter to being in: who is let in, by whom, and what they may do there."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services.guests import invite_guest, revoke_guest
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import TeamMember
from mingjian.programme.services.teams import release_member
from mingjian.rooms.fake_media import FakeMedia
from mingjian.rooms.models import AuditSession
from mingjian.rooms.tests.desk import JSON, Desk, RunJobs

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]


def test_the_lobby_opens_with_the_first_auditor(leader: Desk, client: Desk) -> None:
    early = client.ask()
    assert (early.status_code, early.json()["code"]) == (409, "rooms_not_open_yet")

    assert leader.ask().json()["state"] == "lobby"
    assert client.ask().json()["me"]["state"] == "waiting"


def test_the_client_waits_until_the_host_lets_them_in(leader: Desk, client: Desk) -> None:
    leader.ask()
    waiting = client.ask().json()
    assert waiting["participants"] == []
    assert client.ticket().json()["code"] == "rooms_not_admitted"

    assert leader.decide(client, "admission").status_code == 200
    assert client.ticket().status_code == 200
    assert len(client.see()["participants"]) == 2


def test_whoever_is_turned_away_may_ask_again(leader: Desk, client: Desk) -> None:
    leader.ask()
    client.ask()
    leader.decide(client, "denial", reason="请稍后再来")
    assert client.see()["me"]["state"] == "denied"
    assert client.ticket().status_code == 403

    assert client.ask().json()["me"]["state"] == "waiting"


def test_a_ticket_holds_ten_minutes_and_for_one_room(leader: Desk, session: AuditSession) -> None:
    leader.ask()
    given = leader.ticket().json()
    token = json.loads(given["token"])
    left = clock.now() + timedelta(minutes=10) - _instant(given["expires_at"])
    assert timedelta() <= left < timedelta(seconds=20)
    assert token["room"].startswith(session.owner_id.hex)
    assert token["identity"] == given["identity"]


def test_an_observer_gets_a_ticket_without_anything_to_publish(
    leader: Desk, observer: Desk
) -> None:
    leader.ask()
    observer.ask()
    leader.decide(observer, "admission")

    assert json.loads(observer.ticket().json()["token"])["sources"] == []
    for answer in (observer.put("hand", is_raised=True), observer.post("messages", text="x")):
        assert answer.json()["code"] == "not_permitted"
    assert leader.person(observer)["role"] == "observer"


def test_an_authority_is_told_why_it_does_not_enter(ours: Seats, session: AuditSession) -> None:
    for language, word in (("zh-hans", "监管部门"), ("en", "authority")):
        browser = signed_in(ours["REG"], language=language)
        assert browser.post(f"/api/rooms/sessions/{session.id}/entry", {}, JSON).status_code == 403
        answer = browser.get(f"/api/rooms/sessions/{session.id}")
        assert answer.json()["code"] == "rooms_authority_not_admitted"
        assert word in answer.json()["message"]


def test_a_manager_sees_the_state_of_rooms_and_enters_none(
    ours: Seats, session: AuditSession, leader: Desk, client: Desk
) -> None:
    leader.come()
    client.ask()
    manager = signed_in(ours["PM"])

    [line] = manager.get("/api/rooms/sessions?which=open").json()["items"]
    assert (line["state"], line["present"], line["waiting"]) == ("lobby", 1, 1)
    refused = manager.post(f"/api/rooms/sessions/{session.id}/entry", {}, JSON)
    assert refused.status_code == 403
    assert manager.get(f"/api/rooms/sessions/{session.id}").json()["my_role"] == ""


def test_a_locked_session_lets_nobody_new_in(leader: Desk, client: Desk, auditor: Desk) -> None:
    leader.ask()
    leader.put("lock", is_locked=True)
    assert client.ask().json()["code"] == "rooms_locked"
    assert auditor.ask().status_code == 200

    leader.put("lock", is_locked=False)
    assert client.ask().json()["me"]["state"] == "waiting"


def test_only_whoever_leads_lets_people_in(leader: Desk, auditor: Desk, client: Desk) -> None:
    leader.come()
    auditor.come()
    client.ask()
    refused = auditor.decide(client, "admission")
    assert (refused.status_code, refused.json()["code"]) == (403, "rooms_not_host")
    assert (
        client.browser.post(
            f"/api/rooms/participants/{client.see()['me']['id']}/admission", {}, JSON
        ).status_code
        == 403
    )


def test_an_auditor_stands_in_while_the_leader_is_away(
    leader: Desk, auditor: Desk, client: Desk
) -> None:
    leader.come()
    auditor.come()
    client.ask()
    leader.leave()
    assert auditor.see()["may_command"]
    assert auditor.decide(client, "admission").status_code == 200

    leader.connect()
    assert not auditor.see()["may_command"]


def test_the_chair_is_handed_over(leader: Desk, auditor: Desk, client: Desk) -> None:
    leader.come()
    auditor.come()
    client.come(leader)
    refused = leader.put("host", participant_id=leader.person(client)["id"])
    assert refused.status_code == 422

    leader.put("host", participant_id=leader.person(auditor)["id"])
    assert auditor.see()["may_command"]
    assert not leader.see()["may_command"]


def test_whoever_is_removed_is_out_at_once_and_gets_no_ticket(
    leader: Desk, client: Desk, run_jobs: RunJobs
) -> None:
    leader.come()
    client.come(leader)
    leader.decide(client, "removal", reason="走错会议")
    run_jobs()

    assert not client.is_there
    assert client.ticket().status_code == 403


def test_the_host_is_not_put_out(leader: Desk, auditor: Desk) -> None:
    leader.come()
    assert leader.decide(leader, "removal").json()["code"] == "rooms_host_stays"


def test_a_ticket_kept_after_removal_opens_nothing_for_long(
    leader: Desk, client: Desk, run_jobs: RunJobs, media: FakeMedia
) -> None:
    leader.come()
    client.come(leader)
    leader.decide(client, "removal")
    run_jobs()

    client.deliver(media.join(client.token), told=True)
    run_jobs()
    assert not client.is_there


def test_somebody_who_leaves_the_team_leaves_the_room(
    leader: Desk, auditor: Desk, ours: Seats, reconcile: RunJobs
) -> None:
    leader.come()
    auditor.come()
    manager = viewer(ours["PM"])
    with tenant_scope(manager.owners):
        member = TeamMember.objects.get(person=ours["AU"].person, ended_at=None)
        release_member(viewer=manager, member_id=member.id, version=member.version, reason="调离")

    reconcile()
    assert not auditor.is_there
    assert leader.is_there


def test_a_guest_comes_by_link_to_one_session_and_is_out_when_it_is_revoked(
    leader: Desk, ours: Seats, session: AuditSession, media: FakeMedia, reconcile: RunJobs
) -> None:
    leader.come()
    guest, link = _guest(ours, session)
    asked = guest.post(f"/api/rooms/sessions/{session.id}/entry", {}, JSON)
    assert asked.json()["me"]["role"] == "guest", asked.content
    person = asked.json()["me"]["id"]
    leader.browser.post(f"/api/rooms/participants/{person}/admission", {}, JSON)
    token = guest.post(f"/api/rooms/sessions/{session.id}/ticket", {}, JSON).json()["token"]
    Desk.deliver(media.join(token), told=True)
    reconcile()
    assert media.is_there(token)

    acting = viewer(ours["CC"])
    with tenant_scope(acting.owners):
        revoke_guest(viewer=acting, link_id=link, reason="换人")
    reconcile()
    assert not media.is_there(token)


def test_hands_stand_in_the_order_of_raising(leader: Desk, client: Desk, expert: Desk) -> None:
    leader.come()
    client.come(leader)
    expert.come(leader)
    expert.put("hand", is_raised=True)
    client.put("hand", is_raised=True)
    queue = sorted(
        (each["hand_raised_at"], each["person_id"])
        for each in leader.see()["participants"]
        if each["hand_raised_at"]
    )
    assert [person for _, person in queue] == [expert.id, client.id]

    person = leader.person(expert)["id"]
    leader.browser.delete(f"/api/rooms/participants/{person}/hand")
    assert leader.person(expert)["hand_raised_at"] is None


def test_all_are_muted_but_whoever_asked_for_it(
    leader: Desk, client: Desk, observer: Desk, media: FakeMedia, run_jobs: RunJobs
) -> None:
    leader.come()
    client.come(leader)
    observer.come(leader)
    assert leader.post("mute").status_code == 204
    run_jobs()
    assert [identity for _, identity in media.muted] == [leader.person(client)["identity"]]


def test_the_teams_room_is_neither_seen_nor_entered_by_the_client(
    leader: Desk, client: Desk, run_jobs: RunJobs
) -> None:
    leader.come()
    client.come(leader)
    kinds = [each["kind"] for each in client.see()["rooms"]]
    [team] = [each for each in leader.see()["rooms"] if each["kind"] == "team"]
    assert kinds == ["main"]

    assert leader.put("room", room_id=team["id"]).status_code == 200
    assert client.person(leader)["room_id"] is None
    assert leader.put_room(client, team["id"]).json()["code"] == "rooms_team_room"
    assert client.put("room", room_id=team["id"]).json()["code"] == "rooms_team_room"


def test_people_move_between_parallel_rooms(
    leader: Desk, client: Desk, media: FakeMedia, run_jobs: RunJobs
) -> None:
    leader.come()
    client.come(leader)
    added = leader.post("rooms", name="采购组").json()
    assert leader.put_room(client, added["id"]).status_code == 200
    run_jobs()
    assert not client.is_there

    client.connect()
    assert client.ticket().json()["room_id"] == added["id"]
    assert leader.person(client)["is_present"]


def _guest(ours: Seats, session: AuditSession) -> tuple[Any, Any]:
    acting = viewer(ours["CC"])
    with tenant_scope(acting.owners):
        link, address = invite_guest(
            viewer=acting,
            tenant_id=acting.tenant_id,
            name="李工",
            email="li@client.example",
            scope=session.id,
            expires_at=clock.now() + timedelta(hours=4),
        )
    browser = Client(headers={"Accept-Language": "zh-hans"})
    token = address.partition("#")[2]
    opened = browser.post("/api/identity/guest-links/open", {"token": token}, JSON)
    assert opened.status_code == 204, opened.content
    return browser, link.id


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
