"""The journal names people and organisations, not ids."""

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, seat, signed_in

pytestmark = pytest.mark.django_db

JOURNAL = "/api/journal/entries"


def test_the_body_reads_who_did_what_to_whom_by_name(ours: Seat, admin: Client) -> None:
    seat(ours, "LA", name="李晓梅")
    items = admin.get(JOURNAL).json()["items"]
    assert {item["actor_name"] for item in items} <= {"沈知远", "系统"}
    assert {item["object_name"] for item in items} == {"李晓梅", "沈知远", "华鉴认证有限公司"}


def test_a_client_reads_the_names_of_the_body_that_engages_it(ours: Seat) -> None:
    party = engage(ours, name="蓝海精密制造有限公司")
    coordinator = signed_in(seat(ours, "CC", tenant=party, name="赵启明"))
    items = coordinator.get(JOURNAL).json()["items"]
    assert items
    assert {item["actor_name"] for item in items} == {"沈知远"}
    assert {"赵启明", "蓝海精密制造有限公司"} <= {item["object_name"] for item in items}


def test_a_stranger_learns_no_name(ours: Seat, theirs: Seat) -> None:
    seat(ours, "LA", name="李晓梅")
    items = signed_in(theirs).get(JOURNAL).json()["items"]
    assert "李晓梅" not in {item["object_name"] for item in items}


def test_the_journal_is_found_by_the_names_in_it(ours: Seat, theirs: Seat, admin: Client) -> None:
    seat(ours, "LA", name="李晓梅")
    assert admin.get(JOURNAL, {"search": "晓梅"}).json()["total"]
    groups = {group["kind"]: group for group in admin.get("/api/search", {"q": "晓梅"}).json()}
    assert "李晓梅" in groups["journal"]["hits"][0]["title"]
    stranger = signed_in(theirs)
    assert stranger.get(JOURNAL, {"search": "晓梅"}).json()["total"] == 0
    assert stranger.get("/api/search", {"q": "晓梅"}).json() == []


def test_who_may_not_read_the_journal_finds_nothing_in_it(ours: Seat) -> None:
    reviewer = signed_in(seat(ours, "REV", name="李晓梅"))
    found = reviewer.get("/api/search", {"q": "晓梅"}).json()
    assert "journal" not in {group["kind"] for group in found}
