"""``/api/identity/logins``: where one is signed in, and signing out elsewhere."""

from typing import Any

from allauth.usersessions.models import UserSession
from ninja import Router

from mingjian.identity.devices import device_in_words
from mingjian.identity.models import Account
from mingjian.identity.queries.logins import logins
from mingjian.identity.schemas.entry import Login
from mingjian.identity.services.logins import end_login, end_other_logins
from mingjian.kit.access import AuthorisedRequest, signed_in
from mingjian.kit.errors import NotPermitted

router = Router()


@router.get("", response=list[Login])
@signed_in
def list_logins(request: AuthorisedRequest) -> Any:
    """The account's logins on all devices."""
    current = request.session.session_key
    return [_render(login, current) for login in logins(_account(request).pk)]


@router.post("/{int:login_id}/end", response={204: None})
@signed_in
def end(request: AuthorisedRequest, login_id: int) -> None:
    """Sign that device out at once."""
    end_login(viewer=request.viewer, account_id=_account(request).pk, login_id=login_id)


@router.post("/end-others", response={204: None})
@signed_in
def end_others(request: AuthorisedRequest) -> None:
    """Sign out every device but this one."""
    current = request.session.session_key or ""
    end_other_logins(viewer=request.viewer, account_id=_account(request).pk, current=current)


def _account(request: AuthorisedRequest) -> Account:
    """Guests have a link instead of an account."""
    if not isinstance(request.user, Account):
        raise NotPermitted
    return request.user


def _render(login: UserSession, current: str | None) -> dict[str, Any]:
    return {
        "id": login.pk,
        "device": device_in_words(login.user_agent),
        "ip": login.ip,
        "signed_in_at": login.created_at,
        "last_seen_at": login.last_seen_at,
        "is_current": login.session_key == current,
    }
