"""Browsers of people who hand files over."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from django.conf import settings

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from tests.serving import Site

TOKEN = "t" * 32


@contextmanager
def sender(site: Site, who: Seat) -> Iterator[httpx.Client]:
    """A person's browser, signed in, with the CSRF token that a page would send."""
    key = signed_in(who).session.session_key or ""
    with site.client(key, **{"X-CSRFToken": TOKEN}) as client:
        client.cookies[settings.CSRF_COOKIE_NAME] = TOKEN
        client.headers["Accept-Language"] = "en"
        yield client
