"""The decision: eight conditions, a proposal with reasons, a person who decides, a way out."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme, Site
from mingjian.programme.services import add_site
from mingjian.programme.tests.factories import behind_the_walls, surveillance
from mingjian.programme.tests.feasibility_factories import (
    CONDITIONS,
    CONTINGENCY,
    all_hold,
    listed,
)
from mingjian.programme.tests.surveying import answered

pytestmark = pytest.mark.django_db

CASES = "/api/programme/cases"
JSON = "application/json"


@pytest.fixture
def site(ours: dict[str, Seat], case: AuditCase) -> Site:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return add_site(viewer=acting, client_id=case.client_id, values={"name": "总部"})


def survey(ours: dict[str, Seat], case: AuditCase, **changed: Any) -> None:
    """The client has answered: willing and well equipped, unless ``changed``."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        answered(acting, viewer(ours["CC"]), case, **changed)


def read(browser: Client, case: AuditCase) -> dict[str, Any]:
    answer = browser.get(f"{CASES}/{case.id}/feasibility")
    assert answer.status_code == 200, answer.content.decode()
    page: dict[str, Any] = answer.json()
    return page


def judge(browser: Client, case: AuditCase, version: int, **holds: bool | None) -> Any:
    body = {
        "version": version,
        "conditions": {code: {"holds": said} for code, said in holds.items()},
    }
    return browser.patch(f"{CASES}/{case.id}/conditions", body, content_type=JSON)


def decide(browser: Client, case: AuditCase, mode: str, reason: str = "") -> Any:
    body = {"mode": mode, "reason": reason}
    return browser.post(f"{CASES}/{case.id}/feasibility/decide", body, content_type=JSON)


def mend(browser: Client, case: AuditCase, version: int, **values: Any) -> Any:
    body = {"version": version, **values}
    return browser.patch(f"{CASES}/{case.id}/contingency", body, content_type=JSON)


def facts(browser: Client, case: AuditCase) -> dict[str, bool]:
    rows = browser.get(f"{CASES}/{case.id}").json()["facts"]
    return {row["key"]: row["is_met"] for row in rows}


def test_all_eight_conditions_are_asked_and_none_is_answered_by_the_machine(
    manager: Client, case: AuditCase
) -> None:
    page = read(manager, case)
    assert tuple(each["code"] for each in page["conditions"]) == CONDITIONS
    assert {each["holds"] for each in page["conditions"]} == {None}
    assert "17012" in page["conditions_edition"]


def test_a_judgement_keeps_its_note_and_the_others(manager: Client, case: AuditCase) -> None:
    first = judge(manager, case, 0, objectives=True).json()
    second = judge(manager, case, first["conditions_version"], ability=False).json()
    held = {each["code"]: each["holds"] for each in second["conditions"]}
    assert (held["objectives"], held["ability"], held["change"]) == (True, False, None)
    assert judge(manager, case, 1, change=True).json()["code"] == "stale"
    assert judge(manager, case, 2, mood=True).json()["code"] == "condition_unknown"


def test_one_condition_that_does_not_hold_makes_it_not_feasible(
    manager: Client, case: AuditCase
) -> None:
    page = judge(
        manager, case, 0, **dict.fromkeys(CONDITIONS, True) | {"information": False}
    ).json()
    assert (page["proposal"]["result"], page["proposal"]["mode"]) == ("not", "on_site")
    assert "TS 17012" in page["proposal"]["grounds"][0]["source"]


def test_deviating_from_the_proposal_takes_a_reason_and_both_are_kept(
    manager: Client, case: AuditCase, ours: dict[str, Seat]
) -> None:
    judge(manager, case, 0, objectives=False)
    silent = decide(manager, case, "hybrid")
    assert (silent.status_code, silent.json()["code"]) == (422, "deviation_reason")
    page = decide(manager, case, "hybrid", "客户场所封闭，部分内容先远程").json()
    decision = page["decisions"][0]
    assert (decision["proposed"], decision["mode"]) == ("not", "hybrid")
    assert decision["reason"] == "客户场所封闭，部分内容先远程"
    assert decision["decided_by"] == ours["PM"].person.name
    assert any(each["effect"] == "blocks" for each in decision["grounds"])
    assert len(decision["stamps"]) == 2
    with behind_the_walls():
        entry = Entry.objects.get(action="feasibility.decided")
    assert entry.reason == "客户场所封闭，部分内容先远程"


def test_the_decision_sets_the_mode_of_the_audit_and_is_what_the_plan_waits_for(
    manager: Client, case: AuditCase
) -> None:
    assert "feasibility.decided" not in facts(manager, case)
    decide(manager, case, "hybrid", "先行约定")
    assert manager.get(f"{CASES}/{case.id}").json()["mode"] == "hybrid"
    assert facts(manager, case)["feasibility.decided"] is True
    row = manager.get(f"{CASES}/{case.id}").json()
    body = {"version": row["version"], "mode": "remote"}
    manager.patch(f"{CASES}/{case.id}", body, content_type=JSON)
    assert facts(manager, case)["feasibility.decided"] is False


def test_agreeing_with_the_proposal_needs_no_reason(manager: Client, case: AuditCase) -> None:
    judge(manager, case, 0, objectives=False)
    assert decide(manager, case, "on_site").status_code == 200


def test_a_client_that_is_unwilling_cannot_be_decided_remote_by_anybody(
    manager: Client, case: AuditCase, ours: dict[str, Seat]
) -> None:
    survey(ours, case, willingness={"answer": "no", "ground": "涉密生产线"})
    proposal = read(manager, case)["proposal"]
    assert proposal["mode"] == "on_site"
    assert proposal["grounds"][0]["words"] == "客户不愿意接受远程审核：涉密生产线"
    refused = decide(manager, case, "hybrid", "仍然想试试")
    assert (refused.status_code, refused.json()["code"]) == (409, "client_unwilling")
    assert decide(manager, case, "on_site").status_code == 200


def test_the_answers_of_the_survey_become_grounds_and_hints(
    manager: Client, case: AuditCase, site: Site, ours: dict[str, Seat]
) -> None:
    survey(ours, case)
    page = read(manager, case)
    sources = {each["source"] for each in page["proposal"]["grounds"]}
    assert {"客户调查", "客户调查 D4", "客户调查 D5"} <= sources
    hints = {each["code"]: each["hints"] for each in page["conditions"]}
    assert hints["accepted"][0]["words"] == "客户愿意接受远程审核。"
    assert hints["information"][0]["words"] == "有特殊信息安全要求：图纸"


def test_with_survey_scenes_and_conditions_the_machine_proposes_remote(
    manager: Client, case: AuditCase, site: Site, ours: dict[str, Seat]
) -> None:
    survey(ours, case)
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        listed(acting, case.id, site, "office")
        all_hold(acting, case.id)
    assert read(manager, case)["proposal"]["mode"] == "remote"
    with tenant_scope(acting.owners):
        listed(acting, case.id, site, "canteen")
    assert read(manager, case)["proposal"]["mode"] == "hybrid"


def test_a_recertification_under_chinese_rules_is_never_proposed_fully_remote(
    manager: Client, programme: AuditProgramme, ours: dict[str, Seat]
) -> None:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        case = surveillance(acting, programme, kind="recertification")
        site = add_site(viewer=acting, client_id=case.client_id, values={"name": "总部"})
        listed(acting, case.id, site, "office")
        all_hold(acting, case.id)
    survey(ours, case)
    proposal = read(manager, case)["proposal"]
    assert proposal["mode"] == "hybrid"
    assert any("5.8.2" in each["source"] for each in proposal["grounds"])


@pytest.mark.parametrize("role", ["LA", "AU", "REV", "CC", "ADM", "QS"])
def test_nobody_but_the_programme_manager_decides(
    ours: dict[str, Seat], staffed: AuditCase, role: str
) -> None:
    assert decide(signed_in(ours[role]), staffed, "on_site", "x").status_code == 403


def test_a_plan_for_contingencies_is_ready_with_numbers_of_both_sides(
    manager: Client, case: AuditCase
) -> None:
    page = mend(manager, case, 0, **CONTINGENCY | {"client_contacts": []}).json()
    assert page["contingency"]["missing"] == ["客户的电话"]
    decide(manager, case, "remote", "约定")
    assert facts(manager, case)["contingency.ready"] is False
    version = page["contingency"]["version"]
    page = mend(manager, case, version, client_contacts=CONTINGENCY["client_contacts"]).json()
    assert page["contingency"]["missing"] == []
    assert page["contingency"]["rungs"] == ["视频中断 5 分钟 → 电话加照片"]
    assert facts(manager, case)["contingency.ready"] is True


def test_the_client_enters_its_own_numbers_and_nothing_else(
    manager: Client, case: AuditCase, ours: dict[str, Seat]
) -> None:
    version = mend(manager, case, 0, decides="审核组长").json()["contingency"]["version"]
    client = signed_in(ours["CC"])
    mine = mend(client, case, version, client_contacts=CONTINGENCY["client_contacts"])
    assert mine.json()["contingency"]["client_contacts"][0]["name"] == "李明"
    other = mend(client, case, version + 1, decides="客户")
    assert (other.status_code, other.json()["code"]) == (403, "contingency_other_side")


@pytest.mark.parametrize("phone", ["", "123", "转 8012"])
def test_a_number_that_cannot_be_dialled_is_refused(
    manager: Client, case: AuditCase, phone: str
) -> None:
    contacts = [{"name": "李明", "phone": phone}]
    answer = mend(manager, case, 0, client_contacts=contacts)
    assert (answer.status_code, answer.json()["code"]) == (422, "contingency_phone")


def test_a_coordinator_is_picked_or_invited_and_the_client_sees_who(
    manager: Client, case: AuditCase, ours: dict[str, Seat]
) -> None:
    path = f"{CASES}/{case.id}/coordinator"
    known = {"person_id": str(ours["CC"].person.id)}
    assert manager.post(path, known, content_type=JSON).status_code == 200
    newcomer = {"name": "钱多", "email": "qian@client.example", "phone": "139 2222 0009"}
    page = manager.post(path, newcomer, content_type=JSON).json()
    assert page["coordinator"]["name"] == "钱多"
    with behind_the_walls():
        assert Entry.objects.filter(action="invitation.sent").exists()
    assert read(signed_in(ours["CC"]), case)["coordinator"]["phone"] == "139 2222 0009"
    nobody = manager.post(path, {"name": "无名"}, content_type=JSON)
    assert nobody.json()["code"] == "coordinator_missing"
    stranger = {"person_id": str(ours["AU"].person.id)}
    assert manager.post(path, stranger, content_type=JSON).status_code == 422
