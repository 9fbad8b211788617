"""Every address below Django says who may call it; the rest is answered with 404."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver

from config.urls import urlpatterns
from mingjian.kit.access import PUBLIC


def views(patterns: list[URLPattern | URLResolver], path: str = "") -> Iterator[tuple[str, object]]:
    """Every route outside the API, whose operations have a test of their own."""
    for each in patterns:
        route = path + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route, each.callback
        elif route != "api/":
            yield from views(each.url_patterns, route)


def test_every_route_declares_its_rule_and_says_why_it_is_public() -> None:
    lawless = [
        route
        for route, view in views(urlpatterns)
        if getattr(view, "access_rule", None) != PUBLIC or not getattr(view, "public_reason", "")
    ]
    assert lawless == []


OFFERED = (
    "auth/signup",
    "auth/code/request",
    "auth/webauthn/signup",
    "auth/provider/signup",
    "auth/provider/token",
    "auth/sessions",
    "account/email",
    "account/phone",
)


@pytest.mark.django_db
@pytest.mark.parametrize("route", OFFERED)
def test_what_allauth_offers_and_we_do_not_is_not_there(route: str) -> None:
    assert Client().get(f"/_allauth/browser/v1/{route}").status_code == 404
    assert Client().get(f"/_allauth/app/v1/{route}").status_code == 404
