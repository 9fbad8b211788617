"""``/api/identity/setup`` and ``/recovery-code``: the first day of an installation."""

from typing import Any

from allauth.account.utils import perform_login
from django.http import HttpRequest
from ninja import Router, Status

from mingjian.identity.queries.tenants import tenant_ids
from mingjian.identity.schemas.setup import (
    RecoveryCode,
    RecoveryConfirmation,
    RecoveryState,
    SetUp,
    SetupState,
)
from mingjian.identity.services.body import FirstAdministrator
from mingjian.identity.services.setup import confirm_recovery, renew_recovery, set_up
from mingjian.identity.signin.throttle import throttle_links
from mingjian.kit.access import AuthorisedRequest, public, requires
from mingjian.kit.keys.recovery import confirmed_recovery_copy
from mingjian.kit.keys.root import root_key

router = Router()


@router.get("/setup", response=SetupState)
@public("Says only whether this installation has been set up.")
def read_setup(request: HttpRequest) -> Any:
    return {"is_needed": not tenant_ids()}


@router.post("/setup", response={201: RecoveryCode})
@public("The holder of the one-time token can read the server's data directory; rate limited.")
def begin(request: HttpRequest, what: SetUp) -> Any:
    """Found the body, sign its first administrator in, and show the recovery code once."""
    throttle_links(request)
    seat, code = set_up(
        token=what.token,
        profile=what.body.model_dump(),
        administrator=FirstAdministrator(**what.administrator.model_dump()),
    )
    perform_login(request, seat.person.account)
    return Status(201, {"recovery_code": code})


@router.get("/recovery-code", response=RecoveryState)
@requires("settings", "R")
def read_recovery(request: AuthorisedRequest) -> Any:
    """Whether somebody has confirmed to hold the recovery code."""
    return _recovery_state()


@router.post("/recovery-code", response=RecoveryCode)
@requires("settings", "U")
def renew(request: AuthorisedRequest) -> Any:
    """A new code, shown once; the old one works until this one is confirmed."""
    return {"recovery_code": renew_recovery(viewer=request.viewer)}


@router.post("/recovery-code/confirm", response=RecoveryState)
@requires("settings", "U")
def confirm(request: AuthorisedRequest, what: RecoveryConfirmation) -> Any:
    """The code was written down: here it is, typed back."""
    confirm_recovery(viewer=request.viewer, code=what.recovery_code)
    return _recovery_state()


def _recovery_state() -> dict[str, bool]:
    return {
        "is_confirmed": confirmed_recovery_copy() is not None,
        "is_needed": root_key().is_exportable,
    }
