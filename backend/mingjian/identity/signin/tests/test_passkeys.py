"""Passkeys, in a real Chromium with a virtual authenticator."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, sync_playwright

from mingjian.identity.signin.tests.browser import SIGN_IN
from mingjian.identity.tests.factories import PASSWORD, found, seat
from tests.serving import Site, serving

CHROMIUM = shutil.which("chromium")
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CALL = """async ([method, path, body]) => {
  const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? "";
  const headers = {"X-CSRFToken": token, "Content-Type": "application/json"};
  const init = {method, headers, body: body ? JSON.stringify(body) : undefined};
  const answer = await fetch(path, init);
  return {status: answer.status, body: answer.status === 204 ? null : await answer.json()};
}"""
CREATE = """async (options) => {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey);
  return (await navigator.credentials.create({publicKey})).toJSON();
}"""
GET = """async (options) => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey);
  return (await navigator.credentials.get({publicKey})).toJSON();
}"""
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Passkeys:
    """A page that speaks to sign-in as the web client does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        self.call("GET", "config")

    def call(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        url = path if path.startswith("/") else SIGN_IN + path
        answer: dict[str, Any] = self.page.evaluate(CALL, [method, url, body])
        return answer

    def add(self) -> dict[str, Any]:
        self.call("POST", "auth/reauthenticate", {"password": PASSWORD})
        offered = self.call("GET", "account/authenticators/webauthn?passwordless")
        credential = self.page.evaluate(CREATE, offered["body"]["data"]["creation_options"])
        body = {"name": "办公室电脑", "credential": credential}
        return self.call("POST", "account/authenticators/webauthn", body)

    def use(self, path: str) -> dict[str, Any]:
        asked = self.call("GET", path)
        credential = self.page.evaluate(GET, asked["body"]["data"]["request_options"])
        return self.call("POST", path, {"credential": credential})


@pytest.fixture
def email() -> str:
    cache.clear()
    return seat(found(), "LA").person.email


@pytest.fixture
def site(email: str, transactional_db: None) -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def passkeys(site: Site) -> Iterator[Passkeys]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(site.origin + "/api/nowhere")
        yield Passkeys(page)
        chromium.close()


def test_a_passkey_signs_in_without_a_password(passkeys: Passkeys, email: str) -> None:
    credentials = {"email": email, "password": PASSWORD}
    assert passkeys.call("POST", "auth/login", credentials)["status"] == 200
    added = passkeys.add()
    assert added["status"] == 200
    assert added["body"]["meta"]["recovery_codes_generated"]
    assert passkeys.call("DELETE", "auth/session")["status"] == 401
    signed_in = passkeys.use("auth/webauthn/login")
    assert signed_in["status"] == 200
    assert signed_in["body"]["data"]["user"]["email"] == email
    assert passkeys.call("GET", "/api/identity/logins")["status"] == 200


def test_a_passkey_is_a_second_factor_and_a_fresh_proof(passkeys: Passkeys, email: str) -> None:
    credentials = {"email": email, "password": PASSWORD}
    passkeys.call("POST", "auth/login", credentials)
    passkeys.add()
    passkeys.call("DELETE", "auth/session")
    half = passkeys.call("POST", "auth/login", credentials)
    assert half["status"] == 401
    assert passkeys.use("auth/webauthn/authenticate")["status"] == 200
    assert passkeys.use("auth/webauthn/reauthenticate")["status"] == 200


def test_passkeys_are_bound_to_the_installations_host(passkeys: Passkeys, email: str) -> None:
    passkeys.call("POST", "auth/login", {"email": email, "password": PASSWORD})
    passkeys.call("POST", "auth/reauthenticate", {"password": PASSWORD})
    offered = passkeys.call("GET", "account/authenticators/webauthn?passwordless")
    options = offered["body"]["data"]["creation_options"]["publicKey"]
    assert options["rp"]["id"] == "localhost"
