"""People and organisations are found from one box; what runs out comes up as work."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.rules import initials_of
from mingjian.identity.tests.factories import engage, seat, signed_in
from mingjian.kit import clock

pytestmark = pytest.mark.django_db

SORTS = {"membership", "engagement", "invitation"}


def groups_found(browser: Client, text: str) -> list[dict[str, Any]]:
    """Identity's groups of hits; other stages find the same names in what they hold."""
    groups = browser.get("/api/search", {"q": text}).json()
    return [group for group in groups if group["kind"] in {"people", "organisations"}]


def hits(browser: Client, text: str) -> dict[str, list[str]]:
    found = groups_found(browser, text)
    return {group["kind"]: [hit["title"] for hit in group["hits"]] for group in found}


def work(browser: Client) -> dict[str, dict[str, Any]]:
    """What of identity's waits, by the sort of thing."""
    items = {item["key"].split(":")[0]: item for item in browser.get("/api/work").json()}
    return {sort: items[sort] for sort in SORTS & items.keys()}


def day(ahead: int) -> date:
    return clock.today("Asia/Shanghai") + timedelta(days=ahead)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("沈知远", "szy"),
        ("蓝海精密", "lhjm"),
        ("阿座", "az"),
        ("曦", ""),  # a rare character has no place in the order of the common ones
        ("𠮷野", "y"),
        ("Nordlicht GmbH", ""),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_pinyin(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize("text", ["知远", "szy", "SZY", "admin"])
def test_a_person_is_found_by_part_of_the_name_the_initials_or_the_address(
    admin: Client, text: str
) -> None:
    assert hits(admin, text) == {"people": ["沈知远"]}


def test_organisations_and_their_people_are_found_together(admin: Client, ours: Seat) -> None:
    client = engage(ours, name="蓝海精密制造有限公司")
    seat(ours, "CC", tenant=client, name="蓝以宁")
    assert hits(admin, "蓝") == {
        "people": ["蓝以宁"],
        "organisations": ["蓝海精密制造有限公司"],
    }
    assert hits(admin, "lhjm") == {"organisations": ["蓝海精密制造有限公司"]}


def test_a_hit_says_what_it_is_in_the_readers_language(ours: Seat) -> None:
    engage(ours, name="蓝海精密制造有限公司")
    seat(ours, "LA", name="蓝心")
    people, organisations = groups_found(signed_in(ours, language="en"), "蓝")
    assert people["title"] == "People"
    assert people["hits"][0]["subtitle"].endswith("Lead auditor")
    assert organisations["hits"][0]["subtitle"] == "Client"


def test_a_new_name_has_new_initials(admin: Client, ours: Seat) -> None:
    body = {"version": 1, "name": "白露"}
    admin.patch(f"/api/identity/people/{ours.person.id}", body, content_type="application/json")
    assert hits(admin, "bl") == {"people": ["白露"]}
    assert hits(admin, "szy") == {}


def test_another_bodys_people_and_clients_are_not_found(admin: Client, theirs: Seat) -> None:
    engage(theirs, name="青禾食品有限公司")
    seat(theirs, "AU", name="苏晚晴")
    assert hits(admin, "青禾") == hits(admin, "苏晚晴") == {}


def test_everybody_finds_only_what_their_role_may_read(ours: Seat) -> None:
    client = engage(ours, name="蓝海精密制造有限公司")
    auditor = signed_in(seat(ours, "AU"))
    assert hits(auditor, "沈知远") == {}
    assert hits(auditor, "蓝海") == {"organisations": ["蓝海精密制造有限公司"]}
    coordinator = signed_in(seat(ours, "CC", tenant=client, name="蓝以宁"))
    engage(ours, name="蓝天纺织有限公司")
    assert hits(coordinator, "蓝") == {
        "people": ["蓝以宁"],
        "organisations": ["蓝海精密制造有限公司"],
    }


def test_a_role_that_ends_within_a_fortnight_comes_up(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU", name="顾言")
    url = f"/api/identity/people/{auditor.person.id}/memberships"
    body = {"role": "LA", "valid_to": day(14).isoformat()}
    assert admin.post(url, body, content_type="application/json").status_code == 201
    item = work(admin)["membership"]
    assert (item["subject"], item["due"]) == ("顾言", day(14).isoformat())
    assert item["href"] == f"/people/{auditor.person.id}"
    assert "审核组长" in item["title"]


def test_a_role_that_lasts_longer_or_has_ended_does_not(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU")
    url = f"/api/identity/people/{auditor.person.id}/memberships"
    for role, first, last in [("LA", day(0), day(15)), ("TE", day(-9), day(-1))]:
        body = {"role": role, "valid_from": first.isoformat(), "valid_to": last.isoformat()}
        admin.post(url, body, content_type="application/json")
    assert "membership" not in work(admin)


def test_an_engagement_that_ends_soon_comes_up_for_renewal(admin: Client, ours: Seat) -> None:
    client = engage(ours, name="蓝海精密制造有限公司")
    url = f"/api/identity/organisations/{client.id}/renew"
    body = {"valid_from": day(-300).isoformat(), "valid_to": day(3).isoformat()}
    admin.post(url, body, content_type="application/json")
    item = work(admin)["engagement"]
    assert (item["subject"], item["due"]) == ("蓝海精密制造有限公司", day(3).isoformat())
    assert "engagement" not in work(signed_in(seat(ours, "AU")))


def test_an_invitation_nobody_opened_comes_up_until_it_is_sent_again(
    admin: Client, ours: Seat
) -> None:
    body = {"name": "迟到者", "email": "late@body.example"}
    person = admin.post("/api/identity/people", body, content_type="application/json").json()
    invitation = {"person_id": person["id"]}
    sent = admin.post("/api/identity/invitations", invitation, content_type="application/json")
    assert "invitation" not in work(admin)
    with clock.moved_to(clock.now() + timedelta(days=60)):
        browser = signed_in(ours)
        assert work(browser)["invitation"]["subject"] == "迟到者"
        url = f"/api/identity/invitations/{sent.json()['id']}/resend"
        browser.post(url, {}, content_type="application/json")
        assert "invitation" not in work(browser)


def test_nobody_elses_work_waits_for_an_auditor_or_a_client(ours: Seat) -> None:
    client = engage(ours)
    for who in (seat(ours, "AU"), seat(ours, "CC", tenant=client)):
        assert work(signed_in(who)) == {}
