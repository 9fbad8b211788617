"""What every answer tells the browser it may do: content security policy and its companions.

Django's ``SecurityMiddleware`` adds HSTS; this adds what Django 5.2 does not know. Views that
serve documents of users set a narrower policy, which is left alone.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mingjian.kit.paths import is_api

DIRECTIVES = {
    "default-src": "'self'",
    "script-src": "'self' {nonce}",
    # Style *elements* need the nonce (Ant Design gets it). Style *attributes* are not needed:
    # React and Ant Design set styles through the object model, which no policy forbids.
    "style-src-elem": "'self' {nonce}",
    "style-src-attr": "'none'",
    "style-src": "'self' {nonce}",  # browsers that know neither of the two above
    "img-src": "'self' blob: data:",
    "media-src": "'self' blob:",
    "worker-src": "'self' blob:",
    # 'self' includes WebSockets of the same host (CSP 3); /rtc and /ws are on our origin.
    "connect-src": "'self'",
    "object-src": "'none'",
    "frame-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self' {form_targets}",
}
PERMISSIONS = (
    "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), "
    "geolocation=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), "
    "hid=(), midi=(), payment=(), serial=(), usb=(), browsing-topics=()"
)
_NONCE = "mingjian.csp_nonce"
_FORGET = "mingjian.forget_site"


def content_security_policy(nonce: str = "", form_targets: str = "") -> str:
    """The policy as a header value; without ``nonce`` no inline element runs at all."""
    filled = {"nonce": f"'nonce-{nonce}'" if nonce else "", "form_targets": form_targets}
    return "; ".join(
        f"{name} {' '.join(sources.format(**filled).split())}"
        for name, sources in DIRECTIVES.items()
    )


def security_headers(nonce: str = "", form_targets: str = "") -> dict[str, str]:
    """The headers of every answer, by name."""
    return {
        "Content-Security-Policy": content_security_policy(nonce, form_targets),
        "Permissions-Policy": PERMISSIONS,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
    }


def csp_nonce(request: HttpRequest) -> str:
    """This request's nonce, made on first use; clients cannot set this key of ``META``."""
    nonce: str = request.META.setdefault(_NONCE, secrets.token_urlsafe(18))
    return nonce


def forget_site(request: HttpRequest) -> None:
    """Have the browser drop what the site stored: the answer to a sign-out."""
    request.META[_FORGET] = True


class SecurityHeaders:
    """Outermost middleware: no answer of Django leaves without these headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.form_targets = " ".join(settings.CSP_FORM_TARGETS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        nonce = request.META.get(_NONCE, "")
        for name, value in security_headers(nonce, self.form_targets).items():
            response.headers.setdefault(name, value)
        if is_api(request.path):
            response.headers.setdefault("Cache-Control", "no-store")
        if _FORGET in request.META:
            # Not "cookies": the sign-out answer sets a new CSRF cookie. Not "cache": API
            # answers are never stored, and assets are public.
            response.headers["Clear-Site-Data"] = '"storage"'
        return response
