"""A browser that signs in for itself: real CSRF, real cookies, allauth's own endpoints."""

import base64
import hmac
import struct
import time
from typing import Any

from django.http import HttpResponse
from django.test import Client

from mingjian.identity.tests.factories import PASSWORD

SIGN_IN = "/_allauth/browser/v1/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"
PERIOD = 30


class Browser:
    """Sends the CSRF cookie back as header, as the web client does."""

    def __init__(self, *, language: str = "zh-hans", ip: str = "192.0.2.1") -> None:
        headers = {"Accept-Language": language, "User-Agent": FIREFOX}
        self.client = Client(enforce_csrf_checks=True, headers=headers, REMOTE_ADDR=ip)
        self.client.get(SIGN_IN + "config")

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        token = self.client.cookies["csrftoken"].value
        content = {} if body is None else {"data": body, "content_type": "application/json"}
        url = path if path.startswith("/") else SIGN_IN + path
        headers = {"X-CSRFToken": token, **headers}
        return getattr(self.client, method)(url, **content, headers=headers)

    def get(self, path: str, **headers: str) -> Any:
        return self.call("get", path, **headers)

    def post(self, path: str, body: Any = None) -> Any:
        return self.call("post", path, {} if body is None else body)

    def sign_in(self, email: str, password: str = PASSWORD) -> HttpResponse:
        response: HttpResponse = self.post("auth/login", {"email": email, "password": password})
        return response

    def sign_out(self) -> HttpResponse:
        response: HttpResponse = self.call("delete", "auth/session")
        return response

    def prove(self, password: str = PASSWORD) -> None:
        """Re-authenticate, which changes to one's own security ask for."""
        assert self.post("auth/reauthenticate", {"password": password}).status_code == 200

    def is_signed_in(self) -> bool:
        status: int = self.get("/api/identity/logins").status_code
        return status == 200

    def forget_cookies(self) -> None:
        self.client.cookies.clear()
        self.client.get(SIGN_IN + "config")


def totp(secret: str, *, periods_later: int = 0) -> str:
    """The code an authenticator shows (RFC 6238)."""
    counter = int(time.time()) // PERIOD + periods_later
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", counter), "sha1")
    offset = digest[-1] & 0x0F
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def enrol(browser: Browser) -> str:
    """Set up an authenticator; gives its secret."""
    browser.prove()
    secret: str = browser.get("account/authenticators/totp").json()["meta"]["secret"]
    answer = browser.post("account/authenticators/totp", {"code": totp(secret)})
    assert answer.status_code == 200, answer.content
    return secret
