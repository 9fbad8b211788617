"""``/api/status``: before sign-in what the page needs to know, after it what is the matter."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router

from mingjian.kit import clock
from mingjian.kit.access import AuthorisedRequest, public, signed_in
from mingjian.kit.schema import Schema
from mingjian.kit.status import Banner, banners_for, demo_logins, media_state
from mingjian.kit.tenancy import every_tenant

router = Router(tags=["status"])


class DemoLoginOut(Schema):
    email: str
    password: str
    name: str
    role: str


class StatusOut(Schema):
    mode: str
    needs_setup: bool
    """No body exists yet: the first-day wizard comes first."""
    demo: list[DemoLoginOut]
    time: datetime


class BannerOut(Schema):
    code: str
    severity: str
    message: str


class HealthOut(Schema):
    media: str
    banners: list[BannerOut]


@router.get("", response=StatusOut)
@public("says only what the sign-in page shows anyway; demo logins exist in the demo alone")
def status(request: HttpRequest) -> Any:
    return {
        "mode": settings.ENVIRONMENT.mode,
        "needs_setup": not every_tenant()(),
        "demo": demo_logins(),
        "time": clock.now(),
    }


@router.get("/health", response=HealthOut)
@signed_in
def health(request: AuthorisedRequest) -> Any:
    banners = [_render(banner) for banner in banners_for(request.viewer)]
    return {"media": media_state(), "banners": banners}


def _render(banner: Banner) -> dict[str, str]:
    return {"code": banner.code, "severity": banner.severity, "message": str(banner.words)}
