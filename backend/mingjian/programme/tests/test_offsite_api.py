"""Off-site information: asked, answered, weighed, and what follows for risks and plan."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.keys.services import destroy_audit_key
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.work import work_of
from mingjian.programme.models import AuditCase, InformationItem
from mingjian.programme.services import update_case
from mingjian.programme.services.offsite_reminders import remind_client
from mingjian.programme.tests.risk_factories import drafted_matrix

pytestmark = pytest.mark.django_db

CASES, PARTS = "/api/programme/cases", "/api/programme/information"


@pytest.fixture
def ready(ours: dict[str, Seat], staffed: AuditCase) -> AuditCase:
    """A staffed surveillance with a coordinator of the client."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return update_case(
            viewer=acting,
            case_id=staffed.id,
            version=staffed.version,
            values={"coordinator_id": ours["CC"].person.id},
        )


@pytest.fixture
def leader(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["LA"])


@pytest.fixture
def coordinator(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["CC"])


def call(browser: Client, case: AuditCase, verb: str = "", **body: Any) -> Any:
    path = f"{CASES}/{case.id}/information{verb}"
    return browser.post(path, body, content_type="application/json")


def of_item(browser: Client, item: dict[str, Any], verb: str, **body: Any) -> Any:
    body = {"version": item["version"], **body}
    return browser.post(f"{PARTS}/items/{item['id']}/{verb}", body, content_type="application/json")


def shown(browser: Client, case: AuditCase) -> dict[str, Any]:
    found: dict[str, Any] = browser.get(f"{CASES}/{case.id}/information").json()
    return found


def items(browser: Client, case: AuditCase) -> dict[str, dict[str, Any]]:
    return {item["code"] or item["title"]: item for item in shown(browser, case)["items"]}


def requested(leader: Client, case: AuditCase, *codes: str, days: int = 7) -> Any:
    call(leader, case)
    found = items(leader, case)
    due_on = str(clock.now().date() + timedelta(days=days))
    ids = [found[code]["id"] for code in codes]
    return call(leader, case, "/request", item_ids=ids, due_on=due_on)


def test_the_checklist_fits_the_schemes_and_the_kind_of_audit(
    leader: Client, ready: AuditCase
) -> None:
    assert call(leader, ready).status_code == 201
    codes = set(items(leader, ready))
    assert {"legal-status", "aspects", "key-customers", "public-registers"} <= codes
    assert codes.isdisjoint({"soa", "hazards", "stage-1-outcome"})
    assert call(leader, ready).status_code == 201
    assert len(shown(leader, ready)["items"]) == len(codes)


def test_one_letter_asks_the_coordinator_and_a_work_item_waits_until_it_is_answered(
    leader: Client, coordinator: Client, ours: dict[str, Seat], ready: AuditCase
) -> None:
    assert requested(leader, ready, "legal-status", "organisation").status_code == 200
    with tenant_scope({ready.owner_id}):
        (letter,) = Letter.objects.filter(template="programme.information_request")
    assert letter.to == ours["CC"].person.email
    assert waiting(viewer(ours["CC"])) == 2
    mine = items(coordinator, ready)
    assert set(mine) == {"legal-status", "organisation"}
    answer = of_item(coordinator, mine["legal-status"], "answer", answer="地址未变，增加经营范围")
    assert answer.status_code == 200
    assert waiting(viewer(ours["CC"])) == 1
    seen = items(leader, ready)["legal-status"]
    assert (seen["answer"], seen["state"]) == ("地址未变，增加经营范围", "answered")


def waiting(of: Viewer) -> int:
    with tenant_scope(of.owners):
        return sum(item.key.startswith("information:") for item in work_of(of))


def test_an_answer_is_sealed_and_gone_with_the_audits_key(
    leader: Client, coordinator: Client, ready: AuditCase
) -> None:
    requested(leader, ready, "processes")
    secret = "外协热处理厂名单"
    of_item(coordinator, items(coordinator, ready)["processes"], "answer", answer=secret)
    with tenant_scope({ready.owner_id}):
        kept = InformationItem.objects.get(case=ready, code="processes").sealed
    assert kept
    assert secret not in kept
    destroy_audit_key(ready.owner_id, ready.id)
    assert items(leader, ready)["processes"]["answer"] == ""


def test_files_come_later_through_the_vault_and_nothing_is_no_answer(
    leader: Client, coordinator: Client, ready: AuditCase
) -> None:
    requested(leader, ready, "organisation")
    item = items(coordinator, ready)["organisation"]
    assert of_item(coordinator, item, "answer").json()["code"] == "information_no_answer"
    assert of_item(coordinator, item, "answer", link="javascript:alert(1)").status_code == 422
    promised = of_item(coordinator, item, "answer", by_vault=True).json()["items"][0]
    assert (promised["state"], promised["by_vault"]) == ("answered", True)


def test_a_client_sees_neither_the_bodys_own_items_nor_facts_nor_notes(
    leader: Client, coordinator: Client, ready: AuditCase
) -> None:
    requested(leader, ready, "legal-status")
    fact = {
        "kind": "register",
        "source": "企业信用公示",
        "seen_on": "2026-05-02",
        "statement": "有一项行政处罚",
    }
    assert call(leader, ready, "/facts", **fact).status_code == 201
    assert call(leader, ready, "/notes", text="处罚须现场核实").status_code == 201
    seen = coordinator.get(f"{CASES}/{ready.id}/information").content.decode()
    assert "处罚" not in seen
    assert [item["asked_of"] for item in shown(coordinator, ready)["items"]] == ["client"]
    own = items(leader, ready)["public-registers"]
    assert (
        of_item(coordinator, own, "answer", answer="无").json()["code"] == "information_not_asked"
    )
    workbook = coordinator.get(f"{CASES}/{ready.id}/information/workbook")
    assert workbook.status_code == 200


def test_asking_needs_a_coordinator_a_day_to_come_and_items_of_the_client(
    leader: Client, ready: AuditCase, manager: Client
) -> None:
    assert requested(leader, ready, "legal-status", days=-2).json()["fields"].keys() == {"due_on"}
    assert requested(leader, ready, "public-registers").json()["fields"].keys() == {"item_ids"}
    case = manager.get(f"{CASES}/{ready.id}").json()
    body = {"version": case["version"], "coordinator_id": None}
    manager.patch(f"{CASES}/{ready.id}", body, content_type="application/json")
    refused = requested(leader, ready, "legal-status")
    assert refused.json()["code"] == "information_no_coordinator"


def test_a_note_becomes_a_risk_or_a_hint_with_one_call_and_both_know_of_each_other(
    leader: Client, ours: dict[str, Seat], ready: AuditCase
) -> None:
    acting = viewer(ours["LA"])
    with tenant_scope(acting.owners):
        drafted_matrix(acting, ready)
    call(leader, ready)
    item = items(leader, ready)["legal-register"]
    for text in ("排污许可今年到期", "污水站须现场看"):
        call(leader, ready, "/notes", item_id=item["id"], text=text)
    risk, hint = shown(leader, ready)["notes"]
    path = f"{PARTS}/notes/{risk['id']}/risk"
    raised = leader.post(path, {"version": 1, "factor": "compliance"}, "application/json").json()
    assert raised["notes"][0]["risk"] == "排污许可今年到期"
    rows = leader.get(f"{CASES}/{ready.id}/risk").json()["matrix"]["rows"]
    linked = {row["text"]: row["notes"] for row in rows if row["notes"]}
    assert linked == {"排污许可今年到期": ["排污许可今年到期"]}
    path = f"{PARTS}/notes/{hint['id']}/hint"
    given = leader.post(path, {"version": 1}, "application/json").json()
    assert given["notes"][1]["hint"] == "污水站须现场看"


def test_what_is_missing_is_told_until_all_is_collected_and_weighed(
    leader: Client, manager: Client, ready: AuditCase
) -> None:
    def fact() -> dict[str, Any]:
        facts = manager.get(f"{CASES}/{ready.id}").json()["facts"]
        found: dict[str, Any] = next(f for f in facts if f["key"] == "information.analysed")
        return found

    assert (fact()["is_met"], fact()["gate"]) == (False, "")  # advice: it stops nothing
    call(leader, ready)
    version = shown(leader, ready)["review"]["version"]
    early = call(leader, ready, "/complete", version=version, conclusion="可以远程")
    assert (early.status_code, early.json()["code"]) == (409, "information_open")
    for item in shown(leader, ready)["items"]:
        assert of_item(leader, item, "drop", reason="沿用上次").status_code == 200
    done = call(leader, ready, "/complete", version=version, conclusion="可以远程")
    assert done.json()["review"]["conclusion"] == "可以远程"
    assert fact()["is_met"]


def test_a_client_is_reminded_once_when_the_day_is_near(
    leader: Client, ours: dict[str, Seat], ready: AuditCase
) -> None:
    requested(leader, ready, "legal-status", "ict", days=7)
    process = Viewer.system("job", ready.owner_id)
    with tenant_scope(process.owners):
        assert remind_client(viewer=process, case_id=ready.id) == 0
        with clock.moved_to(clock.now() + timedelta(days=6)):
            assert remind_client(viewer=process, case_id=ready.id) == 2
            assert remind_client(viewer=process, case_id=ready.id) == 0
        (letter,) = Letter.objects.filter(template="programme.information_reminder")
    assert letter.to == ours["CC"].person.email


def test_earlier_audits_of_the_client_are_listed_with_their_days(
    leader: Client, manager: Client, ours: dict[str, Seat], ready: AuditCase
) -> None:
    past = {
        "programme_id": str(ready.programme_id),
        "kind": "surveillance",
        "starts_on": "2025-03-03",
        "ends_on": "2025-03-04",
        "team": [{"person_id": str(ours["LA"].person.id), "role": "LA"}],
    }
    manager.post(f"{CASES}/past", past, content_type="application/json")
    (earlier,) = shown(leader, ready)["earlier"]
    assert (earlier["starts_on"], earlier["kind"]) == ("2025-03-03", "surveillance")
