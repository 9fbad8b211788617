"""Guests: in by one link, as one person, to one audit session, from one device."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache

from mingjian.identity.authority import SessionAuthority
from mingjian.identity.models import Tenant
from mingjian.identity.queries.seats import Seat
from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.signin.tests.traces import entries, last_letter, token_in
from mingjian.identity.tests.factories import engage, found, seat, signed_in
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7

pytestmark = pytest.mark.django_db
LINKS = "/api/identity/guest-links"
MEETING = uuid7()


@pytest.fixture
def host() -> Seat:
    cache.clear()
    return seat(found(), "LA")


@pytest.fixture
def client(host: Seat) -> Tenant:
    founder = Seat(host.membership, host.person, host.tenant)
    return engage(founder)


@pytest.fixture
def link(host: Seat, client: Tenant) -> dict[str, Any]:
    return invite(host, client)


def invite(
    host: Seat, client: Tenant, *, scope: UUID = MEETING, expires_at: datetime | None = None
) -> dict[str, Any]:
    answer = send(host, client, scope=scope, expires_at=expires_at)
    assert answer.status_code == 201, answer.content
    made: dict[str, Any] = answer.json()
    return made


def send(
    host: Seat, client: Tenant, *, scope: UUID = MEETING, expires_at: datetime | None = None
) -> Any:
    body = {
        "organisation_id": str(client.id),
        "name": "吴师傅",
        "email": "wu@client.example",
        "scope": str(scope),
        "expires_at": (expires_at or clock.now() + timedelta(hours=8)).isoformat(),
    }
    return signed_in(host).post(LINKS, body, content_type="application/json")


def open_link(link: dict[str, Any], browser: Browser | None = None) -> Any:
    return (browser or Browser()).post(f"{LINKS}/open", {"token": token_in(link["link"])})


def act(host: Seat, link: dict[str, Any], what: str) -> Any:
    return signed_in(host).post(f"{LINKS}/{link['id']}/{what}", {}, content_type="application/json")


def viewer_in(browser: Browser) -> Viewer | None:
    """Who the product takes that browser for."""
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user, request.session = AnonymousUser(), browser.client.session
    return SessionAuthority().viewer(request)


def test_the_link_lets_a_guest_in_without_an_account(
    host: Seat, client: Tenant, link: dict[str, Any]
) -> None:
    browser = Browser()
    assert viewer_in(browser) is None
    assert open_link(link, browser).status_code == 204
    guest = viewer_in(browser)
    assert guest is not None
    assert (guest.role, guest.scope, guest.tenant_id) == ("CG", str(MEETING), client.id)
    assert guest.owners == {client.id, host.tenant.id}
    assert [action for action, _ in entries(client.id, "guest.")] == [
        "guest.invited",
        "guest.arrived",
    ]
    assert entries(client.id, "guest.")[1][1] == f"person:{guest.person_id}"


def test_the_letter_carries_the_link(client: Tenant, link: dict[str, Any]) -> None:
    text = last_letter(client.id, "wu@client.example")
    assert link["link"] in text
    assert "吴师傅，您好" in text


def test_the_page_says_who_is_awaited_by_whom(client: Tenant, link: dict[str, Any]) -> None:
    seen = Browser().post(f"{LINKS}/look", {"token": token_in(link["link"])}).json()
    assert (seen["name"], seen["organisation"]) == ("吴师傅", client.name)


def test_looking_or_previewing_binds_no_device(link: dict[str, Any]) -> None:
    preview = Browser()
    preview.get("/guest")
    preview.post(f"{LINKS}/look", {"token": token_in(link["link"])})
    assert open_link(link).status_code == 204


def test_a_second_device_is_refused_in_words(link: dict[str, Any]) -> None:
    open_link(link)
    second = Browser()
    answer = open_link(link, second)
    assert (answer.status_code, answer.json()["code"]) == (409, "other_device")
    assert "另一台设备" in answer.json()["message"]
    assert viewer_in(second) is None


def test_the_same_device_may_open_the_link_again(link: dict[str, Any]) -> None:
    browser = Browser()
    open_link(link, browser)
    browser.sign_out()
    assert viewer_in(browser) is None
    assert open_link(link, browser).status_code == 204


def test_the_host_releases_the_device_and_the_old_one_is_out_at_once(
    host: Seat, client: Tenant, link: dict[str, Any]
) -> None:
    old, new = Browser(), Browser()
    open_link(link, old)
    assert act(host, link, "release").json()["state"] == "open"
    assert viewer_in(old) is None
    assert open_link(link, new).status_code == 204
    assert viewer_in(new) is not None
    assert open_link(link, old).json()["code"] == "other_device"
    assert ("guest.released", f"person:{host.person.id}") in entries(client.id, "guest.")


def test_a_revoked_guest_is_out_at_once(host: Seat, client: Tenant, link: dict[str, Any]) -> None:
    browser = Browser()
    open_link(link, browser)
    assert act(host, link, "revoke").json()["state"] == "revoked"
    assert viewer_in(browser) is None
    assert open_link(link, browser).json()["code"] == "link_revoked"
    assert entries(client.id, "membership.")[-1][0] == "membership.revoked"


def test_an_expired_link_opens_nothing_and_ends_the_visit(link: dict[str, Any]) -> None:
    browser = Browser()
    open_link(link, browser)
    with clock.moved_to(clock.now() + timedelta(hours=8, seconds=1)):
        assert viewer_in(browser) is None
        answer = open_link(link)
    assert (answer.status_code, answer.json()["code"]) == (410, "link_expired")


def test_inviting_the_same_guest_again_replaces_the_link(
    host: Seat, client: Tenant, link: dict[str, Any]
) -> None:
    again = invite(host, client)
    assert open_link(link).json()["code"] == "link_revoked"
    assert open_link(again).status_code == 204
    listed = signed_in(host).get(f"{LINKS}?scope={MEETING}").json()["items"]
    assert [(each["name"], each["state"]) for each in listed] == [
        ("吴师傅", "arrived"),
        ("吴师傅", "revoked"),
    ]


def test_two_meetings_need_two_links(host: Seat, client: Tenant, link: dict[str, Any]) -> None:
    other = invite(host, client, scope=uuid7())
    morning, afternoon = Browser(), Browser()
    open_link(link, morning)
    open_link(other, afternoon)
    scopes = {viewer.scope for b in (morning, afternoon) if (viewer := viewer_in(b))}
    assert len(scopes) == 2


def test_a_link_into_the_past_is_refused(host: Seat, client: Tenant) -> None:
    answer = send(host, client, expires_at=clock.now() - timedelta(minutes=1))
    assert (answer.status_code, answer.json()["code"]) == (422, "guest_link_past")
    assert "expires_at" in answer.json()["fields"]


def test_a_guest_belongs_to_an_auditee(host: Seat) -> None:
    answer = send(host, host.tenant)
    assert (answer.status_code, answer.json()["code"]) == (422, "not_a_client")


def test_a_bad_address_leaves_nothing_behind(host: Seat, client: Tenant) -> None:
    answer = signed_in(host).post(
        LINKS,
        {
            "organisation_id": str(client.id),
            "name": "吴师傅",
            "email": "not an address",
            "scope": str(MEETING),
            "expires_at": (clock.now() + timedelta(hours=1)).isoformat(),
        },
        content_type="application/json",
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert signed_in(host).get(f"{LINKS}?scope={MEETING}").json()["items"] == []


def test_who_is_signed_in_is_asked_to_sign_out_first(host: Seat, link: dict[str, Any]) -> None:
    browser = Browser()
    browser.sign_in(host.person.email)
    answer = open_link(link, browser)
    assert (answer.status_code, answer.json()["code"]) == (409, "already_signed_in")
    assert browser.is_signed_in()


def test_a_strangers_link_is_not_found_and_a_technical_expert_invites_nobody(
    host: Seat, client: Tenant, link: dict[str, Any]
) -> None:
    assert act(seat(found(), "LA"), link, "revoke").status_code == 404
    expert = seat(Seat(host.membership, host.person, host.tenant), "TE")
    assert send(expert, client).status_code == 403


def test_a_guest_manages_no_logins(link: dict[str, Any]) -> None:
    browser = Browser()
    open_link(link, browser)
    assert browser.get("/api/identity/logins").status_code == 403
