"""A guest's login: no account, only a link that this device has opened."""

import secrets
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from mingjian.identity.models import GuestLink, Tenant
from mingjian.identity.queries.seats import Seat
from mingjian.identity.signin import expiry
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope

LINK, OWNER, DEVICE = "guest.link", "guest.owner", "guest.device"
"""The session's keys: which link, whose, and the device it was bound to."""

COOKIE = "mingjian_guest"
"""The device's secret; it outlives the login, so that the link opens again there."""


def device_secret(request: HttpRequest) -> str:
    """What this device showed before, or a new secret to be kept by :func:`begin`."""
    return request.COOKIES.get(COOKIE) or secrets.token_urlsafe(32)


def begin(request: HttpRequest, response: HttpResponse, link: GuestLink, secret: str) -> None:
    """Sign this device in as the guest, under a session key of its own."""
    request.session.flush()
    request.session.update(
        {LINK: str(link.id), OWNER: str(link.owner_id), DEVICE: link.device_hash}
    )
    expiry.start(request.session)
    response.set_cookie(
        COOKIE,
        secret,
        expires=link.expires_at,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )


def guest_seat(session: SessionBase) -> Seat | None:
    """What the session's guest acts as; nothing once revoked, expired or released."""
    if LINK not in session:
        return None
    with tenant_scope({UUID(session[OWNER])}):
        links = GuestLink.objects.select_related("membership", "person")
        link = links.filter(id=session[LINK], device_hash=session[DEVICE]).first()
        if link is None or link.state != "arrived":
            return None
        tenant = Tenant.objects.get(id=link.owner_id)
    seat = Seat(link.membership, link.person, tenant)
    in_force = link.person.is_active and link.membership.is_in_force(clock.today(tenant.zone))
    return seat if in_force else None
