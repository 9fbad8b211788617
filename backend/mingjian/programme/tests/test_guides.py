"""S01: guides and questions, published by the body, read by those they are for."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, found, seat, signed_in
from mingjian.programme.queries.guides import shipped_guides
from mingjian.programme.rules.guides import differences

pytestmark = pytest.mark.django_db

GUIDES = "/api/programme/guides"
TEXT = {
    "title_zh": "耳机",
    "title_en": "Headsets",
    "text_zh": "戴上降噪耳机。\n先试音。",
    "text_en": "Put it on.\nTry the sound.",
}


class Desk:
    def __init__(self) -> None:
        self.founder = found()
        self.manager = seat(self.founder, "PM")
        self.auditor = seat(self.founder, "AU")
        self.client = engage(self.founder)
        self.coordinator = seat(self.founder, "CC", tenant=self.client)

    def browser(self, who: Seat | None = None, language: str = "zh-hans") -> Client:
        return signed_in(who or self.manager, language=language)

    def page(self, **values: Any) -> dict[str, Any]:
        given = {"code": "headset", **TEXT, **values}
        return send(self.browser().post, GUIDES, **given).json()  # type: ignore[no-any-return]

    def publish(self, row: dict[str, Any]) -> Any:
        path = f"{GUIDES}/{row['id']}/publish"
        return send(self.browser().post, path, version=row["draft"]["version"])

    def titles(self, who: Seat, **query: Any) -> list[str]:
        items = self.browser(who).get(GUIDES, {"size": 200, **query}).json()["items"]
        return [each["published"]["title_zh"] for each in items if each["published"]]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def send(method: Any, path: str, **values: Any) -> Any:
    return method(path, values, content_type="application/json")


def test_readers_see_a_page_only_once_it_is_published(desk: Desk) -> None:
    row = desk.page()
    assert desk.titles(desk.auditor) == []
    assert desk.browser(desk.auditor).get(f"{GUIDES}/{row['id']}").status_code == 404
    assert desk.publish(row).status_code == 200
    assert desk.titles(desk.auditor) == ["耳机"]
    assert desk.titles(desk.coordinator) == ["耳机"]


def test_a_new_version_waits_beside_the_published_one_and_shows_what_changed(desk: Desk) -> None:
    row = desk.publish(desk.page()).json()
    path = f"{GUIDES}/{row['id']}"
    new = TEXT | {"text_zh": "戴上降噪耳机。\n先试音，再试网络。"}
    row = send(desk.browser().put, f"{path}/draft", **new).json()
    assert row["published"]["text_zh"] == TEXT["text_zh"]
    changes = desk.browser().get(f"{path}/versions/2/changes").json()["changes"]
    assert [(each["kind"], each["text"]) for each in changes] == [
        ("same", "戴上降噪耳机。"),
        ("gone", "先试音。"),
        ("new", "先试音，再试网络。"),
    ]
    row = desk.publish(row).json()
    assert [each["state"] for each in row["versions"]] == ["published", "superseded"]


def test_clients_do_not_read_what_is_for_auditors(desk: Desk) -> None:
    desk.publish(desk.page(audience="auditor"))
    assert desk.titles(desk.auditor) == ["耳机"]
    assert desk.titles(desk.coordinator) == []
    groups = desk.browser(desk.coordinator).get("/api/search", {"q": "降噪"}).json()
    assert groups == []


def test_only_editors_write(desk: Desk) -> None:
    row = desk.publish(desk.page()).json()
    answer = send(desk.browser(desk.auditor).put, f"{GUIDES}/{row['id']}/draft", **TEXT)
    assert answer.status_code == 403


def test_publishing_needs_both_languages(desk: Desk) -> None:
    row = desk.page(text_en="")
    assert desk.publish(row).json()["code"] == "guide_not_complete"


def test_who_saves_a_draft_second_is_told(desk: Desk) -> None:
    row = desk.page()
    path = f"{GUIDES}/{row['id']}/draft"
    assert send(desk.browser().put, path, version=1, **TEXT).status_code == 200
    assert send(desk.browser().put, path, version=1, **TEXT).json()["code"] == "stale"


def test_a_withdrawn_page_is_read_by_nobody(desk: Desk) -> None:
    row = desk.publish(desk.page()).json()
    send(desk.browser().patch, f"{GUIDES}/{row['id']}", version=row["version"], is_listed=False)
    assert desk.titles(desk.auditor) == []


def test_the_supplied_pages_are_taken_over_once_and_belong_to_the_body(desk: Desk) -> None:
    count = len(shipped_guides())
    assert send(desk.browser().post, f"{GUIDES}/supplied").json() == {"count": count}
    assert send(desk.browser().post, f"{GUIDES}/supplied").json() == {"count": 0}
    assert len(desk.titles(desk.auditor)) == count
    for_clients = desk.titles(desk.coordinator)
    assert "您的文件会怎样" in for_clients
    assert "由审核员抽样" not in for_clients


def test_the_supplied_pages_are_complete_in_both_languages() -> None:
    pages = [each for each in shipped_guides() if each.kind == "guide"]
    questions = [each for each in shipped_guides() if each.kind == "question"]
    assert len(pages) >= 10
    assert len(questions) >= 15
    for each in shipped_guides():
        assert all((each.title_zh, each.title_en, each.text_zh, each.text_en)), each.code
        assert "<" not in each.text_zh + each.text_en


def test_pages_are_found_in_the_search_box_in_the_readers_language(desk: Desk) -> None:
    send(desk.browser().post, f"{GUIDES}/supplied")
    groups = desk.browser(desk.auditor, language="en").get("/api/search", {"q": "bone conduction"})
    [group] = groups.json()
    assert group["title"] == "Guides"
    assert [hit["title"] for hit in group["hits"]] == [
        "Preparing the workshop, the phone and the headset"
    ]


def test_pages_of_one_scheme_and_of_all_are_found_together(desk: Desk) -> None:
    send(desk.browser().post, f"{GUIDES}/supplied")
    found_ = desk.titles(desk.auditor, scheme="EMS", kind="guide")
    assert "EMS 远程审核要点" in found_
    assert "QMS 远程审核要点" not in found_
    assert "应急阶梯" in found_


def test_lines_that_moved_are_shown_as_gone_and_new() -> None:
    assert [each.kind for each in differences("a\nb", "b\na")] == ["new", "same", "gone"]


def test_readers_and_order_change_at_once_and_who_saves_second_is_told(desk: Desk) -> None:
    row = desk.publish(desk.page()).json()
    desk.publish(desk.page(code="camera", title_zh="摄像头", position=900))
    path, given = f"{GUIDES}/{row['id']}", {"audience": "auditor", "schemes": ["QMS"]}
    saved = send(desk.browser().patch, path, version=row["version"], position=950, **given).json()
    assert (saved["audience"], saved["schemes"], saved["position"]) == ("auditor", ["QMS"], 950)
    assert desk.titles(desk.auditor) == ["摄像头", "耳机"]
    assert desk.titles(desk.coordinator) == ["摄像头"]
    late = send(desk.browser().patch, path, version=row["version"], position=1)
    assert (late.status_code, late.json()["code"]) == (409, "stale")
