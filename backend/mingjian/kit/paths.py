"""Which paths are whose: the API's, sign-in's, the other applications', the pages'."""

SIGN_IN = "/_allauth/"
"""Sign-in, by django-allauth's headless API."""

API = ("/api/", SIGN_IN)
"""Answers in JSON, checks CSRF, is never cached."""

NOT_PAGES = (*API, "/ws", "/rtc", "/uploads", "/assets/", "/files/")
"""Everything else is a page of the single-page application."""


def is_api(path: str) -> bool:
    return path.startswith(API)
