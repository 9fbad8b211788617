"""CSRF for every unsafe method."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware


class CsrfEverywhere(CsrfViewMiddleware):
    """Checks every view, also ninja's, which all come marked as exempt."""

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        args: Any,
        kwargs: Any,
    ) -> HttpResponseForbidden | None:
        return super().process_view(request, _never_exempt, args, kwargs)


def _never_exempt(request: HttpRequest) -> HttpResponseBase:
    """Stands in for the view, whose ``csrf_exempt`` mark is not to be seen."""
    raise AssertionError("only looked at, never called")
