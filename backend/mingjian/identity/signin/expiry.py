"""How long a login lasts: idle for so long, and never longer than so long altogether."""

from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mingjian.identity.entry_errors import LoginExpiredError
from mingjian.kit import clock
from mingjian.kit.paths import SIGN_IN, is_api
from mingjian.kit.problems import answer

STARTED = "login.started_at"
SEEN = "login.seen_at"
NOTE_EVERY_SECONDS = 60
"""Not every request writes: last seen is true to a minute."""


def is_expired(session: SessionBase) -> bool:
    """Whether the login's time is over; sessions without a login never expire this way."""
    started = session.get(STARTED)
    if started is None:
        return False
    now = clock.now().timestamp()
    idle = now - session.get(SEEN, started)
    return bool(idle > settings.LOGIN_IDLE_SECONDS or now - started > settings.SESSION_COOKIE_AGE)


def start(session: SessionBase) -> None:
    session[STARTED] = session[SEEN] = clock.now().timestamp()


def note_seen(session: SessionBase) -> None:
    now = clock.now()
    if now.timestamp() - session.get(SEEN, 0) < NOTE_EVERY_SECONDS:
        return
    session[SEEN] = now.timestamp()
    UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=now)


class LoginExpiry:
    """Middleware: ends a login whose time is over, and tells whoever needed it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_api(request.path) or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        expired = is_expired(request.session)
        if expired:
            request.session.flush()
        elif STARTED in request.session:
            note_seen(request.session)
        response = self.get_response(request)
        if expired and response.status_code == 401 and not request.path.startswith(SIGN_IN):
            return answer(LoginExpiredError())
        return response
