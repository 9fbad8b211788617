"""The second factor: authenticator and recovery codes."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from mingjian.identity.queries.seats import Seat, viewer_of
from mingjian.identity.services import add_person, grant_membership, link_account
from mingjian.identity.signin.tests.browser import Browser, enrol, totp
from mingjian.identity.signin.tests.traces import actions, last_letter, letters
from mingjian.identity.tests.factories import found, seat, signed_in
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Seat:
    cache.clear()
    return found()


@pytest.fixture
def lead(admin: Seat) -> Seat:
    return seat(admin, "LA")


@pytest.fixture
def browser(lead: Seat) -> Browser:
    browser = Browser()
    browser.sign_in(lead.person.email)
    return browser


def pending(answer: object) -> list[str]:
    flows = answer.json()["data"]["flows"]  # type: ignore[attr-defined]
    return [flow["id"] for flow in flows if flow.get("is_pending")]


def recovery_codes(browser: Browser) -> list[str]:
    codes: list[str] = browser.get("account/authenticators/recovery-codes").json()["data"][
        "unused_codes"
    ]
    return codes


def test_setting_up_asks_for_the_password_again(browser: Browser) -> None:
    browser.get("account/authenticators/totp")
    answer = browser.post("account/authenticators/totp", {"code": "000000"})
    assert answer.status_code in {400, 401}
    assert not Authenticator.objects.exists()


def test_with_an_authenticator_a_password_alone_signs_nobody_in(
    lead: Seat, browser: Browser
) -> None:
    secret = enrol(browser)
    browser.sign_out()
    answer = browser.sign_in(lead.person.email)
    assert (answer.status_code, pending(answer)) == (401, ["mfa_authenticate"])
    assert not browser.is_signed_in()
    wait_for_next_code(secret)
    assert browser.post("auth/2fa/authenticate", {"code": totp(secret)}).status_code == 200
    assert browser.is_signed_in()


def wait_for_next_code(secret: str) -> None:
    """Forget which codes were used: cheaper than waiting for the next thirty seconds."""
    cache.clear()


def test_the_code_that_set_it_up_does_not_sign_in_again(lead: Seat, browser: Browser) -> None:
    secret = enrol(browser)
    browser.sign_out()
    browser.sign_in(lead.person.email)
    answer = browser.post("auth/2fa/authenticate", {"code": totp(secret)})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "incorrect_code")


def test_a_code_signs_in_once(lead: Seat, browser: Browser) -> None:
    secret = enrol(browser)
    wait_for_next_code(secret)
    codes = []
    for _ in range(2):
        browser.sign_out()
        browser.sign_in(lead.person.email)
        codes.append(browser.post("auth/2fa/authenticate", {"code": totp(secret)}).status_code)
    assert codes == [200, 400]


def test_a_wrong_code_is_journalled_and_guessing_is_stopped(lead: Seat, browser: Browser) -> None:
    enrol(browser)
    browser.sign_out()
    browser.sign_in(lead.person.email)
    answers = [browser.post("auth/2fa/authenticate", {"code": "000000"}) for _ in range(6)]
    assert [a.json()["errors"][0]["code"] for a in answers] == [
        *["incorrect_code"] * 5,
        "too_many_login_attempts",
    ]
    assert ("login.factor_refused", "system:sign-in") in actions(lead)


def test_every_change_is_journalled_and_written_to_the_owner(
    lead: Seat, browser: Browser, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        enrol(browser)
        browser.post("account/authenticators/recovery-codes")
        browser.call("delete", "account/authenticators/totp")
    assert {action for action, _ in actions(lead)[1:]} == {
        "login.authenticator_added",
        "login.recovery_codes_renewed",
        "login.authenticator_removed",
    }
    assert letters(lead.tenant.id, lead.person.email) == ["identity.security_notice"] * 3


def test_recovery_codes_are_shown_once_and_each_works_once(lead: Seat, browser: Browser) -> None:
    enrol(browser)
    codes = recovery_codes(browser)
    assert len(codes) == 10
    shown_again = browser.get("account/authenticators/recovery-codes").json()["data"]
    assert "unused_codes" not in shown_again
    assert shown_again["unused_code_count"] == 10
    results = []
    for _ in range(2):
        browser.sign_out()
        browser.sign_in(lead.person.email)
        results.append(browser.post("auth/2fa/authenticate", {"code": codes[0]}).status_code)
    assert results == [200, 400]


def test_new_recovery_codes_make_the_old_ones_worthless(lead: Seat, browser: Browser) -> None:
    enrol(browser)
    old = recovery_codes(browser)
    new = browser.post("account/authenticators/recovery-codes").json()["data"]["unused_codes"]
    assert not set(old) & set(new)
    browser.sign_out()
    browser.sign_in(lead.person.email)
    assert browser.post("auth/2fa/authenticate", {"code": old[0]}).status_code == 400
    assert browser.post("auth/2fa/authenticate", {"code": new[0]}).status_code == 200


def test_the_secret_is_sealed_in_the_database(browser: Browser) -> None:
    secret = enrol(browser)
    stored = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored


def test_the_authenticator_shows_the_product_and_the_address(lead: Seat, browser: Browser) -> None:
    url = browser.get("account/authenticators/totp").json()["meta"]["totp_url"]
    assert url.startswith(f"otpauth://totp/{lead.person.email.replace('@', '%40')}?")
    assert "Mingjian" in url


def reset(admin: Seat, who: Seat) -> Any:
    return signed_in(admin).post(
        f"/api/identity/people/{who.person.id}/reset-factors",
        {"reason": "手机丢失"},
        content_type="application/json",
    )


def test_an_administrator_helps_who_lost_their_phone(
    admin: Seat, lead: Seat, browser: Browser
) -> None:
    enrol(browser)
    assert reset(admin, lead).status_code == 200
    assert not browser.is_signed_in()
    assert browser.sign_in(lead.person.email).status_code == 200
    assert ("login.factors_reset", f"person:{admin.person.id}") in actions(lead)
    assert "管理员已移除" in last_letter(lead.tenant.id, lead.person.email)


def test_nobody_resets_their_own_factors_or_a_strangers(admin: Seat, lead: Seat) -> None:
    assert reset(admin, admin).json()["code"] == "own_factors"
    assert reset(found(), lead).status_code == 404
    assert reset(lead, admin).status_code == 403


def test_an_account_of_two_organisations_is_not_reset_by_one(
    admin: Seat, lead: Seat, browser: Browser
) -> None:
    elsewhere = found()
    viewer, account = viewer_of(elsewhere), lead.person.account
    assert account
    with tenant_scope(viewer.owners):
        person = add_person(
            viewer=viewer, tenant_id=elsewhere.tenant.id, name="顾言", email=account.email
        )
        grant_membership(viewer=viewer, person_id=person.id, role="AU")
        link_account(viewer=viewer, person_id=person.id, account=account)
    enrol(browser)
    assert reset(admin, lead).json()["code"] == "shared_account"
    assert Authenticator.objects.filter(user=account, type="totp").exists()
