"""``/api/identity/me``: who is signed in, and in which role."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Status

from mingjian.identity.authority import MEMBERSHIP
from mingjian.identity.models import Account
from mingjian.identity.queries.profile import me_view
from mingjian.identity.queries.seats import seats
from mingjian.identity.schemas.people import MembershipChoice, MeOut, ProfileChange, ProfileOut
from mingjian.identity.services import update_profile
from mingjian.kit.access import AuthorisedRequest, signed_in
from mingjian.kit.errors import NotFound

router = Router()


@router.get("", response=MeOut)
@signed_in
def read_me(request: AuthorisedRequest) -> Any:
    """The login, the person, the seats, and the rights of the present role."""
    return {**me_view(request.viewer, _account(request)), "csrf": get_token(request)}


@router.patch("", response=ProfileOut)
@signed_in
def update_me(request: AuthorisedRequest, change: ProfileChange) -> Any:
    """Own name, phone, language and zone."""
    return update_profile(viewer=request.viewer, **change.model_dump(exclude_unset=True))


@router.post("/membership", response={204: None})
@signed_in
def choose_membership(request: AuthorisedRequest, choice: MembershipChoice) -> Any:
    """Act in another of the own roles from now on."""
    account = _account(request)
    available = seats(account.id) if account else []
    if choice.membership_id not in {seat.membership.id for seat in available}:
        raise NotFound
    request.session[MEMBERSHIP] = str(choice.membership_id)
    return Status(204, None)


def _account(request: HttpRequest) -> Account | None:
    """A guest who came by a link has none."""
    return request.user if isinstance(request.user, Account) else None
