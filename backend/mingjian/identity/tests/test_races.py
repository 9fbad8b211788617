"""Several people at the same form at the same instant: one is first, the others are told."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from mingjian.identity import setup_token
from mingjian.identity.queries.seats import Seat
from mingjian.identity.queries.tenants import tenant_ids
from mingjian.identity.tests.at_once import HANDS, at_once
from mingjian.identity.tests.factories import PASSWORD, found, seat, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = "/api/identity/people"


def outcomes(answers: list[Any]) -> Counter[str]:
    """How many succeeded, and how often each refusal was given."""
    return Counter(
        "done" if answer.status_code < 300 else answer.json()["code"] for answer in answers
    )


def post(browser: Client, url: str, **values: Any) -> Any:
    return browser.post(url, values, content_type="application/json")


def test_two_administrators_cannot_remove_each_other() -> None:
    first = found()
    second = seat(first, "ADM")
    pairs = [(first, second), (second, first)]

    def remove(number: int) -> Any:
        actor, target = pairs[number % 2]
        url = f"{PEOPLE}/memberships/{target.membership.id}/revoke"
        return post(browsers[actor.person.id], url, reason="夺权")

    browsers = {who.person.id: signed_in(who) for who in (first, second)}
    answers = at_once(remove)
    assert any(answer.status_code == 200 for answer in answers)
    remaining = [who for who in (first, second) if is_administrator(browsers[who.person.id])]
    assert len(remaining) == 1


def is_administrator(browser: Client) -> bool:
    return browser.get("/api/identity/tenant").status_code == 200


def test_one_address_is_added_once() -> None:
    browser_of = browsers(found())
    person = {"name": "林若溪", "email": "lin@body.example"}
    answers = at_once(lambda number: post(browser_of[number], PEOPLE, **person))
    assert outcomes(answers) == {"done": 1, "duplicate_email": HANDS - 1}


def test_one_version_of_a_form_is_saved_once() -> None:
    admin = found()
    browser_of, url = browsers(admin), f"{PEOPLE}/{admin.person.id}"

    def save(number: int) -> Any:
        change = {"version": 1, "phone": f"110{number}"}
        return browser_of[number].patch(url, change, content_type="application/json")

    assert outcomes(at_once(save)) == {"done": 1, "stale": HANDS - 1}


def test_one_company_is_registered_once() -> None:
    browser_of = browsers(found())
    company = {"kind": "client", "name": "某公司", "credit_code": "91350100M000100Y43"}
    url = "/api/identity/organisations"
    answers = at_once(lambda number: post(browser_of[number], url, **company))
    assert outcomes(answers) == {"done": 1, "duplicate_organisation": HANDS - 1}


def test_one_role_is_granted_once() -> None:
    admin = found()
    auditor, browser_of = seat(admin, "AU"), browsers(admin)
    url = f"{PEOPLE}/{auditor.person.id}/memberships"
    answers = at_once(lambda number: post(browser_of[number], url, role="LA"))
    assert outcomes(answers) == {"done": 1, "role_already_held": HANDS - 1}


def test_one_token_founds_one_body(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    what = {"token": setup_token.issue(), "body": {"name": "机构", "approval_number": "1"}}

    def set_up(number: int) -> Any:
        first = {"name": "某人", "email": f"first{number}@body.example", "password": PASSWORD}
        return post(Client(), "/api/identity/setup", administrator=first, **what)

    assert outcomes(at_once(set_up)) == {"done": 1, "setup_token": HANDS - 1}
    assert len(tenant_ids()) == 1


def browsers(who: Seat) -> list[Client]:
    """One browser per hand, all signed in as the same person."""
    return [signed_in(who) for _ in range(HANDS)]
