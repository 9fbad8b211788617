"""Signing in through an organisation's own identity provider (OpenID Connect)."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from pytest_django import Settings

from mingjian.identity.models import Account
from mingjian.identity.queries.seats import Seat
from mingjian.identity.signin.tests.browser import SIGN_IN, Browser
from mingjian.identity.signin.tests.provider import CLIENT_ID, SECRET, Provider, provider
from mingjian.identity.signin.tests.traces import actions
from mingjian.identity.tests.factories import found, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def identity_provider(settings: Settings) -> Iterator[Provider]:
    cache.clear()
    with provider() as running:
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "APPS": [
                    {
                        "provider_id": "organisation",
                        "name": "华鉴统一认证",
                        "client_id": CLIENT_ID,
                        "secret": SECRET,
                        "settings": {"server_url": running.issuer},
                    }
                ],
            }
        }
        yield running


@pytest.fixture
def lead() -> Seat:
    return seat(found(), "LA")


def sign_in_through(browser: Browser) -> Any:
    """What a browser does: post the form, follow to the provider, come back."""
    form = {"provider": "organisation", "process": "login", "callback_url": "/"}
    form["csrfmiddlewaretoken"] = browser.client.cookies["csrftoken"].value
    sent = browser.client.post(SIGN_IN + "auth/provider/redirect", form)
    assert sent.status_code == 302, sent.content
    back = httpx.get(sent.headers["Location"], trust_env=False).headers["Location"]
    parts = urlsplit(back)
    return browser.client.get(f"{parts.path}?{parts.query}")


def test_the_sign_in_page_learns_of_the_provider(identity_provider: Provider) -> None:
    providers = Browser().get("config").json()["data"]["socialaccount"]["providers"]
    assert [(each["id"], each["name"]) for each in providers] == [("organisation", "华鉴统一认证")]


def test_a_verified_address_signs_in_to_its_account(
    identity_provider: Provider, lead: Seat
) -> None:
    identity_provider.vouch_for(lead.person.email, verified=True)
    browser = Browser()
    assert sign_in_through(browser).status_code == 302
    assert browser.is_signed_in()
    assert actions(lead)[-1] == ("login.started", f"person:{lead.person.id}")
    assert identity_provider.asked[0]["code_challenge_method"] == ["S256"]


def test_the_password_still_works_afterwards(identity_provider: Provider, lead: Seat) -> None:
    identity_provider.vouch_for(lead.person.email, verified=True)
    sign_in_through(Browser())
    assert Browser().sign_in(lead.person.email).status_code == 200


def test_an_unverified_address_opens_nothing(identity_provider: Provider, lead: Seat) -> None:
    identity_provider.vouch_for(lead.person.email, verified=False)
    browser = Browser()
    sign_in_through(browser)
    assert not browser.is_signed_in()
    assert not SocialAccount.objects.exists()


def test_a_stranger_gets_no_account(identity_provider: Provider, lead: Seat) -> None:
    identity_provider.vouch_for("stranger@elsewhere.example", verified=True)
    browser = Browser()
    back = sign_in_through(browser)
    assert not browser.is_signed_in()
    assert not Account.objects.filter(email="stranger@elsewhere.example").exists()
    assert back.headers["Location"] == "/login/provider-error?error=no_account"


def test_without_a_provider_the_page_offers_none() -> None:
    assert Browser().get("config").json()["data"]["socialaccount"]["providers"] == []
