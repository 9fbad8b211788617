"""The pages: WhiteNoise serves hashed assets, Django renders the two entries with a nonce."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.views.decorators.http import require_safe
from whitenoise.base import WhiteNoise
from whitenoise.responders import StaticFile

from mingjian.kit.access import public
from mingjian.kit.headers import csp_nonce
from mingjian.kit.pages import page
from mingjian.kit.paths import NOT_PAGES

PLACEHOLDER = "__CSP_NONCE__"
PAGE_PATTERN = "^(?!" + "|".join(re.escape(prefix.lstrip("/")) for prefix in NOT_PAGES) + ")"
UNBUILT_ZH = "网页界面尚未构建。请在项目目录运行 ./run，完成后刷新本页。"
UNBUILT_EN = (
    "The web interface has not been built. Run ./run in the project directory, then reload."
)


class Assets(WhiteNoise):  # type: ignore[misc]  # WhiteNoise is untyped
    """Middleware: files of the web build, hashed ones immutable, compressed at build time.

    Our own serving instead of WhiteNoise's middleware: its streaming response would be read
    whole under ASGI anyway, with a warning for each file, and it would serve the entries
    without their nonce.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        super().__init__(None, allow_all_origins=False, max_age=0)
        self.get_response = get_response
        if settings.WEB_DIST.is_dir():
            self.add_files(str(settings.WEB_DIST))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asset: StaticFile | None = self.files.get(request.path_info)
        return _serve(asset, request) if asset else self.get_response(request)

    def add_file_to_dictionary(self, url: str, path: str, stat_cache: object = None) -> None:
        if not url.endswith(".html"):
            super().add_file_to_dictionary(url, path, stat_cache)

    def immutable_file_test(self, path: str, url: str) -> bool:
        return url.startswith("/assets/")


def _serve(asset: StaticFile, request: HttpRequest) -> HttpResponse:
    found = asset.get_response(request.method, request.META)
    response = HttpResponse(found.file.read() if found.file else b"", status=int(found.status))
    if found.file:
        found.file.close()
    del response["Content-Type"]
    for name, value in found.headers:
        response[name] = value
    return response


@public("The sign-in page must reach people who are not signed in; it holds no content.")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The desk application, for every path that belongs to nobody else."""
    return _entry(request, "index.html")


@public("The phone entry asks for a link or a sign-in itself; it holds no content.")
@require_safe
def phone(request: HttpRequest) -> HttpResponse:
    """The light entry for the auditee's phone."""
    return _entry(request, "phone.html")


def _entry(request: HttpRequest, name: str) -> HttpResponse:
    path = settings.WEB_DIST / name
    if not path.is_file():
        return page(UNBUILT_ZH, UNBUILT_EN, status=503)
    get_token(request)  # the first API call can then carry the CSRF cookie's value
    html = _source(path, path.stat().st_mtime_ns).replace(PLACEHOLDER, csp_nonce(request))
    return HttpResponse(html, headers={"Cache-Control": "no-cache, private"})


@lru_cache(maxsize=4)
def _source(path: Path, _changed_at: int) -> str:
    return path.read_text(encoding="utf-8")
