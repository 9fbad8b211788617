"""Evidence requests: asked, answered, returned, refused, ruled on, and counted."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from mingjian.evidence.models import EvidenceRequest, RequestMessage, RequestRefusal
from mingjian.evidence.services.request_letters import (
    remind_of_requests,
    tell_of_requests,
    warn_of_requests,
)
from mingjian.evidence.services.requests import ask, hand_over_sealed
from mingjian.evidence.tests.factories import CONTENT, sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.keys.services import destroy_audit_key
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.work import work_of
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_view
from mingjian.programme.services import update_case
from mingjian.programme.tests.factories import behind_the_walls, surveillance

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]
WHAT = "2026 年内部审核报告及整改记录"
API = "/api/evidence"


@pytest.fixture
def ready(ours: Seats, staffed: AuditCase) -> AuditCase:
    """A staffed surveillance with a coordinator of the client and its days."""
    acting = viewer(ours["PM"])
    today = clock.today("Asia/Shanghai")
    with tenant_scope(acting.owners):
        return update_case(
            viewer=acting,
            case_id=staffed.id,
            version=staffed.version,
            values={
                "coordinator_id": ours["CC"].person.id,
                "starts_on": today,
                "ends_on": today + timedelta(days=2),
            },
        )


@pytest.fixture
def leader(ours: Seats) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def auditor(ours: Seats) -> Client:
    return signed_in(ours["AU"])


@pytest.fixture
def coordinator(ours: Seats) -> Client:
    return signed_in(ours["CC"])


def later(**term: float) -> str:
    return (clock.now() + timedelta(**(term or {"days": 2}))).isoformat()


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(f"{API}/{path}", body, content_type="application/json")


def asked(browser: Client, case: AuditCase, **body: Any) -> dict[str, Any]:
    given = {"what": WHAT, "due_at": later(), "clauses": [{"scheme": "QMS", "clause": "9.2"}]}
    answer = post(browser, f"cases/{case.id}/requests", **(given | body))
    assert answer.status_code == 201, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def done(browser: Client, request: dict[str, Any], deed: str, **body: Any) -> dict[str, Any]:
    """The request after the deed, done by somebody who has just read it."""
    current = read(browser, f"requests/{request['id']}")
    if deed not in {"answers", "messages", "read"}:
        body = {"version": current["version"], **body}
    answer = post(browser, f"requests/{request['id']}/{deed}", **body)
    assert answer.status_code == 200, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def read(browser: Client, path: str) -> Any:
    answer = browser.get(f"{API}/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def refused(browser: Client, request: dict[str, Any], deed: str, **body: Any) -> str:
    answer = post(browser, f"requests/{request['id']}/{deed}", **body)
    assert answer.status_code >= 400, answer.content
    return str(answer.json()["code"])


def titles(who: Seat) -> list[str]:
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return [str(item.title) for item in work_of(acting) if "request:" in item.key]


def system(case: AuditCase) -> Viewer:
    return Viewer("system:job", case.owner_id, "body", "", frozenset({case.owner_id}))


def letters(case: AuditCase, template: str) -> list[Letter]:
    with tenant_scope([case.owner_id]):
        return list(Letter.objects.filter(template=f"evidence.requests_{template}"))


def test_an_auditor_asks_the_client_hands_over_and_the_auditor_accepts(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    assert (request["code"], request["state"], request["phase"]) == (
        "R-1",
        "requested",
        "before_audit",
    )
    (waiting,) = titles(ours["CC"])
    assert WHAT in waiting

    item = sealed(ours["CC"], ready)
    answered = done(coordinator, request, "answers", item_ids=[str(item.id)])
    assert answered["state"] == "provided"
    assert titles(ours["CC"]) == []
    assert titles(ours["AU"])

    accepted = done(auditor, request, "accept", note="与清单一致")
    assert accepted["state"] == "accepted"
    assert accepted["answers"][0]["sha256"] == item.sha256
    assert titles(ours["AU"]) == []


def test_a_returned_answer_says_why_and_is_provided_again(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    first, second = sealed(ours["CC"], ready), sealed(ours["CC"], ready, CONTENT + b"signed")
    done(coordinator, request, "answers", item_ids=[str(first.id)])

    returned = done(auditor, request, "return", reason="缺少签字页")
    assert (returned["state"], returned["returned"]) == ("returned", "缺少签字页")
    assert titles(ours["CC"])

    again = done(coordinator, request, "answers", item_ids=[str(second.id)])
    assert again["state"] == "provided"
    assert [each["item_id"] for each in again["answers"]] == [str(first.id), str(second.id)]


def test_one_item_may_answer_several_requests(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    item = sealed(ours["CC"], ready)
    for request in (asked(auditor, ready), asked(auditor, ready)):
        answered = done(coordinator, request, "answers", item_ids=[str(item.id)])
        assert len(answered["answers"]) == 1


def test_items_of_another_audit_answer_nothing(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    manager = viewer(ours["PM"])
    with tenant_scope(manager.owners):
        another = surveillance(manager, ready.programme, kind="special")
    request, item = asked(auditor, ready), sealed(ours["CC"], another)

    code = refused(coordinator, request, "answers", item_ids=[str(item.id)])
    assert code == "request_no_items"


def test_a_refusal_waits_for_the_lead_auditor_and_is_ruled_on(
    auditor: Client, leader: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    no = done(coordinator, request, "refuse", ground="confidential", text="含客户图纸")
    assert no["state"] == "refused"
    assert titles(ours["AU"]) == []
    (waiting,) = titles(ours["LA"])
    assert "R-1" in waiting

    ruling = {"version": no["version"], "ruling": "alternative", "text": "改为屏幕共享查看"}
    assert refused(auditor, request, "rule", **ruling) == "request_not_lead"
    ruled = done(leader, request, "rule", ruling="alternative", text="改为屏幕共享查看")
    (refusal,) = ruled["refusals"]
    assert ruled["state"] == "ruled"
    assert refusal["text"] == "含客户图纸"
    assert (refusal["ruling"], refusal["ruling_text"]) == ("alternative", "改为屏幕共享查看")


def test_refusals_are_counted_by_ground_whatever_becomes_of_them(
    auditor: Client, leader: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    first, second, third = (asked(auditor, ready) for _ in range(3))
    done(coordinator, first, "refuse", ground="confidential", text="含客户图纸")
    done(coordinator, first, "answers", item_ids=[str(sealed(ours["CC"], ready).id)])
    done(coordinator, second, "refuse", ground="confidential", text="含客户图纸")
    done(leader, second, "rule", ruling="obstruction", text="图纸可遮盖")
    done(coordinator, third, "refuse", ground="personal", text="含体检结果")

    counted = read(leader, f"cases/{ready.id}/refusals")
    assert counted["requests"] == 3
    assert {each["ground"]: each["count"] for each in counted["grounds"]} == {
        "confidential": 2,
        "personal": 1,
    }
    assert counted["grounds"][0]["rulings"] == {"none": 1, "obstruction": 1}


def test_silence_past_the_due_time_is_ruled_on_and_counted(
    auditor: Client, leader: Client, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    ruling = {"ruling": "obstruction", "text": "两次催办均无答复"}
    early = refused(leader, request, "rule", version=request["version"], **ruling)
    assert early == "request_in_time"

    with clock.moved_to(clock.now() + timedelta(days=3)):
        ruled = done(leader, request, "rule", **ruling)
    assert ruled["refusals"][0]["ground"] == "silence"


def test_the_audit_does_not_end_with_a_request_left_open(
    auditor: Client, leader: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)

    def gate() -> Any:
        acting = viewer(ours["LA"])
        with tenant_scope(acting.owners):
            facts = case_view(acting, AuditCase.objects.get(id=ready.id))["facts"]
        return next(fact for fact in facts if fact.key == "requests.settled")

    assert (gate().is_met, gate().gate) == (False, "fieldwork_closed")
    done(coordinator, request, "refuse", ground="other", text="不便提供")
    assert not gate().is_met
    done(leader, request, "rule", ruling="scope_limit", text="该过程不纳入结论")
    assert gate().is_met


def test_a_request_is_withdrawn_with_a_reason(
    auditor: Client, coordinator: Client, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    withdrawn = done(auditor, request, "withdraw", reason="已在 R-2 中索取")

    assert withdrawn["withdrawn"] == "已在 R-2 中索取"
    code = refused(coordinator, request, "refuse", version=2, ground="other", text="不便")
    assert code == "request_state"


def test_both_dates_are_kept_and_a_remarkable_one_is_named(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    assert ready.ends_on is not None
    after = ready.ends_on + timedelta(days=1)
    old, new = (sealed(ours["CC"], ready, effective_on=day) for day in (date(2026, 1, 5), after))
    answered = done(coordinator, request, "answers", item_ids=[str(old.id), str(new.id)])

    usual, remarkable = answered["answers"]
    assert usual["effective_on"] == "2026-01-05"
    assert usual["received_at"][:10] == old.received_at.isoformat()[:10]
    assert usual["date_notes"] == []
    assert remarkable["date_notes"] == ["effective_after_audit"]


def test_a_late_receipt_is_named(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready, due_at=later(hours=1), is_short=True)
    with clock.moved_to(clock.now() + timedelta(hours=2)):
        item = sealed(ours["CC"], ready)
        answered = done(coordinator, request, "answers", item_ids=[str(item.id)])

    assert answered["answers"][0]["date_notes"] == ["received_after_due"]


def test_both_sides_talk_about_a_request_and_see_what_is_new(
    auditor: Client, coordinator: Client, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    done(coordinator, request, "messages", text="请问是哪一年的？")

    assert read(coordinator, f"requests/{request['id']}")["unread"] == 0
    assert read(auditor, f"requests/{request['id']}")["unread"] == 1
    assert done(auditor, request, "read")["unread"] == 0
    reply = done(auditor, request, "messages", text="2026 年")
    assert [each["text"] for each in reply["messages"]] == ["请问是哪一年的？", "2026 年"]
    assert read(coordinator, f"cases/{ready.id}/requests")["items"][0]["unread"] == 1


def test_nothing_that_either_side_wrote_stands_in_the_database_in_clear(
    auditor: Client, leader: Client, coordinator: Client, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    done(coordinator, request, "messages", text="请问是哪一年的？")
    done(coordinator, request, "refuse", ground="personal", text="含体检结果")
    done(leader, request, "rule", ruling="alternative", text="遮盖后提供")

    with behind_the_walls():
        models = (EvidenceRequest, RequestMessage, RequestRefusal)
        stored = str([list(model.objects.values()) for model in models])
    for words in (WHAT, "哪一年", "体检", "遮盖"):
        assert words not in stored
    destroy_audit_key(ready.owner_id, ready.id)
    assert read(auditor, f"requests/{request['id']}")["what"] == ""


def test_every_deed_is_in_the_journal(
    auditor: Client, leader: Client, coordinator: Client, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    done(coordinator, request, "refuse", ground="confidential", text="含客户图纸")
    done(leader, request, "rule", ruling="withdrawn", text="理由成立")

    with behind_the_walls():
        deeds = Entry.objects.filter(object_id=request["id"]).order_by("seq")
        assert list(deeds.values_list("action", flat=True)) == [
            "request.asked",
            "request.refused",
            "request.ruled",
        ]


def test_requests_are_filtered_searched_and_exported(
    auditor: Client, coordinator: Client, ready: AuditCase
) -> None:
    asked(auditor, ready)
    other = asked(auditor, ready, what="温湿度记录", clauses=[{"scheme": "EMS", "clause": "8.1"}])
    done(coordinator, other, "refuse", ground="not_existing", text="没有该记录")

    def found(query: str) -> list[str]:
        listed = read(auditor, f"cases/{ready.id}/requests?{query}")
        return [each["code"] for each in listed["items"]]

    assert found("") == ["R-2", "R-1"]
    assert found("state=refused") == ["R-2"]
    assert found("scheme=QMS&clause=9") == ["R-1"]
    assert found(f"search={quote('温湿度')}") == ["R-2"]
    assert found("sort=number&state=open") == ["R-1", "R-2"]
    assert found("due=overdue") == []
    export = auditor.get(f"{API}/cases/{ready.id}/requests?format=xlsx")
    assert export.status_code == 200


def test_a_stale_decision_is_told_what_changed(
    auditor: Client, coordinator: Client, ours: Seats, ready: AuditCase
) -> None:
    """An answer that arrived meanwhile is not accepted unseen."""
    request = asked(auditor, ready)
    first = done(coordinator, request, "answers", item_ids=[str(sealed(ours["CC"], ready).id)])
    second = sealed(ours["CC"], ready, b"another")
    done(coordinator, request, "answers", item_ids=[str(second.id)])

    code = refused(auditor, request, "accept", version=first["version"])
    assert code == "stale"


def test_another_client_and_another_body_find_nothing(
    auditor: Client, theirs: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)

    for role in ("LA", "CC"):
        answer = signed_in(theirs[role]).get(f"{API}/requests/{request['id']}")
        assert answer.status_code == 404


def test_the_coordinator_is_written_to_once_about_everything_that_was_asked(
    auditor: Client, ready: AuditCase
) -> None:
    asked(auditor, ready)
    asked(auditor, ready)
    process = system(ready)
    with tenant_scope([ready.owner_id]):
        assert tell_of_requests(viewer=process, case_id=ready.id) == 2
        assert tell_of_requests(viewer=process, case_id=ready.id) == 0

    (letter,) = letters(ready, "asked")
    assert "R-1" in letter.read().text
    assert WHAT not in letter.read().text


def test_the_coordinator_is_reminded_before_and_warned_after_the_due_time(
    auditor: Client, ready: AuditCase
) -> None:
    asked(auditor, ready)
    process = system(ready)
    with tenant_scope([ready.owner_id]):
        tell_of_requests(viewer=process, case_id=ready.id)
        assert remind_of_requests(viewer=process, case_id=ready.id) == 0
        with clock.moved_to(clock.now() + timedelta(days=1, minutes=1)):
            assert remind_of_requests(viewer=process, case_id=ready.id) == 1
            assert remind_of_requests(viewer=process, case_id=ready.id) == 0
            assert warn_of_requests(viewer=process, case_id=ready.id) == 0
        with clock.moved_to(clock.now() + timedelta(days=2, minutes=1)):
            assert warn_of_requests(viewer=process, case_id=ready.id) == 1
            assert warn_of_requests(viewer=process, case_id=ready.id) == 0

    assert len(letters(ready, "due_soon")) == 1
    assert len(letters(ready, "overdue")) == 1


def test_what_was_uploaded_for_a_request_answers_it_without_the_browser(
    auditor: Client, ours: Seats, ready: AuditCase
) -> None:
    request = asked(auditor, ready)
    item = sealed(ours["CC"], ready, circumstances={"request": request["id"]})
    process = system(ready)
    with tenant_scope([ready.owner_id]):
        for _ in range(2):
            hand_over_sealed(viewer=process, item=item, request_id=EvidenceRequest.objects.get().id)

    shown = read(auditor, f"requests/{request['id']}")
    assert shown["state"] == "provided"
    assert len(shown["answers"]) == 1


def test_other_themes_ask_through_the_service(ours: Seats, ready: AuditCase) -> None:
    acting = viewer(ours["AU"])
    with tenant_scope(acting.owners):
        row = ask(
            viewer=acting,
            case_id=ready.id,
            what="抽样：第 17 号检验记录",
            due_at=clock.now() + timedelta(minutes=30),
            source="sampling",
            source_id=ready.id,
            is_short=True,
        )

    assert (row.code, row.source, row.is_short) == ("R-1", "sampling", True)


def test_a_request_cannot_be_due_in_the_past(auditor: Client, ready: AuditCase) -> None:
    answer = post(auditor, f"cases/{ready.id}/requests", what=WHAT, due_at=later(minutes=-1))
    assert answer.json()["code"] == "request_due"
