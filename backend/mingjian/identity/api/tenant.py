"""``/api/identity/tenant``: the own organisation's settings."""

from typing import Any

from ninja import Router

from mingjian.identity import services
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.schemas.organisations import TenantChange, TenantOut
from mingjian.kit.access import AuthorisedRequest, requires

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
