"""The guard in front of every ASGI application that is mounted before Django.

Django's middleware never sees those connections, so what it does for the API is
done here, once, before a byte of the body is read: host, Origin, CSRF token,
sign-in, the route's rule, the size of the body and the number of open connections.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, ParamSpec, TypeVar

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.exceptions import DisallowedHost
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.template.defaultfilters import filesizeformat
from django.utils import translation

from mingjian.kit.access import PUBLIC, SIGNED_IN, Rule, Viewer, authority
from mingjian.kit.asgi import App, Headers, Message, Receive, Scope, Send, request_of, respond_json
from mingjian.kit.errors import MingjianError, NotPermitted, NotSignedIn, TooLarge

P = ParamSpec("P")
T = TypeVar("T")

CLOSE_CODES = 4000
"""A socket of ours is refused with this plus the HTTP status: 4401, 4403, 4429."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class ForeignHost(MingjianError):
    status = 400
    code = "foreign_host"
    zh = "此地址不属于本系统。请使用管理员提供的网址访问。"
    en = "This address is not one of this installation. Use the address your administrator gave."


class ForeignOrigin(MingjianError):
    status = 403
    code = "foreign_origin"
    zh = "请求来自其他网站，已被拒绝。请从本系统的页面进行操作。"
    en = "The request came from another site and was refused. Work from this product's own pages."


class MissingCsrfToken(MingjianError):
    status = 403
    code = "missing_csrf_token"
    zh = "页面已过期，请刷新后重试。"
    en = "The page is out of date. Reload it and try again."


class TooManyConnections(MingjianError):
    status = 429
    code = "too_many_connections"
    zh = "同时打开的连接过多（最多 {limit} 个），请关闭一些页面后重试。"
    en = "Too many connections are open (at most {limit}). Close some pages and try again."


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the ASGI root's table; the access matrix test reads it too."""

    prefix: str
    scope_type: Literal["http", "websocket"]
    app: App
    rule: Rule
    why: str
    max_body_bytes: int = 0
    max_open_per_person: int = 20
    headers: Headers = ()
    """What the protocol of the application wants in every answer, refusals included."""
    is_for_machines: bool = False
    """Another server calls: no browser's Origin and CSRF token, but a signature of its own."""

    def matches(self, scope: Scope) -> bool:
        path: str = scope["path"]
        return scope["type"] == self.scope_type and (
            path == self.prefix or path.startswith(self.prefix + "/")
        )


class Guarded:
    """A route's application behind the guard: it finds its viewer in ``scope["viewer"]``."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        reply = _Reply(send)
        try:
            _refuse_large_body(scope, self.route.max_body_bytes)
            viewer = None
            if not self.route.is_for_machines:
                viewer = await in_own_thread(admit, scope, self.route.rule)
            with self._one_more(viewer.actor if viewer else _peer(scope)):
                body = _limited(receive, self.route.max_body_bytes)
                await self.route.app({**scope, "viewer": viewer}, body, reply.send)
        except MingjianError as refusal:
            if not reply.has_begun:
                await _refuse(scope, send, refusal, self.route.headers)

    @contextmanager
    def _one_more(self, caller: str) -> Iterator[None]:
        limit = self.route.max_open_per_person
        if self._open[caller] >= limit:
            raise TooManyConnections(limit=limit)
        self._open[caller] += 1
        try:
            yield
        finally:
            self._open[caller] -= 1
            if not self._open[caller]:
                del self._open[caller]


def admit(scope: Scope, rule: Rule) -> Viewer | None:
    """Who is let in under ``rule``; ``None`` on a public route. Raises the refusal."""
    request = request_of(scope)
    _check_host(request)
    is_unsafe = request.method not in SAFE_METHODS
    if is_unsafe or scope["type"] == "websocket":
        _check_origin(request)
    if is_unsafe:
        _check_csrf_token(request)
    if rule == PUBLIC:
        return None
    viewer = viewer_of(request)
    if viewer is None:
        raise NotSignedIn
    if rule != SIGNED_IN and not authority().grants(viewer, rule):
        raise NotPermitted
    return viewer


def viewer_of(request: HttpRequest) -> Viewer | None:
    """Who the login cookie of a bare request stands for, read from the database now."""
    SessionMiddleware(_no_view).process_request(request)
    AuthenticationMiddleware(_no_view).process_request(request)
    return authority().viewer(request)


def login_exists(request: HttpRequest) -> bool:
    """Whether the login cookie's session is still there: cheap, and says nothing of rights."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore()
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    return bool(key and sessions.exists(key))


async def in_own_thread(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``call`` off the event loop, leaving no database connection behind.

    A connection kept for the life of a socket would be one per open page.
    """

    def run() -> T:
        try:
            return call(*args, **kwargs)
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


def _no_view(_: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _check_host(request: HttpRequest) -> None:
    try:
        request.get_host()
    except DisallowedHost as error:
        raise ForeignHost from error


def _check_origin(request: HttpRequest) -> None:
    if request.headers.get("Origin") not in settings.CSRF_TRUSTED_ORIGINS:
        raise ForeignOrigin


def _check_csrf_token(request: HttpRequest) -> None:
    """Django's own check; it looks for the token in the header, for the body is not read."""
    check = CsrfViewMiddleware(_no_view)
    check.process_request(request)
    if check.process_view(request, _no_view, (), {}) is not None:
        raise MissingCsrfToken


def _refuse_large_body(scope: Scope, limit: int) -> None:
    """By the length it declares; :func:`_limited` counts what really comes."""
    for name, value in scope["headers"]:
        if name == b"content-length" and (not value.isdigit() or int(value) > limit):
            raise TooLarge(limit=filesizeformat(limit))


def _limited(receive: Receive, limit: int) -> Receive:
    received = 0

    async def count() -> Message:
        nonlocal received
        message = await receive()
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            if received > limit:
                raise TooLarge(limit=filesizeformat(limit))
        return message

    return count


class _Reply:
    """Remembers whether a response has begun: after that no refusal can be sent."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.has_begun = False

    async def send(self, message: Message) -> None:
        self.has_begun = True
        await self._send(message)


async def _refuse(scope: Scope, send: Send, refusal: MingjianError, headers: Headers = ()) -> None:
    """A page cannot see why a handshake failed: our own gets a close code instead."""
    if scope["type"] == "websocket" and not isinstance(refusal, ForeignHost | ForeignOrigin):
        await send({"type": "websocket.accept"})
        code = CLOSE_CODES + refusal.status
        await send({"type": "websocket.close", "code": code, "reason": refusal.code})
        return
    language = translation.get_language_from_request(request_of(scope))
    with translation.override(language):
        content = {"code": refusal.code, "message": refusal.message, "params": refusal.params}
    content |= {"fields": refusal.fields}
    await respond_json(scope, send, refusal.status, content, headers)


def _peer(scope: Scope) -> str:
    return str((scope.get("client") or ("unknown",))[0])
