"""What logins leave behind: journal entries and letters of the tenant the account acts in."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.db import transaction
from django.http import HttpRequest

from mingjian.identity.authority import MEMBERSHIP, device_of
from mingjian.identity.models import Account
from mingjian.identity.queries.seats import Seat, acting_seat, viewer_of
from mingjian.identity.security_letters import send_security_notice
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope

PROCESS = "sign-in"


def note(request: HttpRequest, account: Account, action: str) -> None:
    """The account's owner did something about their login."""
    seat = _seat(request, account)
    if seat:
        _record(viewer_of(seat, device=device_of(request)), request, seat, action)


def note_failure(request: HttpRequest, account: Account, action: str) -> None:
    """Somebody failed to prove that they are this account: not its owner's deed."""
    seat = _seat(request, account)
    if seat:
        viewer = Viewer.system(PROCESS, seat.tenant.id, cause=device_of(request))
        _record(viewer, request, seat, action)


def notify(request: HttpRequest, account: Account, change: str) -> None:
    """Write to the account's owner about a change to their security."""
    seat = _seat(request, account)
    if seat:
        device, ip = device_of(request), get_adapter().get_client_ip(request)
        send_security_notice(seat.person, account.email, change, device=device, ip=ip)


def on_factor_refused(sender: Any, *, request: HttpRequest, user: Account, **_: Any) -> None:
    """Receiver of allauth's ``authentication_failed``: a wrong code or passkey.

    The only signal we listen to, because allauth has no adapter hook for it; connected by
    ``wiring.py`` where everybody sees it.
    """
    note_failure(request, user, "login.factor_refused")


def _seat(request: HttpRequest, account: Account) -> Seat | None:
    return acting_seat(account.pk, request.session.get(MEMBERSHIP))


def _record(viewer: Viewer, request: HttpRequest, seat: Seat, action: str) -> None:
    with tenant_scope({seat.tenant.id}), transaction.atomic():
        record(viewer, action, seat.person, reason=get_adapter().get_client_ip(request))
