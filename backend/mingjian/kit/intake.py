"""What may come in: sizes, content types and characters, checked before any view runs.

The ASGI guard in front of Django limits what is received at all; here a request that is too
large or of the wrong kind gets its sentence, for our API and for sign-in alike.
"""

import json
from collections.abc import Callable
from typing import Any, NoReturn
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja.parser import Parser

from mingjian.kit.errors import (
    BrokenBody,
    LengthRequired,
    MingjianError,
    TooLarge,
    TooManyRequests,
    WrongContentType,
    WrongMethod,
)
from mingjian.kit.paths import SIGN_IN, is_api
from mingjian.kit.problems import answer
from mingjian.kit.schema import refuse_in_all_texts

JSON = "application/json"
FORM = "multipart/form-data"
MEBIBYTE = 1024 * 1024
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
PROVIDER_REDIRECT = SIGN_IN + "browser/v1/auth/provider/redirect"
"""The one form post: the browser itself must follow it to the identity provider."""


class Intake:
    """Middleware: refuses what no view should see, and words refusals that have no words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_api(request.path):
            return self.get_response(request)
        try:
            _check(request)
        except MingjianError as error:
            return answer(error)
        return _in_words(request, self.get_response(request))


def _in_words(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Django says nothing with a 405, allauth nothing with a 429."""
    if response.status_code == 405:
        return answer(WrongMethod(method=request.method))
    if response.status_code == 429 and request.path.startswith(SIGN_IN):
        return answer(TooManyRequests(seconds=60))
    return response


def _check(request: HttpRequest) -> None:
    _check_characters(unquote(request.path + request.META.get("QUERY_STRING", "")))
    if request.method in SAFE_METHODS:
        return
    _check_size(request)
    if request.path.startswith(SIGN_IN) and request.path != PROVIDER_REDIRECT and request.body:
        _check_sign_in(read_json(request))


def _check_characters(value: Any) -> None:
    try:
        refuse_in_all_texts(value)
    except ValueError as error:
        raise BrokenBody from error


def _check_sign_in(body: Any) -> None:
    """allauth's views take objects only, and check no characters."""
    if not isinstance(body, dict):
        raise BrokenBody
    _check_characters(body)


def _check_size(request: HttpRequest) -> None:
    if "chunked" in request.headers.get("Transfer-Encoding", ""):
        raise LengthRequired
    uploading = request.content_type == FORM
    limit = settings.UPLOAD_LIMIT if uploading else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if int(request.META.get("CONTENT_LENGTH") or 0) > limit:
        raise TooLarge(limit=f"{limit // MEBIBYTE} MiB")


def read_json(request: HttpRequest) -> Any:
    """The body as JSON, or the error that says what is wrong with it."""
    if request.content_type != JSON:
        raise WrongContentType(given=request.content_type or "–", expected=JSON)
    try:
        return json.loads(request.body, parse_constant=_refuse_constant)
    except RequestDataTooBig as error:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        raise TooLarge(limit=f"{limit // MEBIBYTE} MiB") from error
    except (ValueError, RecursionError) as error:
        raise BrokenBody from error


def _refuse_constant(name: str) -> NoReturn:
    """``NaN`` and ``Infinity`` are Python's extension; no database column takes them."""
    raise ValueError(name)


class JsonParser(Parser):
    """Ninja's parser with our verdicts; ninja keeps them as the cause of its own error."""

    def parse_body(self, request: HttpRequest) -> Any:
        return read_json(request)
