"""``/api/identity/tenant``: the own organisation's settings."""

from typing import Any

from ninja import Router

from mingjian.identity import services
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.schemas.organisations import LogoChoice, TenantChange, TenantOut
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.files.queries import stored_file

router = Router()


@router.get("", response=TenantOut)
@requires("settings", "R")
def read_tenant(request: AuthorisedRequest) -> Any:
    return own_tenant(request.viewer)


@router.patch("", response=TenantOut)
@requires("settings", "U")
def change_tenant(request: AuthorisedRequest, change: TenantChange) -> Any:
    """Name, approval number, zone and language of the own organisation."""
    return services.update_tenant(
        viewer=request.viewer,
        tenant_id=request.viewer.tenant_id,
        version=change.version,
        profile=change.model_dump(exclude_unset=True, exclude={"version"}),
    )


@router.put("/logo", response=TenantOut)
@requires("settings", "U")
def choose_logo(request: AuthorisedRequest, choice: LogoChoice) -> Any:
    """Show a picture that was uploaded to ``/api/files/pictures``; null shows the name."""
    if choice.logo_id:
        stored_file(request.viewer, choice.logo_id)
    return services.set_logo(viewer=request.viewer, **choice.model_dump())
