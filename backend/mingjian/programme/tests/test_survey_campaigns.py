"""Campaigns: who is asked and who is skipped, sent by jobs, reminded by the calendar, exported."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services.organisations import end_engagement
from mingjian.identity.tests.factories import engage, seat, signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.jobs.surveys import arrange_reminders
from mingjian.programme.models import AuditCase, Survey
from mingjian.programme.queries.surveys import latest_answers, survey_of
from mingjian.programme.rules.survey_reminders import due_reminders
from mingjian.programme.tests.surveying import asked, complete, hand_in

pytestmark = pytest.mark.django_db

CAMPAIGNS = "/api/programme/surveys/campaigns"
Seats = dict[str, Seat]
RunJobs = Callable[[], int]


@pytest.fixture
def second(ours: Seats) -> Seat:
    """Another client, whose coordinator reads English."""
    client = engage(ours["ADM"], name="晨星电子有限公司")
    return seat(ours["ADM"], "CC", tenant=client, name="Grace")


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(f"{CAMPAIGNS}{path}", body, content_type="application/json")


def day(ahead: int) -> Any:
    return clock.today("Asia/Shanghai") + timedelta(days=ahead)


def started(manager: Client, run_jobs: RunJobs, **values: Any) -> dict[str, Any]:
    body = {"title": "2026 年监督审核摸底", "due_on": day(14).isoformat(), **values}
    draft = post(manager, "", **body).json()
    post(manager, f"/{draft['id']}/start", version=draft["version"])
    run_jobs()
    return shown(manager, draft)


def shown(browser: Client, campaign: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = browser.get(f"{CAMPAIGNS}/{campaign['id']}").json()
    return row


def skipped(manager: Client, **chosen: Any) -> dict[str, str]:
    found = post(manager, "/preview", **chosen).json()["choices"]
    return {each["client"]: each["skipped"] for each in found}


def survey_of_client(campaign: dict[str, Any], client: Seat) -> Survey:
    return Survey.objects.get(campaign=campaign["id"], client=client.tenant)


def reminders() -> list[str]:
    sent = Letter.objects.filter(template="programme.survey_reminder")
    return list(sent.order_by("written_at").values_list("to", flat=True))


def test_the_preview_says_who_is_asked_and_who_is_skipped_and_why(
    manager: Client, ours: Seats, case: AuditCase, second: Seat
) -> None:
    """S02."""
    engage(ours["ADM"], name="无人公司")
    gone = engage(ours["ADM"], name="已终止公司")
    acting = viewer(ours["ADM"])
    with tenant_scope(acting.owners):
        end_engagement(viewer=acting, party_id=gone.id, reason="终止")
    assert skipped(manager) == {
        "晨星电子有限公司": "",
        "蓝海精密制造有限公司": "",
        "无人公司": "没有可接收邮件的审核协调员",
        "已终止公司": "合作关系已终止或尚未生效",
    }
    assert list(skipped(manager, schemes=["EMS"])) == ["蓝海精密制造有限公司"]
    assert list(skipped(manager, with_open_case=True)) == ["蓝海精密制造有限公司"]
    assert list(skipped(manager, search="晨星")) == ["晨星电子有限公司"]
    assert skipped(manager, without=[str(second.tenant.id)])["晨星电子有限公司"] == "已手工去除"


def test_every_client_gets_one_survey_and_one_letter_in_its_language(
    manager: Client, ours: Seats, second: Seat, run_jobs: RunJobs
) -> None:
    """S02: sent by jobs; the campaign counts how far it has come."""
    with tenant_scope([second.tenant.id]):
        type(second.person).objects.filter(id=second.person.id).update(language="en")
    campaign = started(manager, run_jobs, message="请如实填写")
    assert {name: campaign[name] for name in ("state", "recipients", "asked", "outstanding")} == {
        "state": "running",
        "recipients": 2,
        "asked": 2,
        "outstanding": 2,
    }
    sent = Letter.objects.filter(template="programme.survey_sent")
    assert dict(sent.values_list("to", "language")) == {
        ours["CC"].person.email: "zh-hans",
        second.person.email: "en",
    }
    again = post(manager, f"/{campaign['id']}/start", version=campaign["version"]).json()
    assert again["code"] == "campaign_state"


def test_nobody_to_ask_or_a_past_due_date_starts_nothing(manager: Client) -> None:
    nobody = post(manager, "", title="无人", chosen={"search": "查无此客户"}).json()
    refusal = post(manager, f"/{nobody['id']}/start", version=1).json()
    assert refusal["code"] == "campaign_empty"
    late = post(manager, "", title="过期", due_on=day(0).isoformat()).json()
    assert list(late["fields"]) == ["due_on"]


def test_a_client_with_a_survey_waiting_is_not_asked_twice(
    manager: Client, run_jobs: RunJobs
) -> None:
    started(manager, run_jobs)
    assert skipped(manager) == {"蓝海精密制造有限公司": "还有一份未答复的调查"}


def test_reminders_go_out_by_the_calendar_and_stop_with_the_answer(
    manager: Client, ours: Seats, second: Seat, run_jobs: RunJobs
) -> None:
    """S02: three days before, one and seven days after; once a day; never after the answer."""
    campaign = started(manager, run_jobs)
    hand_in(viewer(ours["CC"]), survey_of_client(campaign, ours["CC"]), complete("all"))
    for ahead, letters in ((10, 0), (11, 1), (12, 1), (15, 2), (16, 2), (30, 3), (60, 3)):
        with clock.moved_to(clock.now() + timedelta(days=ahead)):
            arrange_reminders.func()
            run_jobs()
        assert len(reminders()) == letters, ahead
    assert set(reminders()) == {second.person.email}


def test_whoever_has_not_answered_can_be_reminded_again_once_a_day(
    manager: Client, ours: Seats, second: Seat, run_jobs: RunJobs
) -> None:
    campaign = started(manager, run_jobs)
    hand_in(viewer(ours["CC"]), survey_of_client(campaign, ours["CC"]), complete("all"))
    for _ in range(2):
        assert post(manager, f"/{campaign['id']}/remind").status_code == 200
        run_jobs()
    assert reminders() == [second.person.email]


def test_a_client_that_left_meanwhile_is_not_reminded(
    manager: Client, ours: Seats, run_jobs: RunJobs
) -> None:
    campaign = started(manager, run_jobs)
    acting = viewer(ours["ADM"])
    with tenant_scope(acting.owners):
        end_engagement(viewer=acting, party_id=ours["CC"].tenant.id, reason="终止")
    post(manager, f"/{campaign['id']}/remind")
    run_jobs()
    assert reminders() == []


def test_a_closed_campaign_closes_what_is_unanswered_and_keeps_the_answers(
    manager: Client, ours: Seats, second: Seat, run_jobs: RunJobs
) -> None:
    campaign = started(manager, run_jobs)
    hand_in(viewer(ours["CC"]), survey_of_client(campaign, ours["CC"]), complete("all"))
    post(manager, f"/{campaign['id']}/close", version=campaign["version"], reason="统计完毕")
    run_jobs()
    row = shown(manager, campaign)
    assert (row["state"], row["answered"], row["closed"]) == ("closed", 1, 1)
    survey = survey_of_client(campaign, second)
    body = {"version": survey.version, "answers": {}}
    refusal = signed_in(second).patch(
        f"/api/programme/surveys/{survey.id}", body, content_type="application/json"
    )
    assert refusal.json()["code"] == "survey_state"


def test_all_answers_are_one_workbook_with_one_row_for_each_client(
    manager: Client, ours: Seats, second: Seat, run_jobs: RunJobs
) -> None:
    """S02."""
    campaign = started(manager, run_jobs)
    hand_in(viewer(ours["CC"]), survey_of_client(campaign, ours["CC"]), complete("all"))
    query = {"campaign_id": campaign["id"], "format": "xlsx", "sort": "client"}
    book = load_workbook(BytesIO(manager.get("/api/programme/surveys", query).content))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    told = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert set(told) == {"蓝海精密制造有限公司", "晨星电子有限公司"}
    answered = told["蓝海精密制造有限公司"]
    assert answered["远程审核意愿"] == "愿意接受远程审核"
    assert answered["D1 可联网、带摄像头的电脑"] == "蓝海精密制造有限公司 1"
    assert not told["晨星电子有限公司"]["远程审核意愿"]


def test_a_client_sees_its_own_survey_of_a_campaign_and_nobody_elses(
    manager: Client, ours: Seats, theirs: Seats, second: Seat, run_jobs: RunJobs
) -> None:
    campaign = started(manager, run_jobs)
    browser = signed_in(second)
    listed = browser.get("/api/programme/surveys", {"campaign_id": campaign["id"]}).json()
    assert [row["client"] for row in listed["items"]] == ["晨星电子有限公司"]
    assert shown(browser, campaign)["recipients"] == 1
    other = survey_of_client(campaign, ours["CC"])
    assert browser.get(f"/api/programme/surveys/{other.id}").status_code == 404
    assert signed_in(theirs["PM"]).get(f"{CAMPAIGNS}/{campaign['id']}").status_code == 404


def test_an_answer_to_a_campaign_stands_for_an_audit_for_half_a_year(
    manager: Client, ours: Seats, case: AuditCase, run_jobs: RunJobs
) -> None:
    campaign = started(manager, run_jobs)
    acting, client = viewer(ours["PM"]), viewer(ours["CC"])
    survey = survey_of_client(campaign, ours["CC"])
    hand_in(client, survey, complete("all"))

    def standing(ahead: int) -> UUID | None:
        with clock.moved_to(clock.now() + timedelta(days=ahead)), tenant_scope(acting.owners):
            latest = latest_answers(acting, case)
        return latest.survey_id if latest else None

    assert standing(179) == survey.id
    assert standing(181) is None
    with tenant_scope(acting.owners):
        own = asked(acting, case)
        assert survey_of(acting, own.id).state == "sent"
    assert standing(0) == survey.id
    hand_in(client, own, complete("all"))
    assert standing(0) == own.id


@pytest.mark.parametrize(
    ("ahead", "used", "due"),
    [(-4, [], []), (-3, [], [-3]), (0, [-3], []), (1, [-3], [1]), (9, [], [-3, 1, 7])],
)
def test_a_reminder_is_due_from_its_day_until_it_is_used(
    ahead: int, used: list[int], due: list[int]
) -> None:
    assert due_reminders(day(0), [7, -3, 1], used, day(ahead)) == due
