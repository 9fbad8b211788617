"""A plan that passes every check, item by item, as the editor sends it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.test import Client

from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact
from mingjian.programme.facts.basics import basics
from mingjian.programme.facts.plan import plan
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_of
from mingjian.programme.services.tools import add_tool, assess_tool

CASES = "/api/programme/cases"


class PlanFacts:
    """Only what plans and dates contribute: other themes have gates and tests of their own."""

    def facts(self, viewer: Viewer, case_id: UUID) -> Iterator[CaseFact]:
        case = case_of(viewer, case_id)
        yield from basics(viewer, case)
        yield from plan(viewer, case)


def clauses(scheme: str, *codes: str) -> list[dict[str, str]]:
    return [{"scheme": scheme, "clause": code} for code in codes]


def item(
    title: str, start: str, end: str, members: list[str], kind: str = "work", **more: Any
) -> dict[str, Any]:
    """``start`` and ``end`` such as ``23T09:30``, of November 2026 in Shanghai."""
    given = {
        "title": title,
        "kind": kind,
        "local_start": f"2026-11-{start}",
        "local_end": f"2026-11-{end}",
        "members": members,
        "is_remote": kind in {"work", "opening", "closing"},
    }
    if kind == "work":
        given |= {"method": "interview", "scene": "office"}
    return given | more


def sound_items(lead: str, other: str, tool: str) -> list[dict[str, Any]]:
    """A remote surveillance of QMS (the lead auditor) and EMS (the auditor) in two days."""
    both = [lead, other]
    qms = clauses("QMS", "6.2", "8.5", "9.1.2")
    rest = clauses("QMS", "9.2", "9.3", "10.2", "10.3", "mark")
    ems = clauses("EMS", "6.1.2", "6.1.3", "6.2", "8.1", "8.2")
    ems_rest = clauses("EMS", "9.1.2", "9.2", "9.3", "10.2", "mark")
    items = [
        item("沟通工具和证据", "20T15:00", "20T16:00", [lead], "client_talk"),
        item("首次会议", "23T09:00", "23T09:30", both, "opening"),
        item("生产", "23T09:30", "23T11:00", [lead], clauses=qms),
        item("环境因素", "23T09:30", "23T11:00", [other], clauses=ems),
        item("屏幕休息", "23T11:00", "23T11:15", both, "break"),
        item("体系运行", "23T11:15", "23T12:00", [lead], clauses=rest),
        item("合规", "23T11:15", "23T12:00", [other], clauses=ems_rest),
        item("末次会议", "24T09:00", "24T09:30", both, "closing"),
    ]
    return [each | ({"ict_tool": tool} if each["is_remote"] else {}) for each in items]


def meeting_tool(acting: Viewer, name: str, **scored: int) -> str:
    """A tool of the catalogue for calls; with ``security`` scored as that."""
    tool = add_tool(viewer=acting, values={"name": name})
    scores = {"convenience": 4, "ease": 4, "cost": 3, "security": 5} | scored
    given = {each: {"score": score, "evidence": "试会记录"} for each, score in scores.items()}
    assess_tool(viewer=acting, tool_id=tool.id, scores=given)
    return str(tool.id)


def chosen_tool(case: AuditCase) -> str:
    """The tool of the audit's calls."""
    return str(case.tools.get(kind="meeting").tool_id)


def post(browser: Client, case: AuditCase, path: str, **body: Any) -> Any:
    return browser.post(f"{CASES}/{case.id}/plan{path}", body, content_type="application/json")


def board(browser: Client, case: AuditCase, **query: Any) -> dict[str, Any]:
    answer = browser.get(f"{CASES}/{case.id}/plan", query)
    assert answer.status_code == 200, answer.content
    shown: dict[str, Any] = answer.json()
    return shown


def add(browser: Client, case: AuditCase, **values: Any) -> dict[str, Any]:
    answer = post(browser, case, "/items", **values)
    assert answer.status_code == 201, answer.content
    added: dict[str, Any] = answer.json()
    return added


def change(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    body = {"version": row["version"], **values}
    url = f"{CASES}/plan/items/{row['id']}"
    return browser.patch(url, body, content_type="application/json")


def titled(shown: dict[str, Any], title: str) -> dict[str, Any]:
    return next(each for each in shown["plan"]["items"] if each["title"] == title)


def keys(shown: dict[str, Any]) -> set[str]:
    """Which checks fail and no reason has lifted."""
    return {each["check"] for each in shown["plan"]["findings"] if not each["reason"]}
