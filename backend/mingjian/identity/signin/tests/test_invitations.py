"""Invitations: one person, one link, one use; everything that can go wrong is said."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache

from mingjian.identity.models import Account, Person
from mingjian.identity.queries.seats import Seat, viewer_of
from mingjian.identity.services import add_person, grant_membership
from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.signin.tests.traces import entries, last_letter, token_in
from mingjian.identity.tests.factories import PASSWORD, engage, found, seat, signed_in
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db
INVITATIONS = "/api/identity/invitations"


@pytest.fixture
def admin() -> Seat:
    cache.clear()
    return found()


@pytest.fixture
def newcomer(admin: Seat) -> Person:
    return person(admin, "林晓岚", "lin@body.example")


def person(admin: Seat, name: str, email: str) -> Person:
    viewer = viewer_of(admin)
    with tenant_scope(viewer.owners):
        added = add_person(viewer=viewer, tenant_id=admin.tenant.id, name=name, email=email)
        grant_membership(viewer=viewer, person_id=added.id, role="AU")
    return added


def invite(admin: Seat, who: Person) -> tuple[str, str]:
    """The invitation's id and the token that its letter carries."""
    answer = signed_in(admin).post(
        INVITATIONS, {"person_id": str(who.id)}, content_type="application/json"
    )
    assert answer.status_code == 201, answer.content
    return answer.json()["id"], token_in(last_letter(who.owner_id, answer.json()["email"]))


def accept(token: str, browser: Browser | None = None, **body: str) -> Any:
    browser = browser or Browser()
    body = body or {"password": PASSWORD}
    return browser.post(f"{INVITATIONS}/accept", {"token": token, **body})


def test_the_letter_comes_in_the_readers_language(admin: Seat, newcomer: Person) -> None:
    invite(admin, newcomer)
    text = last_letter(newcomer.owner_id, newcomer.email)
    assert "林晓岚，您好" in text
    assert admin.tenant.name in text
    assert "http://localhost:8000/invitation#" in text


def test_opening_shows_who_is_invited_by_whom(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    seen = Browser().post(f"{INVITATIONS}/look", {"token": token}).json()
    assert (seen["person"], seen["organisation"]) == ("林晓岚", admin.tenant.name)
    assert (seen["roles"], seen["account"]) == (["AU"], "new")


def test_accepting_sets_the_password_and_signs_in(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    browser = Browser()
    assert accept(token, browser).status_code == 204
    assert browser.is_signed_in()
    assert Browser().sign_in(newcomer.email).status_code == 200
    actor = f"person:{newcomer.id}"
    assert entries(newcomer.owner_id, "invitation.") == [
        ("invitation.sent", f"person:{admin.person.id}"),
        ("invitation.accepted", actor),
    ]
    assert ("login.started", actor) in entries(newcomer.owner_id, "login.")


def test_a_weak_password_leaves_everything_as_it_was(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    answer = accept(token, password="too short")
    assert (answer.status_code, answer.json()["code"]) == (422, "password_refused")
    assert "12" in answer.json()["fields"]["password"]
    assert not Account.objects.filter(email=newcomer.email).exists()
    assert accept(token).status_code == 204


def test_a_used_link_says_so(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    accept(token)
    answer = accept(token)
    assert (answer.status_code, answer.json()["code"]) == (410, "link_used")
    assert "使用过" in answer.json()["message"]


def test_an_expired_link_says_so(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    with clock.moved_to(clock.now() + timedelta(days=7, minutes=1)):
        answer = accept(token)
    assert (answer.status_code, answer.json()["code"]) == (410, "link_expired")


def test_a_revoked_link_says_so(admin: Seat, newcomer: Person) -> None:
    invitation, token = invite(admin, newcomer)
    revoked = signed_in(admin).post(
        f"{INVITATIONS}/{invitation}/revoke",
        {"reason": "写错了人"},
        content_type="application/json",
    )
    assert revoked.json()["state"] == "revoked"
    answer = accept(token)
    assert (answer.status_code, answer.json()["code"]) == (410, "link_revoked")


def test_sending_again_makes_a_new_link_and_kills_the_old(admin: Seat, newcomer: Person) -> None:
    invitation, old = invite(admin, newcomer)
    again = signed_in(admin).post(f"{INVITATIONS}/{invitation}/resend")
    assert again.status_code == 200
    new = token_in(last_letter(newcomer.owner_id, newcomer.email))
    assert accept(old).json()["code"] == "link_unknown"
    assert accept(new).status_code == 204


def test_a_second_invitation_replaces_the_first(admin: Seat, newcomer: Person) -> None:
    _, first = invite(admin, newcomer)
    _, second = invite(admin, newcomer)
    assert accept(first).json()["code"] == "link_revoked"
    assert accept(second).status_code == 204


@pytest.mark.parametrize("token", ["x" * 30, "é" * 40, "A" * 56, "链接" * 20])
def test_a_made_up_link_is_unknown(token: str) -> None:
    cache.clear()
    answer = accept(token)
    assert (answer.status_code, answer.json()["code"]) == (404, "link_unknown")


def test_who_has_an_account_signs_in_to_accept(admin: Seat, newcomer: Person) -> None:
    Account.objects.create_user(newcomer.email, PASSWORD)
    _, token = invite(admin, newcomer)
    browser = Browser()
    assert accept(token, browser).json()["code"] == "sign_in_to_accept"
    browser.sign_in(newcomer.email)
    assert browser.post(f"{INVITATIONS}/look", {"token": token}).json()["account"] == "current"
    assert browser.post(f"{INVITATIONS}/accept", {"token": token}).status_code == 204
    assert browser.is_signed_in()


def test_somebody_elses_login_cannot_accept(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    browser = Browser()
    browser.sign_in(admin.person.email)
    answer = accept(token, browser)
    assert (answer.status_code, answer.json()["code"]) == (409, "other_account")
    assert admin.person.email in answer.json()["message"]


def test_one_account_joins_two_organisations(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    browser = Browser()
    accept(token, browser)
    elsewhere = found()
    _, second = invite(elsewhere, person(elsewhere, "林晓岚", newcomer.email))
    assert browser.post(f"{INVITATIONS}/accept", {"token": second}).status_code == 204


def test_who_has_a_login_is_not_invited_again(admin: Seat, newcomer: Person) -> None:
    _, token = invite(admin, newcomer)
    accept(token)
    answer = signed_in(admin).post(
        INVITATIONS, {"person_id": str(newcomer.id)}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "has_login")


def test_only_administrators_invite_and_only_their_own_people(
    admin: Seat, newcomer: Person
) -> None:
    body = {"person_id": str(newcomer.id)}
    auditor, stranger = seat(admin, "AU"), found()
    refused = signed_in(auditor).post(INVITATIONS, body, content_type="application/json")
    unseen = signed_in(stranger).post(INVITATIONS, body, content_type="application/json")
    assert (refused.status_code, unseen.status_code) == (403, 404)


def test_a_body_invites_its_clients_coordinator(admin: Seat) -> None:
    client = engage(admin)
    viewer = viewer_of(admin)
    with tenant_scope(viewer.owners):
        contact = add_person(
            viewer=viewer, tenant_id=client.id, name="周明", email="zhou@client.example"
        )
        grant_membership(viewer=viewer, person_id=contact.id, role="CC")
    _, token = invite(admin, contact)
    assert accept(token).status_code == 204
    listed = signed_in(admin).get(INVITATIONS).json()["items"]
    assert [(each["person"], each["state"]) for each in listed] == [("周明", "used")]


def test_links_are_not_guessed_by_the_hundred() -> None:
    cache.clear()
    browser = Browser(ip="192.0.2.44")
    statuses = [
        browser.post(f"{INVITATIONS}/look", {"token": "x" * 40}).status_code for _ in range(21)
    ]
    assert statuses == [404] * 20 + [429]
