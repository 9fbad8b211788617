"""S23: tools are scored with evidence, and a case uses the client's own first, if safe enough."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, found, seat, signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.rules.days import months_after
from mingjian.programme.rules.tools import Candidate, ToolRules, advise
from mingjian.programme.tests.factories import join, running_programme, surveillance

pytestmark = pytest.mark.django_db

TOOLS, CASES = "/api/programme/tools", "/api/programme/cases"
GOOD: dict[str, Any] = {"convenience": 4, "ease": 4, "cost": 3, "security": 5}
ON = date(2026, 11, 25)


def candidate(name: str, security: int | None, total: str, *, own: bool = False) -> Candidate:
    return Candidate(
        id=uuid7(),
        name=name,
        is_clients=own,
        security=security,
        total=Decimal(total) if security else None,
        review_by=date(2027, 1, 1) if security else None,
    )


@pytest.mark.parametrize(
    ("given_tools", "expected"),
    [
        ([("明鉴", 5, "4.80", False), ("客户会议", 3, "3.10", True)], ["客户会议", "明鉴"]),
        ([("明鉴", 5, "4.80", False), ("客户会议", 2, "4.90", True)], ["明鉴", "客户会议"]),
        ([("甲", 4, "4.10", False), ("乙", 4, "4.20", False)], ["乙", "甲"]),
        ([("未评", None, "0", True), ("乙", 3, "3.00", False)], ["乙", "未评"]),
    ],
)
def test_the_clients_own_tool_comes_first_unless_it_falls_below_the_floor(
    given_tools: list[tuple[str, int | None, str, bool]], expected: list[str]
) -> None:
    found_ = advise([candidate(n, s, t, own=o) for n, s, t, o in given_tools], 3, ON)
    assert [each.candidate.name for each in found_] == expected


def test_advice_says_why_in_words() -> None:
    safe, unsafe = advise(
        [candidate("明鉴", 5, "4.80"), candidate("微聊", 2, "4.00", own=True)], 3, ON
    )
    assert "没有可用的客户自有工具" in safe.words.zh
    assert unsafe.words.zh == "安全性 2 分，低于下限 3 分，不得使用。"
    assert (safe.is_first, unsafe.is_usable) == (True, False)


scores = st.integers(1, 5)


@given(scores, scores, scores, scores, st.lists(st.integers(1, 100), min_size=4, max_size=4))
def test_the_overall_score_lies_between_the_worst_and_the_best(
    one: int, two: int, three: int, four: int, weights: list[int]
) -> None:
    names = ("convenience", "ease", "cost", "security")
    rules = ToolRules(dict(zip(names, weights, strict=True)), 3, 12, "")
    total = rules.total(dict(zip(names, (one, two, three, four), strict=True)))
    assert min(one, two, three, four) <= total <= max(one, two, three, four)


class Desk:
    """A manager, a lead auditor, and a remote audit of a client."""

    def __init__(self) -> None:
        self.founder = found()
        self.manager = seat(self.founder, "PM")
        self.lead = seat(self.founder, "LA")
        self.client = engage(self.founder)
        acting = viewer(self.manager)
        with tenant_scope(acting.owners):
            programme = running_programme(acting, self.client.id)
            self.case = surveillance(acting, programme, mode="remote")
            join(acting, self.case, self.lead.person.id, "LA")

    def browser(self, who: Seat | None = None) -> Client:
        return signed_in(who or self.manager)

    def tool(self, name: str, *, own: bool = False, **scored: Any) -> Any:
        given_ = {"name": name, "client_id": str(self.client.id) if own else None}
        row = post(self.browser(), TOOLS, **given_).json()
        return assess(self.browser(), row, **GOOD | scored).json() if scored else row

    def choose(self, tool: dict[str, Any], **values: Any) -> Any:
        path = f"{CASES}/{self.case.id}/tools"
        return post(self.browser(self.lead), path, tool_id=tool["id"], **values)

    def fact(self) -> dict[str, Any]:
        facts = self.browser().get(f"{CASES}/{self.case.id}").json()["facts"]
        return next(fact for fact in facts if fact["key"] == "tool.chosen")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def post(browser: Client, path: str, **values: Any) -> Any:
    return browser.post(path, values, content_type="application/json")


def assess(browser: Client, row: dict[str, Any], **scored: int) -> Any:
    given_ = {each: {"score": score, "evidence": "试会记录"} for each, score in scored.items()}
    return post(browser, f"{TOOLS}/{row['id']}/assessments", scores=given_)


def test_scores_are_weighted_and_kept_with_their_evidence(desk: Desk) -> None:
    row = desk.tool("明鉴会议室", **GOOD)
    assert row["newest"]["total"] == 4.2
    assert row["newest"]["scores"][3] == {
        "aspect": "security",
        "weight": 35,
        "score": 5,
        "evidence": "试会记录",
    }
    today = clock.today("Asia/Shanghai")
    assert row["newest"]["review_by"] == months_after(today, 12).isoformat()
    assert (row["newest"]["cause"], row["is_usable"]) == ("first", True)


def test_a_score_without_evidence_or_out_of_range_is_refused(desk: Desk) -> None:
    row = desk.tool("会议")
    for score in ({"score": 6, "evidence": "x"}, {"score": 3, "evidence": ""}):
        scored = dict.fromkeys(GOOD, score)
        answer = post(desk.browser(), f"{TOOLS}/{row['id']}/assessments", scores=scored)
        assert answer.status_code == 422


def test_history_stays_and_the_newest_counts(desk: Desk) -> None:
    row = desk.tool("会议", security=4)
    row = assess(desk.browser(), row, **GOOD | {"security": 1}).json()
    assert [each["cause"] for each in row["assessments"]] == ["yearly", "first"]
    assert row["is_usable"] is False


def test_after_an_incident_the_assessment_is_due_until_it_is_repeated(desk: Desk) -> None:
    row = desk.tool("会议", security=4)
    row = post(desk.browser(), f"{TOOLS}/{row['id']}/incident", reason="会议链接外泄").json()
    assert row["is_overdue"] is True
    assert [item["subject"] for item in work(desk)] == ["会议"]
    row = assess(desk.browser(), row, **GOOD).json()
    assert (row["is_overdue"], row["newest"]["cause"], row["incident"]) == (False, "incident", "")
    assert work(desk) == []


def work(desk: Desk) -> list[dict[str, Any]]:
    items = desk.browser().get("/api/work").json()
    return [item for item in items if item["key"].startswith("tool:")]


def test_a_remote_audit_waits_for_its_tool(desk: Desk) -> None:
    assert (desk.fact()["is_met"], desk.fact()["gate"]) == (False, "plan_issued")
    own = desk.tool("客户会议", own=True, security=3)
    desk.tool("明鉴会议室", **GOOD)
    chosen = desk.choose(own).json()["chosen"][0]
    assert chosen["name"] == "客户会议"
    assert "客户自有" in chosen["advice"]
    assert desk.fact()["is_met"] is True


def test_another_tool_than_the_advised_one_needs_a_reason(desk: Desk) -> None:
    desk.tool("客户会议", own=True, security=3)
    body = desk.tool("明鉴会议室", **GOOD)
    refused = desk.choose(body)
    assert (refused.status_code, refused.json()["code"]) == (422, "tool_reason")
    assert "客户会议" in refused.json()["message"]
    assert desk.choose(body, reason="客户工具不能共享屏幕").status_code == 200


def test_a_tool_below_the_floor_is_not_used_whatever_the_reason(desk: Desk) -> None:
    unsafe = desk.tool("群聊", own=True, security=2)
    answer = desk.choose(unsafe, reason="客户坚持")
    assert (answer.status_code, answer.json()["code"]) == (409, "tool_not_safe")
    unknown = desk.tool("未评价")
    assert desk.choose(unknown, reason="急用").json()["code"] == "tool_not_assessed"


def test_another_clients_tool_is_not_for_this_audit(desk: Desk) -> None:
    other = engage(desk.founder, name="宏泰电子")
    row = post(desk.browser(), TOOLS, name="宏泰会议", client_id=str(other.id)).json()
    assess(desk.browser(), row, **GOOD)
    assert desk.choose(row, reason="试用").json()["code"] == "tool_of_another_client"


def test_a_client_sees_its_own_tools_only(desk: Desk) -> None:
    desk.tool("客户会议", own=True, security=3)
    desk.tool("明鉴会议室", **GOOD)
    coordinator = desk.browser(seat(desk.founder, "CC", tenant=desk.client))
    found_ = coordinator.get(TOOLS).json()["items"]
    assert [each["name"] for each in found_] == ["客户会议"]


def test_what_is_known_of_a_tool_is_put_right_and_who_saves_second_is_told(desk: Desk) -> None:
    row = desk.tool("会议", **GOOD)
    given_ = {"version": row["version"], "name": "云会议", "vendor": "云视", "kind": "transfer"}
    saved = patch(desk.browser(), row, **given_)
    assert [saved.json()[each] for each in ("name", "vendor", "kind")] == [
        "云会议",
        "云视",
        "transfer",
    ]
    assert saved.json()["newest"]["total"] == row["newest"]["total"]
    late = patch(desk.browser(), row, version=row["version"], name="会议 2")
    assert (late.status_code, late.json()["code"]) == (409, "stale")


def test_a_tool_that_audits_have_chosen_keeps_its_purpose(desk: Desk) -> None:
    row = desk.tool("会议", **GOOD)
    assert desk.choose(row).status_code == 200
    refused = patch(desk.browser(), row, version=row["version"], kind="chat")
    assert (refused.status_code, refused.json()["code"]) == (409, "tool_purpose")
    assert patch(desk.browser(), row, version=row["version"], note="内网版").status_code == 200


def patch(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    return browser.patch(f"{TOOLS}/{row['id']}", values, content_type="application/json")


def test_a_name_is_taken_once(desk: Desk) -> None:
    desk.tool("会议")
    assert post(desk.browser(), TOOLS, name="会议").json()["code"] == "tool_name_taken"


def test_the_catalogue_leaves_as_a_workbook(desk: Desk) -> None:
    desk.tool("会议", **GOOD)
    answer = desk.browser().get(TOOLS, {"format": "xlsx"})
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
