"""Sessions follow the accepted plan; what was moved by hand or held stays."""

from datetime import timedelta
from typing import Any

import pytest

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditPlan
from mingjian.programme.rules.plan_times import instant
from mingjian.programme.services.plans import add_item, draft_plan
from mingjian.rooms.tests.desk import JSON, Desk

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
DAY = (clock.now() + timedelta(days=20)).date().isoformat()


@pytest.fixture
def planned(ours: Seats, staffed: AuditCase) -> AuditCase:
    """An accepted plan: opening, two pieces of remote work, one on site, closing."""
    accept(
        ours,
        staffed,
        [
            ("opening", "首次会议", "09:00", "09:30", True),
            ("work", "生产过程", "09:30", "11:00", True),
            ("work", "采购", "13:00", "15:00", True),
            ("work", "仓库", "15:00", "16:00", False),
            ("closing", "末次会议", "16:00", "16:30", True),
        ],
    )
    return staffed


def accept(ours: Seats, case: AuditCase, lines: list[tuple[str, str, str, str, bool]]) -> None:
    """A plan as the client accepted it; which checks it passed is the planning stage's matter."""
    manager = viewer(ours["PM"])
    with tenant_scope(manager.owners):
        plan = draft_plan(viewer=manager, case_id=case.id, source="empty", reason="变更")
        for kind, title, start, end, is_remote in lines:
            values: dict[str, Any] = {
                "kind": kind,
                "title": title,
                "local_start": f"{DAY}T{start}",
                "local_end": f"{DAY}T{end}",
                "is_remote": is_remote,
            }
            add_item(viewer=manager, case_id=case.id, values=values)
        AuditPlan.objects.filter(case=case, state="accepted").update(state="superseded")
        AuditPlan.objects.filter(id=plan.id).update(state="accepted")


def make(ours: Seats, case: AuditCase) -> Any:
    return signed_in(ours["LA"]).post(f"/api/rooms/cases/{case.id}/plan", {}, JSON)


def test_the_remote_parts_of_the_plan_become_sessions(ours: Seats, planned: AuditCase) -> None:
    found = make(ours, planned).json()
    assert [each["kind"] for each in found] == ["opening", "work", "closing"]
    leader = signed_in(ours["LA"])
    work = leader.get(f"/api/rooms/sessions/{found[1]['id']}").json()
    assert [each["title"] for each in work["agenda"]] == ["生产过程", "采购"]
    assert work["planned_minutes"] == 210
    assert [each["kind"] for each in work["rooms"]] == ["main", "team"]


def test_making_them_again_changes_nothing(ours: Seats, planned: AuditCase) -> None:
    assert make(ours, planned).json() == make(ours, planned).json()


def test_without_an_accepted_plan_there_is_nothing_to_follow(
    ours: Seats, staffed: AuditCase
) -> None:
    assert make(ours, staffed).json()["code"] == "rooms_no_plan"


def test_a_new_version_of_the_plan_moves_its_sessions_and_drops_what_it_drops(
    ours: Seats, planned: AuditCase
) -> None:
    before = {each["kind"]: each["id"] for each in make(ours, planned).json()}
    accept(ours, planned, [("work", "生产过程", "10:00", "11:00", True)])
    [work] = make(ours, planned).json()
    assert (work["id"], work["local_start"][-5:]) == (before["work"], "10:00")
    leader = signed_in(ours["LA"])
    assert leader.get(f"/api/rooms/sessions/{before['opening']}").json()["state"] == "cancelled"


def test_a_session_moved_by_hand_keeps_its_time(ours: Seats, planned: AuditCase) -> None:
    opening = make(ours, planned).json()[0]
    leader = signed_in(ours["LA"])
    values = {"version": 1, "local_start": f"{DAY}T08:00", "local_end": f"{DAY}T08:30"}
    path = f"/api/rooms/sessions/{opening['id']}/time"
    moved = leader.put(path, values | {"zone": "Asia/Shanghai"}, JSON)
    assert moved.status_code == 200, moved.content
    assert make(ours, planned).json()[0]["local_start"] == f"{DAY}T08:00"

    stale = leader.put(path, values | {"zone": "Asia/Shanghai"}, JSON)
    assert stale.json()["code"] == "stale"


def test_local_time_and_zone_are_kept_beside_the_instant(ours: Seats, planned: AuditCase) -> None:
    opening = make(ours, planned).json()[0]
    assert (opening["local_start"], opening["zone"]) == (f"{DAY}T09:00", "Asia/Shanghai")
    assert instant(opening["local_start"], "Asia/Shanghai").isoformat() == opening[
        "starts_at"
    ].replace("Z", "+00:00")


def test_a_session_that_takes_longer_is_extended(leader: Desk) -> None:
    leader.come()
    before = leader.see()
    after = leader.post("extension", minutes=30).json()
    assert after["ends_at"] > before["ends_at"]
    assert after["local_end"] != before["local_end"]


def test_a_cancelled_session_says_so_to_whoever_comes(leader: Desk, client: Desk) -> None:
    assert leader.post("cancellation", reason="工厂停电").json()["state"] == "cancelled"
    assert client.ask().json()["code"] == "rooms_session_over"
