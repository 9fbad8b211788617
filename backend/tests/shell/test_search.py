"""One box finds in every stage that registered a source."""

from collections.abc import Iterable

import pytest

from mingjian.identity.tests.factories import found, signed_in
from mingjian.kit.access import Viewer
from mingjian.kit.search import Hit, search_sources
from mingjian.kit.words import Words

pytestmark = pytest.mark.django_db


class Shelf:
    """A source that finds its books by a part of their title."""

    kind = "books"
    title = Words("书", "Books")

    def search(self, viewer: Viewer, text: str, limit: int) -> Iterable[Hit]:
        titles = [f"内部审核 {number}" for number in range(20)]
        matching = [title for title in titles if text in title][:limit]
        return [Hit(key=title, title=title, subtitle="", href="/books") for title in matching]


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_sources, "_adapters", [Shelf()])


def test_hits_come_by_kind_and_never_too_many() -> None:
    [books] = signed_in(found(), language="en").get("/api/search", {"q": "审核"}).json()
    assert books["title"] == "Books"
    assert len(books["hits"]) == 6


def test_a_kind_without_hits_is_left_out() -> None:
    assert signed_in(found()).get("/api/search", {"q": "质量"}).json() == []


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": "长" * 101}])
def test_an_empty_or_endless_question_is_refused_in_words(query: dict[str, str]) -> None:
    answer = signed_in(found()).get("/api/search", query)
    assert answer.status_code == 422
    assert answer.json()["fields"]["q"]
