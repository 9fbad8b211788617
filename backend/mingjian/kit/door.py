"""How many requests are worked on at once: more than a few only slow each other down (ADR 0011).

One Python process has one interpreter lock. Fifty requests at work at once share it in turns
of milliseconds, and the one that holds SQLite's write lock waits its turn like all others.
"""

from collections.abc import Callable

from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mingjian.kit.turns import Turns

AT_ONCE = 4
PATIENCE_SECONDS = 2.0
"""Whoever has waited so long goes in all the same: some requests wait for other servers."""


class Door:
    """Middleware: requests go in one after the other, a few at once.

    Bodies have been received before, and streams are sent afterwards: a slow line holds no
    place. PostgreSQL needs no door, for there more processes can serve.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if connection.vendor != "sqlite":
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.turns = Turns(AT_ONCE)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        self.turns.enter(request, within_seconds=PATIENCE_SECONDS)
        try:
            return self.get_response(request)
        finally:
            self.turns.leave(request)
