"""How an error leaves the house: JSON with a code and a sentence for the API, else a page.

Django's own answers (CSRF, unknown path, a crash) come out in the same shape as ours.
"""

import logging
import secrets
import sys
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja.responses import NinjaJSONEncoder

from mingjian.kit.errors import (
    CsrfFailed,
    Incident,
    MingjianError,
    NotFound,
    NotPermitted,
    WrongRequest,
)
from mingjian.kit.pages import page
from mingjian.kit.paths import is_api

logger = logging.getLogger(__name__)


def answer(error: MingjianError) -> JsonResponse:
    """The error as every client gets it."""
    body = {
        "code": error.code,
        "message": error.message,
        "params": error.params,
        "fields": error.fields,
    }
    return JsonResponse(body, encoder=NinjaJSONEncoder, status=error.status)


def _show(request: HttpRequest, error: MingjianError) -> HttpResponse:
    if is_api(request.path):
        return answer(error)
    zh, en = error.zh.format(**error.params), error.en.format(**error.params)
    return page(zh, en, status=error.status)


def wrong_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: Django itself refused, e.g. a host name that is not this installation's."""
    return _show(request, WrongRequest(origin=settings.ORIGIN.geturl()))


def not_permitted(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _show(request, NotPermitted())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _show(request, NotFound())


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    logger.warning("CSRF check refused %s %s: %s", request.method, request.path, reason)
    return _show(request, CsrfFailed())


def crashed(request: HttpRequest) -> HttpResponse:
    """500: the user gets an incident number, the log the same number beside the traceback."""
    incident = secrets.token_hex(4).upper()
    kind: Any = sys.exc_info()[0]
    name = getattr(kind, "__name__", "unknown")
    logger.error("incident %s: %s in %s %s", incident, name, request.method, request.path)
    return _show(request, Incident(incident=incident))
