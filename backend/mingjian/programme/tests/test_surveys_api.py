"""Surveys from asking to the answer: who may do what, what is refused, what is never lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services.organisations import end_engagement
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.cases import facts_of_case
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, Survey
from mingjian.programme.queries.surveys import latest_answers
from mingjian.programme.services import add_site, cancel_case, update_case
from mingjian.programme.tests.factories import surveillance
from mingjian.programme.tests.surveying import answered, asked, complete

pytestmark = pytest.mark.django_db

SURVEYS = "/api/programme/surveys"
Seats = dict[str, Seat]


@pytest.fixture
def coordinator(ours: Seats) -> Client:
    """The browser of the client's audit coordinator."""
    return signed_in(ours["CC"])


@pytest.fixture
def site(ours: Seats, case: AuditCase) -> str:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        made = add_site(viewer=acting, client_id=case.client_id, values={"name": "总部"})
    return str(made.id)


@pytest.fixture
def survey(ours: Seats, case: AuditCase, site: str) -> Survey:
    """Sent to the client, not answered yet."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return asked(acting, case, due_on=day(10))


def day(ahead: int) -> Any:
    return clock.today("Asia/Shanghai") + timedelta(days=ahead)


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(path, body, content_type="application/json")


def save(browser: Client, survey: Survey, version: int, answers: dict[str, Any]) -> Any:
    body = {"version": version, "answers": answers}
    return browser.patch(f"{SURVEYS}/{survey.id}", body, content_type="application/json")


def shown(browser: Client, survey: Survey) -> dict[str, Any]:
    row: dict[str, Any] = browser.get(f"{SURVEYS}/{survey.id}").json()
    return row


def letters(template: str) -> list[Letter]:
    return list(Letter.objects.filter(template=f"programme.{template}"))


def test_the_manager_asks_and_the_clients_coordinator_is_written_to(
    manager: Client, case: AuditCase, ours: Seats
) -> None:
    """S02, S07: in the reader's language, with a link to the form."""
    made = post(
        manager,
        f"/api/programme/cases/{case.id}/survey",
        due_on=day(10).isoformat(),
        message="请在\n国庆前答复",
    )
    assert (made.status_code, made.json()["state"]) == (201, "sent")
    [letter] = letters("survey_sent")
    assert letter.to == ours["CC"].person.email
    assert f"/audits/{case.id}/survey" in letter.read().text
    assert "请在 国庆前答复" in letter.read().text


def test_an_audit_has_one_survey_at_a_time(manager: Client, survey: Survey) -> None:
    path = f"/api/programme/cases/{survey.case_id}/survey"
    assert post(manager, path).json()["code"] == "survey_exists"
    close = post(manager, f"{SURVEYS}/{survey.id}/close", version=survey.version, reason="重发")
    assert close.json()["state"] == "closed"
    assert post(manager, path).status_code == 201


def test_what_is_typed_is_kept_and_says_what_is_missing(
    coordinator: Client, survey: Survey, site: str
) -> None:
    """S07, S08: an incomplete answer is kept too."""
    answers = {"sites": {site: {"devices": {"D1": {"count": 2, "remark": "联想"}}}}}
    saved = save(coordinator, survey, survey.version, answers).json()
    paths = [gap["path"] for gap in saved["missing"]]
    assert f"sites.{site}.devices" not in paths
    assert f"sites.{site}.network" in paths
    kept = shown(coordinator, survey)
    assert kept["answers"]["sites"][site]["devices"] == {"D1": {"count": 2, "remark": "联想"}}
    assert kept["version"] == saved["version"]


def test_of_two_browsers_the_second_is_told_and_chooses(
    coordinator: Client, survey: Survey
) -> None:
    first = save(coordinator, survey, survey.version, {"meeting_tool": {"name": "腾讯会议"}})
    second = save(coordinator, survey, survey.version, {"meeting_tool": {"name": "钉钉"}})
    assert (first.status_code, second.status_code) == (200, 409)
    refusal = second.json()
    assert refusal["code"] == "stale"
    assert refusal["params"]["current"]["draft"]["meeting_tool"]["name"] == "腾讯会议"
    mine = save(coordinator, survey, refusal["params"]["current"]["version"], {})
    assert mine.status_code == 200


def test_an_incomplete_survey_is_not_handed_in_and_says_why_at_each_place(
    coordinator: Client, survey: Survey
) -> None:
    answer = post(coordinator, f"{SURVEYS}/{survey.id}/submit", version=survey.version, name="李明")
    assert (answer.status_code, answer.json()["code"]) == (409, "survey_incomplete")
    assert {"people.P1", "willingness"} <= set(answer.json()["fields"])


def test_handed_in_by_the_client_it_is_journalled_and_the_asker_hears(
    coordinator: Client, survey: Survey, site: str, ours: Seats
) -> None:
    saved = save(coordinator, survey, survey.version, complete(site)).json()
    path = f"{SURVEYS}/{survey.id}/submit"
    done = post(coordinator, path, version=saved["version"], name="李明").json()
    assert (done["state"], done["answered_by"], done["missing"]) == ("answered", "李明", [])
    entry = Entry.objects.filter(object_id=survey.id).latest("seq")
    assert (entry.action, entry.actor) == (
        "survey.answered",
        f"person:{ours['CC'].person.id}",
    )
    assert [letter.to for letter in letters("survey_answered")] == [ours["PM"].person.email]
    again = save(coordinator, survey, done["version"], complete(site))
    assert again.json()["code"] == "survey_state"


def test_the_lead_auditor_fills_in_by_telephone_but_does_not_sign(
    staffed: AuditCase, survey: Survey, site: str, ours: Seats
) -> None:
    leader = signed_in(ours["LA"])
    saved = save(leader, survey, survey.version, complete(site))
    assert saved.status_code == 200
    sign = post(
        leader, f"{SURVEYS}/{survey.id}/submit", version=saved.json()["version"], name="陈静"
    )
    assert sign.status_code == 403


@pytest.mark.parametrize("role", ["AU", "REV", "DM", "QS"])
def test_the_others_of_the_body_only_read(
    role: str, staffed: AuditCase, survey: Survey, ours: Seats
) -> None:
    browser = signed_in(ours[role])
    assert shown(browser, survey)["state"] == "sent"
    assert save(browser, survey, survey.version, {}).status_code == 403


def test_the_client_does_not_see_what_was_not_sent(
    manager: Client, coordinator: Client, case: AuditCase
) -> None:
    path = f"/api/programme/cases/{case.id}/survey"
    draft = post(manager, path, send=False).json()
    assert coordinator.get(f"{SURVEYS}/{draft['id']}").status_code == 404
    assert coordinator.get(path).json() == {"survey": None, "standing": None}
    post(manager, f"{SURVEYS}/{draft['id']}/send", version=draft["version"])
    assert coordinator.get(path).json()["survey"]["state"] == "sent"


@pytest.mark.parametrize(
    "answers",
    [
        {"sites": {"all": {"devices": {"D10": {}}}}},
        {"people": {"P4": {"has": True}}},
        {"noise": [{"scene": "moon"}]},
        {"secure_areas": {"has": True, "areas": [{"scene": "moon"}]}},
    ],
)
def test_what_nobody_asked_is_refused(
    coordinator: Client, survey: Survey, answers: dict[str, Any]
) -> None:
    refusal = save(coordinator, survey, survey.version, answers).json()
    assert refusal["code"] == "survey_unknown_place"


@pytest.mark.parametrize(
    "answers",
    [
        {"noise": [{"level": "deafening"}]},
        {"noise": [{"dba": 400}]},
        {"sites": {"all": {"devices": {"D1": {"count": 0}}}}},
        {"willingness": {"answer": "perhaps"}},
        {"surprise": True},
    ],
)
def test_impossible_entries_are_refused(
    coordinator: Client, survey: Survey, answers: dict[str, Any]
) -> None:
    assert save(coordinator, survey, survey.version, answers).status_code == 422


def test_a_client_that_is_engaged_no_more_is_not_asked(
    manager: Client, case: AuditCase, ours: Seats
) -> None:
    acting = viewer(ours["ADM"])
    with tenant_scope(acting.owners):
        end_engagement(viewer=acting, party_id=case.client_id, reason="合同终止")
    answer = post(manager, f"/api/programme/cases/{case.id}/survey")
    assert answer.json()["code"] == "client_not_engaged"
    assert letters("survey_sent") == []


def test_of_a_cancelled_audit_nothing_is_asked_or_filled_in(
    manager: Client, coordinator: Client, survey: Survey, case: AuditCase, ours: Seats
) -> None:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        cancel_case(viewer=acting, case_id=case.id, reason="客户停产")
    refusal = save(coordinator, survey, survey.version, {}).json()
    assert refusal["code"] == "survey_case_closed"
    ask = post(manager, f"/api/programme/cases/{case.id}/survey").json()
    assert ask["code"] == "survey_case_closed"


def test_an_answer_due_yesterday_is_not_asked_for(manager: Client, case: AuditCase) -> None:
    path = f"/api/programme/cases/{case.id}/survey"
    refusal = post(manager, path, due_on=day(0).isoformat()).json()
    assert list(refusal["fields"]) == ["due_on"]


def test_sent_back_it_can_be_completed_and_handed_in_again(
    manager: Client, coordinator: Client, case: AuditCase, ours: Seats
) -> None:
    acting, client = viewer(ours["PM"]), viewer(ours["CC"])
    with tenant_scope(acting.owners):
        survey = answered(acting, client, case)
    path = f"{SURVEYS}/{survey.id}"
    back = post(manager, f"{path}/return", version=survey.version, reason="请补充夜班噪声").json()
    assert (back["state"], back["reason"]) == ("sent", "请补充夜班噪声")
    assert "请补充夜班噪声" in letters("survey_returned")[0].read().text
    assert shown(coordinator, survey)["answers"]["meeting_tool"]["name"] == "腾讯会议"
    again = post(coordinator, f"{path}/submit", version=back["version"], name="李明").json()
    assert (again["state"], again["reason"]) == ("answered", "")


def test_a_client_is_reminded_once_a_day(manager: Client, survey: Survey) -> None:
    path = f"{SURVEYS}/{survey.id}/remind"
    assert post(manager, path).status_code == 200
    assert post(manager, path).json()["code"] == "survey_reminded_today"
    assert len(letters("survey_reminder")) == 1


def facts(ours: Seats, case: AuditCase) -> dict[str, Any]:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        found = facts_of_case(acting, case.id)
    return {fact.key: fact for fact in found if fact.key.startswith("survey.")}


def make_remote(ours: Seats, case: AuditCase) -> None:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        update_case(viewer=acting, case_id=case.id, version=case.version, values={"mode": "remote"})


def test_a_remote_audit_waits_for_the_answer_one_on_site_does_not(
    ours: Seats, case: AuditCase
) -> None:
    assert facts(ours, case) == {}
    make_remote(ours, case)
    fact = facts(ours, case)["survey.answered"]
    assert (fact.is_met, fact.gate, fact.role) == (False, "plan_issued", "PM")
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        asked(acting, case)
    assert facts(ours, case)["survey.answered"].role == "CC"


def test_a_loud_scene_without_a_headset_plan_warns_and_stops_nothing(
    ours: Seats, case: AuditCase
) -> None:
    """S38."""
    make_remote(ours, case)
    acting, client = viewer(ours["PM"]), viewer(ours["CC"])
    noise = [{"site": "", "scene": "production", "level": "very_loud", "plan": ""}]
    with tenant_scope(acting.owners):
        answered(acting, client, case, noise=noise)
    found = facts(ours, case)
    assert found["survey.answered"].is_met
    warning = found["survey.noise.0.plan"]
    assert (warning.is_met, warning.gate) == (False, "")
    assert "生产现场" in warning.words.zh


def test_the_last_answer_is_offered_as_a_start_and_changes_are_marked(
    ours: Seats, coordinator: Client, case: AuditCase, programme: Any
) -> None:
    """S07: "still true?"."""
    acting, client = viewer(ours["PM"]), viewer(ours["CC"])
    with tenant_scope(acting.owners):
        answered(acting, client, case)
        second = asked(acting, surveillance(acting, programme, sequence=2))
    before = shown(coordinator, second)
    assert before["previous"]["answers"]["meeting_tool"]["name"] == "腾讯会议"
    assert before["differences"] == []
    answers = before["previous"]["answers"] | {"meeting_tool": {"name": "钉钉", "is_own": True}}
    saved = save(coordinator, second, second.version, answers).json()
    assert [(each["before"], each["after"]) for each in saved["differences"]] == [
        ("腾讯会议（常用）", "钉钉（常用）")
    ]


def test_the_answer_that_feasibility_rests_on_is_typed(ours: Seats, case: AuditCase) -> None:
    acting, client = viewer(ours["PM"]), viewer(ours["CC"])
    with tenant_scope(acting.owners):
        assert latest_answers(acting, case) is None
        made = answered(acting, client, case)
        latest = latest_answers(acting, case)
    assert latest is not None
    assert latest.survey_id == made.id
    assert latest.is_for_case
    assert latest.answers.willingness == "yes"
    assert latest.answers.has_device("D6")
    assert latest.missing == latest.warnings == []
