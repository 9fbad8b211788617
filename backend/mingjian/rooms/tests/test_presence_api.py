"""The presence ledger: right by events, right without them; breaks do not count."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mingjian.identity.queries.seats import Seat
from mingjian.kit import clock
from mingjian.programme.tests.factories import behind_the_walls
from mingjian.rooms.errors.lobby import ReplayedEventError
from mingjian.rooms.fake_media import FakeMedia
from mingjian.rooms.media import ForgedEventError
from mingjian.rooms.models import ChatMessage, Presence
from mingjian.rooms.services.media_events import receive_event
from mingjian.rooms.tests.desk import JSON, Desk, RunJobs

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
LOOK = timedelta(seconds=4)


def stay(desk: Desk) -> timedelta:
    """How long the ledger says that person's one connection lasted."""
    with behind_the_walls():
        [row] = Presence.objects.filter(participant__person_id=desk.id)
    assert row.left_at is not None
    return row.left_at - row.joined_at


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)  # noqa: TID251  (the clock that is moved)

    @contextmanager
    def after(self, **later: float) -> Iterator[None]:
        self.now += timedelta(**later)
        with clock.moved_to(self.now):
            yield


@pytest.fixture
def watch() -> Watch:
    return Watch()


def line_of(desk: Desk, other: Desk) -> Any:
    rows = desk.browser.get(f"{desk.path}/ledger").json()
    person = desk.person(other)["id"]
    return next(each for each in rows if each["participant_id"] == person)


def test_events_alone_keep_the_ledger(leader: Desk, watch: Watch) -> None:
    with watch.after(minutes=0):
        leader.come()
    with watch.after(minutes=17, seconds=30):
        leader.leave()
    assert stay(leader) == timedelta(minutes=17, seconds=30)


def test_without_any_event_the_servers_list_keeps_it_nearly_as_well(
    leader: Desk, watch: Watch, reconcile: RunJobs
) -> None:
    """All webhooks dropped: wrong by half of what lies between two looks at most."""
    with watch.after(minutes=0):
        leader.ask()
        leader.connect(told=False)
    for _ in range(5):
        with watch.after(seconds=LOOK.total_seconds()):
            reconcile()
    with watch.after(seconds=1):
        leader.leave(told=False)
    with watch.after(seconds=3):
        reconcile()
    assert abs(stay(leader) - timedelta(seconds=21)) <= timedelta(seconds=2)


def test_an_event_and_the_list_do_not_count_somebody_twice(
    leader: Desk, reconcile: RunJobs
) -> None:
    leader.come()
    reconcile()
    reconcile()
    with behind_the_walls():
        assert Presence.objects.count() == 1


def test_a_media_server_that_is_down_ends_nobodys_presence(
    leader: Desk, media: FakeMedia, reconcile: RunJobs
) -> None:
    leader.come()
    media.is_down = True
    reconcile()
    assert leader.person(leader)["is_present"]


def test_a_forged_event_is_refused(leader: Desk, media: FakeMedia) -> None:
    leader.ask()
    leader.token = leader.ticket().json()["token"]
    body, signature = media.join(leader.token)
    for told, shown in ((body + b" ", signature), (body, "0" * 64), (body, "")):
        with pytest.raises(ForgedEventError):
            receive_event(body=told, authorization=shown)
    assert not leader.person(leader)["is_present"]


def test_a_replayed_event_is_refused(leader: Desk, media: FakeMedia) -> None:
    leader.ask()
    leader.token = leader.ticket().json()["token"]
    body, signature = media.join(leader.token)
    receive_event(body=body, authorization=signature)
    leader.leave()
    with pytest.raises(ReplayedEventError):
        receive_event(body=body, authorization=signature)
    assert not leader.person(leader)["is_present"]


def test_minutes_count_while_the_session_runs_and_without_breaks(
    leader: Desk, client: Desk, watch: Watch
) -> None:
    with watch.after(minutes=0):
        leader.come()
        client.come(leader)
    with watch.after(minutes=10):
        assert leader.post("start").status_code == 200
    with watch.after(minutes=30):
        pause = leader.post("breaks", minutes=15).json()
        path = f"/api/rooms/breaks/{pause['id']}"
        assert leader.browser.post(f"{path}/agreement").json()["code"] == "rooms_other_side"
        assert client.browser.post(f"{path}/agreement").status_code == 200
    with watch.after(minutes=15):
        assert client.browser.post(f"{path}/end").json()["pause"]["end_asked_by"] == "client"
        assert leader.browser.post(f"{path}/end").json()["pause"] is None
    with watch.after(minutes=20):
        client.leave()
    with watch.after(minutes=10):
        leader.post("end")
        assert line_of(leader, client)["effective_minutes"] == 50
        assert line_of(leader, client)["present_minutes"] == 65
        assert line_of(leader, leader)["effective_minutes"] == 60


def test_a_break_begins_only_when_both_sides_want_it(
    leader: Desk, client: Desk, expert: Desk, media: FakeMedia, run_jobs: RunJobs
) -> None:
    leader.come()
    client.come(leader)
    leader.post("start")
    pause = client.post("breaks", minutes=10).json()
    assert client.see()["pause"]["started_at"] is None
    assert expert.post("breaks", minutes=10).status_code == 403
    assert leader.post("breaks", minutes=10).json()["code"] == "rooms_one_break"

    leader.browser.post(f"/api/rooms/breaks/{pause['id']}/agreement")
    run_jobs()
    assert client.see()["pause"]["started_at"]
    assert len(media.muted) == 2


def test_when_a_session_ends_its_rooms_close(leader: Desk, client: Desk, run_jobs: RunJobs) -> None:
    leader.come()
    client.come(leader)
    leader.post("start")
    leader.post("end")
    run_jobs()
    assert not client.is_there
    assert client.ticket().json()["code"] == "rooms_session_over"
    assert client.ask().json()["code"] == "rooms_session_over"


def test_chat_is_kept_sealed_and_read_by_those_of_the_room(
    leader: Desk, client: Desk, ours: dict[str, Seat]
) -> None:
    leader.come()
    client.come(leader)
    assert client.post("messages", text="首件检验记录在三号柜").status_code == 201
    [team] = [each for each in leader.see()["rooms"] if each["kind"] == "team"]
    leader.put("room", room_id=team["id"])
    leader.post("messages", text="记得追问校准证书")

    read = [each["text"] for each in client.browser.get(f"{client.path}/messages").json()]
    assert read == ["首件检验记录在三号柜"]
    assert len(leader.browser.get(f"{leader.path}/messages").json()) == 2
    with behind_the_walls():
        stored = str(list(ChatMessage.objects.values()))
    assert "首件检验" not in stored
    assert "校准证书" not in stored


def test_a_message_is_never_changed_or_taken_back(leader: Desk) -> None:
    leader.come()
    message = leader.post("messages", text="x").json()
    for method in ("put", "patch", "delete"):
        call = getattr(leader.browser, method)
        assert call(f"{leader.path}/messages/{message['id']}", {}, JSON).status_code == 404
        assert call(f"{leader.path}/messages", {}, JSON).status_code == 405


def test_another_body_finds_no_session(leader: Desk, theirs: dict[str, Seat]) -> None:
    stranger = Desk(theirs["LA"], leader.session, leader.media)
    assert stranger.browser.get(stranger.path).status_code == 404
    assert stranger.ticket().status_code == 404
