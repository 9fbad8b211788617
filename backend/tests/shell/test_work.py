"""What waits for somebody comes from every stage and is listed by due date."""

from collections.abc import Iterable
from datetime import date

import pytest

from mingjian.identity.tests.factories import found, signed_in
from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem, work_sources

pytestmark = pytest.mark.django_db


class Waiting:
    """A source with three things to do, for administrators only."""

    def items(self, viewer: Viewer) -> Iterable[WorkItem]:
        days = None, date(2026, 11, 26), date(2026, 11, 24)
        return [_item(day) for day in days] if viewer.role == "ADM" else []


def _item(due: date | None) -> WorkItem:
    return WorkItem(
        key=f"report:{due}",
        title=Words("签发审核报告", "Issue the audit report"),
        verb=Words("去签发", "Issue"),
        href="/audits",
        due=due,
    )


@pytest.fixture(autouse=True)
def waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_sources, "_adapters", [Waiting()])


def test_the_earliest_due_date_comes_first_and_none_comes_last() -> None:
    items = signed_in(found()).get("/api/work").json()
    assert [item["due"] for item in items] == ["2026-11-24", "2026-11-26", None]


@pytest.mark.parametrize(("language", "verb"), [("zh-hans", "去签发"), ("en", "Issue")])
def test_a_row_says_what_to_do_in_the_readers_language(language: str, verb: str) -> None:
    items = signed_in(found(), language=language).get("/api/work").json()
    assert {item["verb"] for item in items} == {verb}
