"""``/api/evidence/profile``: in which algorithms the own body seals."""

from typing import Any

from ninja import Router

from mingjian.evidence.queries.profiles import profile_of, profile_view
from mingjian.evidence.schemas.profiles import SealingProfileChoice, SealingProfileOut
from mingjian.evidence.services.profiles import choose_profile
from mingjian.kit.access import AuthorisedRequest, requires

router = Router()


@router.get("", response=SealingProfileOut)
@requires("settings", "R")
def read_profile(request: AuthorisedRequest) -> Any:
    return profile_view(profile_of(request.viewer.tenant_id))


@router.put("", response=SealingProfileOut)
@requires("settings", "U")
def put_profile(request: AuthorisedRequest, choice: SealingProfileChoice) -> Any:
    """From now on; what was sealed before stays as it is."""
    given = choice.model_dump()
    return profile_view(choose_profile(viewer=request.viewer, **given))
