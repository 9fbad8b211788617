"""Signing in with a password, and out again."""

import pytest
from django.core.cache import cache

from mingjian.identity.models import Account, Person
from mingjian.identity.queries.seats import Seat
from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.signin.tests.traces import actions, last_letter, letters, token_in
from mingjian.identity.tests.factories import PASSWORD, found, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Seat:
    cache.clear()
    return seat(found(), "LA")


def test_the_right_password_signs_in(lead: Seat) -> None:
    browser = Browser()
    assert not browser.is_signed_in()
    assert browser.sign_in(lead.person.email).status_code == 200
    assert browser.is_signed_in()
    assert actions(lead) == [("login.started", f"person:{lead.person.id}")]


def test_an_address_is_the_same_in_capitals(lead: Seat) -> None:
    assert Browser().sign_in(lead.person.email.upper()).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "邮箱或密码不正确"), ("en", "is wrong")]
)
def test_a_wrong_password_is_refused_in_words(lead: Seat, language: str, words: str) -> None:
    browser = Browser(language=language)
    answer = browser.post("auth/login", {"email": lead.person.email, "password": "wrong"})
    assert answer.status_code == 400
    assert words in answer.json()["errors"][0]["message"]
    assert not browser.is_signed_in()
    assert actions(lead) == [("login.refused", "system:sign-in")]


def test_an_unknown_address_gets_the_same_answer(lead: Seat) -> None:
    unknown = Browser().post("auth/login", {"email": "nobody@x.example", "password": "wrong"})
    known = Browser().post("auth/login", {"email": lead.person.email, "password": "wrong"})
    assert unknown.content == known.content


def test_the_session_key_changes_at_sign_in(lead: Seat) -> None:
    browser = Browser()
    browser.client.cookies["mingjian_login"] = "fixed-by-an-attacker"
    browser.sign_in(lead.person.email)
    assert browser.client.cookies["mingjian_login"].value != "fixed-by-an-attacker"


def test_nobody_signs_up() -> None:
    answer = Browser().post("auth/signup", {"email": "new@x.example", "password": PASSWORD})
    assert answer.status_code == 404
    assert not Account.objects.filter(email="new@x.example").exists()


def test_signing_out_ends_the_login_and_clears_what_the_site_stored(lead: Seat) -> None:
    browser = Browser()
    browser.sign_in(lead.person.email)
    answer = browser.sign_out()
    assert answer.status_code == 401
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    assert not browser.is_signed_in()
    assert [action for action, _ in actions(lead)] == ["login.started", "login.ended"]


def test_a_deactivated_account_is_told_so_when_the_password_is_right(lead: Seat) -> None:
    browser = Browser()
    browser.sign_in(lead.person.email)
    Account.objects.filter(email=lead.person.email).update(is_active=False)
    assert not browser.is_signed_in()
    codes = []
    for password in ("wrong", PASSWORD):
        answer = Browser().post("auth/login", {"email": lead.person.email, "password": password})
        codes.append((answer.status_code, answer.json()["errors"][0]["code"]))
    assert codes == [(400, "email_password_mismatch"), (400, "account_inactive")]


def test_the_sixth_wrong_password_waits_even_when_right(lead: Seat) -> None:
    browser = Browser()
    for _ in range(5):
        browser.sign_in(lead.person.email, "wrong")
    answer = browser.post("auth/login", {"email": lead.person.email, "password": PASSWORD})
    error = answer.json()["errors"][0]
    assert (answer.status_code, error["code"]) == (400, "too_many_login_attempts")
    assert "5 分钟" in error["message"]


def test_one_address_may_not_try_many_accounts(lead: Seat) -> None:
    browser = Browser(ip="192.0.2.77")
    for number in range(10):
        browser.sign_in(f"nobody{number}@x.example", "wrong")
    answer = browser.post("auth/login", {"email": lead.person.email, "password": PASSWORD})
    assert answer.json()["errors"][0]["code"] == "too_many_login_attempts"
    assert Browser(ip="192.0.2.78").sign_in(lead.person.email).status_code == 200


def test_a_changed_password_ends_the_other_logins_and_is_written_to_its_owner(
    lead: Seat,
) -> None:
    here, elsewhere = Browser(), Browser()
    here.sign_in(lead.person.email)
    elsewhere.sign_in(lead.person.email)
    change = {"current_password": PASSWORD, "new_password": "a wholly new pass phrase"}
    assert here.post("account/password/change", change).status_code == 200
    assert here.is_signed_in()
    assert not elsewhere.is_signed_in()
    assert actions(lead)[-1][0] == "login.password_changed"
    assert letters(lead.tenant.id, lead.person.email) == ["identity.security_notice"]


@pytest.mark.parametrize(
    "password", ["short", "password1234", "123456789012345", "{email}"], ids=str
)
def test_weak_passwords_are_refused_in_words(lead: Seat, password: str) -> None:
    browser = Browser()
    browser.sign_in(lead.person.email)
    new = password.format(email=lead.person.email)
    answer = browser.post(
        "account/password/change", {"current_password": PASSWORD, "new_password": new}
    )
    assert answer.status_code == 400
    assert all("密码" in error["message"] for error in answer.json()["errors"])


def test_a_forgotten_password_is_reset_by_a_link_that_works_once(lead: Seat) -> None:
    browser = Browser()
    assert browser.post("auth/password/request", {"email": lead.person.email}).status_code == 200
    text = last_letter(lead.tenant.id, lead.person.email)
    assert "http://localhost:8000/reset-password#" in text
    key = token_in(text)
    seen = browser.get("auth/password/reset", **{"X-Password-Reset-Key": key})
    assert seen.status_code == 200
    new = {"key": key, "password": "a wholly new pass phrase"}
    assert browser.post("auth/password/reset", new).status_code == 401
    assert browser.post("auth/password/reset", new).status_code == 400
    assert browser.sign_in(lead.person.email, "a wholly new pass phrase").status_code == 200


def test_asking_for_a_reset_tells_nobody_which_addresses_exist(lead: Seat) -> None:
    known = Browser().post("auth/password/request", {"email": lead.person.email})
    unknown = Browser().post("auth/password/request", {"email": "nobody@x.example"})
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "broken_body"),
        (b"[1]", "application/json", 400, "broken_body"),
        (b"email=x", "application/x-www-form-urlencoded", 415, "wrong_content_type"),
        (
            b'{"email": "a\\u0000@x.example", "password": "x"}',
            "application/json",
            400,
            "broken_body",
        ),
        (b'{"email": "' + b"x" * 10_000_000 + b'"}', "application/json", 413, "too_large"),
    ],
    ids=["broken", "a list", "a form", "U+0000", "10 MB"],
)
def test_bad_input_to_sign_in_is_named(body: bytes, kind: str, status: int, code: str) -> None:
    browser = Browser()
    token = browser.client.cookies["csrftoken"].value
    answer = browser.client.post(
        "/_allauth/browser/v1/auth/login",
        body,
        content_type=kind,
        headers={"X-CSRFToken": token},
    )
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_signing_in_needs_the_csrf_token(lead: Seat) -> None:
    credentials = {"email": lead.person.email, "password": PASSWORD}
    answer = Browser().client.post(
        "/_allauth/browser/v1/auth/login", credentials, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def test_somebody_without_a_role_can_sign_in_and_is_told(lead: Seat) -> None:
    Account.objects.create_user("alone@x.example", PASSWORD)
    browser = Browser()
    assert browser.sign_in("alone@x.example").status_code == 200
    answer = browser.get("/api/identity/logins")
    assert (answer.status_code, answer.json()["code"]) == (403, "no_membership")
    assert Person.objects.filter(account__email="alone@x.example").count() == 0
