"""Roles: of the tenant's kind, with dates, never given to oneself, never leaving a body alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.rules import ROLES, ROLES_OF_KIND
from mingjian.identity.tests.factories import engage, seat, signed_in
from mingjian.kit import clock

pytestmark = pytest.mark.django_db

PEOPLE = "/api/identity/people"


def grant(browser: Client, who: Seat, role: str, **dates: str) -> Any:
    url = f"{PEOPLE}/{who.person.id}/memberships"
    return browser.post(url, {"role": role, **dates}, content_type="application/json")


def revoke(browser: Client, membership_id: Any) -> Any:
    url = f"{PEOPLE}/memberships/{membership_id}/revoke"
    return browser.post(url, {"reason": "岗位调整"}, content_type="application/json")


def roles(browser: Client) -> list[str]:
    return [each["role"] for each in browser.get("/api/identity/me").json()["memberships"]]


def test_a_granted_role_can_be_chosen_at_once(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU")
    assert grant(admin, auditor, "LA").status_code == 201
    browser = signed_in(auditor)
    assert roles(browser) == ["AU", "LA"]
    second = browser.get("/api/identity/me").json()["memberships"][1]
    chosen = browser.post(
        "/api/identity/me/membership", {"membership_id": second["id"]}, "application/json"
    )
    assert chosen.status_code == 204
    assert browser.get("/api/identity/me").json()["membership"]["role"] == "LA"


def test_somebody_elses_membership_cannot_be_chosen(admin: Client, ours: Seat) -> None:
    browser = signed_in(seat(ours, "AU"))
    body = {"membership_id": str(ours.membership.id)}
    answer = browser.post("/api/identity/me/membership", body, "application/json")
    assert answer.status_code == 404
    assert browser.get("/api/identity/me").json()["membership"]["role"] == "AU"


@pytest.mark.parametrize("kind", ["body", "client", "authority"])
def test_only_roles_of_the_kind_of_organisation_are_granted(
    admin: Client, ours: Seat, kind: str
) -> None:
    tenant = None if kind == "body" else engage(ours, kind=kind)
    first = ROLES_OF_KIND[kind][-1]
    person = seat(ours, first, tenant=tenant)
    for role in ROLES:
        if role == first:
            continue
        answer = grant(admin, person, role)
        if role in ROLES_OF_KIND[kind]:
            assert answer.status_code == 201
        else:
            assert (answer.status_code, answer.json()["code"]) == (422, "role_outside_tenant")
            assert ROLES[role][0] in answer.json()["message"]
            assert "role" in answer.json()["fields"]


def test_a_role_that_does_not_exist_is_refused(admin: Client, ours: Seat) -> None:
    answer = grant(admin, seat(ours, "AU"), "KING")
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["role"])


def test_nobody_grants_a_role_to_themselves(admin: Client, ours: Seat) -> None:
    answer = grant(admin, ours, "LA")
    assert (answer.status_code, answer.json()["code"]) == (403, "own_role")
    assert roles(admin) == ["ADM"]


def test_the_same_role_is_not_held_twice(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU")
    answer = grant(admin, auditor, "AU")
    assert (answer.status_code, answer.json()["code"]) == (409, "role_already_held")


def test_days_must_be_in_order(admin: Client, ours: Seat) -> None:
    dates = {"valid_from": "2026-12-02", "valid_to": "2026-12-01"}
    answer = grant(admin, seat(ours, "AU"), "LA", **dates)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["valid_to"])


def test_a_role_counts_from_its_first_local_day_to_the_end_of_its_last(
    admin: Client, ours: Seat
) -> None:
    auditor = seat(ours, "AU")
    browser = signed_in(auditor)
    grant(admin, auditor, "LA", valid_from="2027-03-01", valid_to="2027-03-02")
    # Shanghai is eight hours ahead: the first of March begins there on 28 February, 16:00 UTC.
    begins = datetime(2027, 2, 28, 16, tzinfo=UTC)
    for instant, has_role in [
        (begins - timedelta(seconds=1), False),
        (begins, True),
        (begins + timedelta(days=2, seconds=-1), True),
        (begins + timedelta(days=2), False),
    ]:
        with clock.moved_to(instant):
            browser.force_login(auditor.person.account)  # type: ignore[arg-type]
            assert ("LA" in roles(browser)) is has_role, instant


def test_a_role_that_ran_out_can_be_granted_anew(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU")
    grant(admin, auditor, "LA", valid_from="2026-01-01", valid_to="2026-01-31")
    assert grant(admin, auditor, "LA").status_code == 201
    assert roles(signed_in(auditor)) == ["AU", "LA"]


def test_a_revoked_role_is_gone_with_the_next_request(admin: Client, ours: Seat) -> None:
    manager = seat(ours, "PM")
    browser = signed_in(manager)
    assert browser.get(PEOPLE).status_code == 200
    assert revoke(admin, manager.membership.id).status_code == 200
    answer = browser.get(PEOPLE)
    assert (answer.status_code, answer.json()["code"]) == (403, "no_membership")
    assert "联系" in answer.json()["message"]


def test_revoking_twice_changes_nothing(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU")
    first = revoke(admin, auditor.membership.id).json()
    assert revoke(admin, auditor.membership.id).json() == first


def test_the_last_administrator_stays(admin: Client, ours: Seat) -> None:
    answer = revoke(admin, ours.membership.id)
    assert (answer.status_code, answer.json()["code"]) == (409, "last_administrator")


def test_an_administrator_with_an_end_date_does_not_replace_the_last_one(
    admin: Client, ours: Seat
) -> None:
    deputy = seat(ours, "AU")
    grant(admin, deputy, "ADM", valid_to="2027-12-31")
    assert revoke(admin, ours.membership.id).status_code == 409


def test_an_administrator_who_cannot_sign_in_does_not_replace_the_last_one(
    admin: Client, ours: Seat
) -> None:
    body = {"name": "无账号", "email": "nologin@body.example"}
    person = admin.post(PEOPLE, body, "application/json").json()
    admin.post(f"{PEOPLE}/{person['id']}/memberships", {"role": "ADM"}, "application/json")
    assert revoke(admin, ours.membership.id).status_code == 409


def test_with_a_second_administrator_the_first_may_go(admin: Client, ours: Seat) -> None:
    deputy = seat(ours, "ADM")
    assert revoke(signed_in(deputy), ours.membership.id).status_code == 200
    assert admin.get("/api/identity/me").status_code == 403


def test_a_deactivated_person_is_given_no_role(admin: Client, ours: Seat) -> None:
    auditor = seat(ours, "AU")
    version = admin.get(f"{PEOPLE}/{auditor.person.id}").json()["version"]
    body = {"version": version, "reason": "离职"}
    admin.post(f"{PEOPLE}/{auditor.person.id}/deactivate", body, "application/json")
    assert grant(admin, auditor, "LA").json()["code"] == "person_inactive"


def test_foreign_memberships_do_not_exist(admin: Client, theirs: Seat) -> None:
    assert revoke(admin, theirs.membership.id).status_code == 404
