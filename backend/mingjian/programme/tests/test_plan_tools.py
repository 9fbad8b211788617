"""S23 in the plan: items name tools of the catalogue, the audit's own first, and checks say so."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, signed_in, viewer
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme, PlanItem
from mingjian.programme.services.tools import add_tool, choose_tool, report_incident
from mingjian.programme.tests.factories import join, surveillance
from mingjian.programme.tests.plans import CASES, add, board, change, item, meeting_tool, post

pytestmark = pytest.mark.django_db

Seats = dict[str, Seat]


class Room:
    """A draft, and the body's tools: one chosen for the audit, one not chosen, one unsafe."""

    def __init__(self, ours: Seats, programme: AuditProgramme) -> None:
        self.acting: Viewer = viewer(ours["PM"])
        with tenant_scope(self.acting.owners):
            self.case: AuditCase = surveillance(self.acting, programme, mode="remote")
            join(self.acting, self.case, ours["LA"].person.id, "LA", schemes=["QMS", "EMS"])
            names = {"chosen": "明鉴会议室", "open": "云视会议", "unsafe": "工作群"}
            self.tools = {
                key: meeting_tool(self.acting, name, security=2 if key == "unsafe" else 5)
                for key, name in names.items()
            }
            chosen = UUID(self.tools["chosen"])
            choose_tool(viewer=self.acting, case_id=self.case.id, tool_id=chosen, reason="习惯")
        self.lead = signed_in(ours["LA"])
        self.client = signed_in(ours["CC"])
        assert post(self.lead, self.case, "", source="empty").status_code == 201

    def planned(self, tool: str) -> dict[str, Any]:
        values = item("采购", "23T09:30", "23T11:00", [], ict_tool=tool)
        return add(self.lead, self.case, **values)

    def offered(self, reader: Client | None = None) -> dict[str, dict[str, Any]]:
        rows = board(reader or self.lead, self.case)["choices"]["tools"]
        return {row["name"]: row for row in rows}

    def found(self) -> dict[str, dict[str, Any]]:
        """Findings about tools, by check."""
        findings = board(self.lead, self.case)["plan"]["findings"]
        return {each["check"]: each for each in findings if each["check"].startswith("tool_")}


@pytest.fixture
def room(ours: Seats, programme: AuditProgramme) -> Room:
    return Room(ours, programme)


def test_the_form_offers_the_audits_own_tools_first_and_says_which_are_refused(room: Room) -> None:
    offered = room.offered()
    standings = [(name, row["standing"]) for name, row in offered.items()]
    assert standings == [("明鉴会议室", "chosen"), ("云视会议", "open"), ("工作群", "refused")]
    assert offered["工作群"]["words"] == "安全性 2 分，低于下限 3 分，不得使用。"


def test_an_item_with_the_chosen_tool_is_no_finding(room: Room) -> None:
    room.planned(room.tools["chosen"])
    assert room.found() == {}


def test_a_tool_that_is_not_chosen_warns_and_stops_nothing(room: Room) -> None:
    room.planned(room.tools["open"])
    (found,) = room.found().values()
    assert (found["check"], found["is_blocking"]) == ("tool_not_chosen", False)
    assert found["fix"] == "tools"
    assert found["words"] == "“云视会议”（1 项安排）没有选定用于本次审核。"
    refused = post(room.lead, room.case, "/issue", version=1).json()
    assert found["words"] not in refused["params"]["missing"]


def test_a_tool_below_the_floor_keeps_the_plan_from_being_issued(room: Room) -> None:
    room.planned(room.tools["unsafe"])
    words = room.found()["tool_refused"]["words"]
    assert words == "“工作群”（1 项安排）：安全性 2 分，低于下限 3 分，不得使用。"
    refused = post(room.lead, room.case, "/issue", version=1)
    assert (refused.status_code, words in refused.json()["params"]["missing"]) == (409, True)


def test_after_an_incident_the_plan_says_that_its_tool_is_to_be_assessed(room: Room) -> None:
    room.planned(room.tools["chosen"])
    with tenant_scope(room.acting.owners):
        report_incident(viewer=room.acting, tool_id=UUID(room.tools["chosen"]), reason="链接外泄")
    (found,) = room.found().values()
    assert (found["check"], found["is_blocking"]) == ("tool_overdue", False)


def test_another_clients_tool_and_one_that_is_not_there_are_refused_at_the_field(
    room: Room, ours: Seats
) -> None:
    other = engage(ours["PM"], name="宏泰电子")
    with tenant_scope(room.acting.owners):
        theirs = add_tool(viewer=room.acting, values={"name": "宏泰会议"}, client_id=other.id)
    for tool in (str(theirs.id), str(room.case.id), "telepathy"):
        values = item("采购", "23T09:30", "23T11:00", [], ict_tool=tool)
        answer = post(room.lead, room.case, "/items", **values)
        assert (answer.status_code, answer.json()["code"]) == (422, "plan_item_tool")
        assert list(answer.json()["fields"]) == ["ict_tool"]


def test_what_older_plans_named_stays_readable_and_is_not_offered_anew(room: Room) -> None:
    assert "视频会议" not in room.offered()
    row = room.planned("video")
    assert room.offered()["视频会议"]["standing"] == "former"
    assert room.found()["tool_not_chosen"]["fix"] == "edit"
    kept = change(room.lead, row, title="采购和外包", ict_tool="video").json()
    assert (kept["title"], kept["ict_tool"]) == ("采购和外包", "video")
    with tenant_scope(room.acting.owners):
        PlanItem.objects.filter(id=row["id"]).update(ict_tool="semaphore")
    assert change(room.lead, kept, title="采购", ict_tool="semaphore").status_code == 200


def test_a_comparison_and_the_client_read_names_and_never_codes(room: Room) -> None:
    room.planned(room.tools["chosen"])
    with tenant_scope(room.acting.owners):
        room.case.plans.update(state="issued")
    assert list(room.offered(room.client)) == ["明鉴会议室"]
    assert post(room.lead, room.case, "", source="current").status_code == 201
    copied = board(room.lead, room.case)["plan"]["items"][0]
    change(room.lead, copied, ict_tool=room.tools["open"], method="observation")
    changes = room.lead.get(f"{CASES}/{room.case.id}/plan/changes", {"older": 1, "newer": 2})
    (found,) = changes.json()
    assert (found["before"]["ict_tool"], found["after"]["ict_tool"]) == ("明鉴会议室", "云视会议")
    assert (found["before"]["method"], found["after"]["method"]) == ("面谈", "观察作业")
