"""The client's own tool first: its recordings, chat and clips are evidence (S22, S37)."""

from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from openpyxl import Workbook

from mingjian.evidence.models import EvidenceItem, ExternalRecord
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.services.tools import add_tool
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
CHAT = "时间,发送人,消息内容\n2026-11-23 09:31:00,李明,请看炉号 7 的记录\n".encode()


@pytest.fixture
def coordinator(ours: Seats) -> Client:
    return signed_in(ours["CC"])


@pytest.fixture
def auditor(ours: Seats) -> Client:
    return signed_in(ours["AU"])


def uploaded(ours: Seats, case: AuditCase, content: bytes, **values: Any) -> EvidenceItem:
    return sealed(ours["CC"], case, content, origin="external", **values)


def entered(browser: Client, item: EvidenceItem, **body: Any) -> Any:
    given = {
        "item_id": str(item.id),
        "what": "chat",
        "tool_name": "客户自有会议工具",
        "exported_by": "李明",
        "consent": "远程审核协议第 c 条",
        "zone": "Asia/Shanghai",
        "local_start": "2026-11-23T09:30",
    }
    path = f"/api/evidence/cases/{item.case_id}/external"
    return browser.post(path, given | body, content_type="application/json")


def shown(answer: Any) -> dict[str, Any]:
    assert answer.status_code in {200, 201}, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_a_chat_becomes_a_timeline_on_the_platforms_clock(
    coordinator: Client, auditor: Client, ours: Seats, staffed: AuditCase
) -> None:
    made = shown(entered(coordinator, uploaded(ours, staffed, CHAT), offset_seconds=30))

    seen = shown(auditor.get(f"/api/evidence/external/{made['id']}"))
    (line,) = seen["lines"]
    assert seen["read_state"] == "read"
    assert (line["name"], line["text"]) == ("李明", "请看炉号 7 的记录")
    assert line["at"] == "2026-11-23T01:31:30Z"
    assert seen["starts_at"] == "2026-11-23T01:30:30Z"


def test_attendance_in_a_workbook_keeps_its_times(
    coordinator: Client, ours: Seats, staffed: AuditCase
) -> None:
    book, content = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["会议主题：监督审核"])
    sheet.append(["姓名", "入会时间", "离会时间"])
    came, went = (datetime.fromisoformat(f"2026-11-23T{at}") for at in ("09:30", "11:00"))
    sheet.append(["李明", came, went])
    book.save(content)
    item = uploaded(ours, staffed, content.getvalue(), name="参会.xlsx")

    (line,) = shown(entered(coordinator, item, what="attendance"))["lines"]
    assert (line["at"], line["until"]) == ("2026-11-23T01:30:00Z", "2026-11-23T03:00:00Z")


def test_a_camera_clip_keeps_its_start_and_nothing_is_read_from_it(
    coordinator: Client, ours: Seats, staffed: AuditCase
) -> None:
    clip = uploaded(ours, staffed, b"\0\0\0 ftypmp42", kind="clip", name="焊接区.mp4")
    made = shown(entered(coordinator, clip, what="clip", offset_seconds=-12))

    assert made["read_state"] == "not_a_table"
    assert made["starts_at"] == "2026-11-23T01:29:48Z"


@pytest.mark.parametrize("content", [b"\0\1\2 no text", b"PK\3\4 broken", "随便写的".encode()])
def test_what_cannot_be_read_is_kept_as_a_file(
    coordinator: Client, ours: Seats, staffed: AuditCase, content: bytes
) -> None:
    item = uploaded(ours, staffed, content)
    made = shown(entered(coordinator, item))

    assert made["read_state"] == "unreadable"
    assert made["read_problem"] in {"no_table", "no_columns"}
    assert coordinator.get(f"/api/evidence/items/{item.id}").status_code == 200


def test_columns_are_chosen_by_hand_and_read_anew(
    coordinator: Client, ours: Seats, staffed: AuditCase
) -> None:
    content = "何时,谁,说了什么\n09:31:00,李明,好\n".encode()
    made = shown(entered(coordinator, uploaded(ours, staffed, content)))
    assert made["headings"] == ["何时", "谁", "说了什么"]

    columns = {"time": "何时", "name": "谁", "text": "说了什么"}
    again = shown(
        coordinator.patch(
            f"/api/evidence/external/{made['id']}",
            {"version": made["version"], "columns": columns, "reason": "列名不同"},
            content_type="application/json",
        )
    )
    assert (again["read_state"], again["line_count"]) == ("read", 1)


def test_the_platforms_clock_is_shown_before_it_is_saved(
    coordinator: Client, staffed: AuditCase
) -> None:
    path = f"/api/evidence/cases/{staffed.id}/external/clock"
    given: dict[str, str | int] = {
        "zone": "Asia/Shanghai",
        "local_start": "2026-11-23T09:30",
        "offset_seconds": -90,
    }

    told = shown(coordinator.get(path, given))
    assert told == {"starts_at": "2026-11-23T01:28:30Z", "session_seconds": None}
    assert coordinator.get(path, given | {"zone": "Asia/Nowhere"}).status_code == 422


def test_a_clock_is_set_right_with_a_reason_and_moves_the_timeline(
    coordinator: Client, ours: Seats, staffed: AuditCase
) -> None:
    made = shown(entered(coordinator, uploaded(ours, staffed, CHAT)))
    path = f"/api/evidence/external/{made['id']}"
    body: dict[str, Any] = {"version": made["version"], "offset_seconds": 60}
    assert coordinator.patch(path, body, content_type="application/json").status_code == 422

    body["reason"] = "会议工具的时钟慢一分钟"
    moved = shown(coordinator.patch(path, body, content_type="application/json"))
    assert moved["lines"][0]["at"] == "2026-11-23T01:32:00Z"
    with behind_the_walls():
        entry = Entry.objects.get(action="external.changed")
    assert entry.reason == body["reason"]


def test_a_file_is_read_only_after_it_was_examined(
    coordinator: Client, ours: Seats, staffed: AuditCase
) -> None:
    waiting = uploaded(ours, staffed, CHAT, is_trusted=False)
    made = shown(entered(coordinator, waiting))
    assert (made["read_state"], made["lines"]) == ("waiting", [])
    path, body = f"/api/evidence/external/{made['id']}/read", {"version": made["version"]}
    early = coordinator.post(path, body, content_type="application/json")
    assert early.json()["code"] == "external_waiting"

    with behind_the_walls():
        EvidenceItem.objects.filter(id=waiting.id).update(state="held")
    read = shown(coordinator.post(path, body, content_type="application/json"))
    assert read["line_count"] == 1


def test_the_clients_tool_of_the_catalogue_is_named(
    auditor: Client, ours: Seats, staffed: AuditCase
) -> None:
    manager = viewer(ours["PM"])
    values = {"name": "蓝海会议", "kind": "meeting"}
    with tenant_scope(manager.owners):
        tool = add_tool(viewer=manager, values=values, client_id=staffed.client_id)
    item = uploaded(ours, staffed, CHAT)

    made = shown(entered(auditor, item, tool_id=str(tool.id), tool_name=""))
    assert made["tool"] == "蓝海会议"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"tool_name": ""}, "external_tool"),
        ({"zone": "Asia/Nowhere"}, "unknown_zone"),
        ({"local_start": "2026-02-31T09:30"}, "local_time"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    coordinator: Client, ours: Seats, staffed: AuditCase, given: dict[str, Any], code: str
) -> None:
    refused = entered(coordinator, uploaded(ours, staffed, CHAT), **given)

    assert refused.status_code == 422
    assert code in refused.json()["code"]


def test_a_file_is_entered_once_and_only_if_it_came_from_outside(
    coordinator: Client, ours: Seats, staffed: AuditCase
) -> None:
    own, item = sealed(ours["CC"], staffed), uploaded(ours, staffed, CHAT)
    shown(entered(coordinator, item))

    for refused in (entered(coordinator, own), entered(coordinator, item)):
        assert refused.json()["code"] == "external_item"


def test_it_is_sealed_journalled_listed_and_exported(
    coordinator: Client, auditor: Client, ours: Seats, staffed: AuditCase
) -> None:
    made = shown(entered(coordinator, uploaded(ours, staffed, CHAT)))

    with behind_the_walls():
        stored = str(ExternalRecord.objects.values().get())
        assert Entry.objects.filter(object_id=made["id"], action="external.entered").exists()
    for words in ("李明", "炉号", "第 c 条", "自有会议工具"):
        assert words not in stored
    path = f"/api/evidence/cases/{staffed.id}/external"
    assert shown(auditor.get(f"{path}?what=chat&search={quote('李明')}"))["total"] == 1
    assert shown(auditor.get(f"{path}?what=clip"))["total"] == 0
    assert auditor.get(f"{path}?format=xlsx").status_code == 200


def test_another_body_finds_nothing(
    coordinator: Client, ours: Seats, theirs: Seats, staffed: AuditCase
) -> None:
    made = shown(entered(coordinator, uploaded(ours, staffed, CHAT)))

    assert signed_in(theirs["LA"]).get(f"/api/evidence/external/{made['id']}").status_code == 404
