"""A tenant's own profile and settings."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.errors import CreditCodeError, ZoneError
from mingjian.identity.events import TenantChanged
from mingjian.identity.models import Tenant
from mingjian.identity.queries.organisations import tenant_view
from mingjian.identity.queries.tenants import administered_tenant, administering
from mingjian.identity.rules import is_credit_code, is_zone
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce


def update_tenant(
    *, viewer: Viewer, tenant_id: UUID, version: int, profile: Mapping[str, Any]
) -> Tenant:
    """Change the profile of the own tenant, or of an organisation that it engages."""
    values = checked_profile(profile)
    with administering(viewer), transaction.atomic():
        administered_tenant(viewer, tenant_id)
        tenant = Tenant.objects.select_for_update().get(id=tenant_id)
        before = change(tenant, viewer=viewer, version=version, values=values, view=tenant_view)
        announce(TenantChanged(owner_id=tenant.id))
        record(viewer, "tenant.changed", tenant, before=before)
    return tenant


def set_logo(*, viewer: Viewer, version: int, logo_id: UUID | None) -> Tenant:
    """Show the stored picture ``logo_id`` as the own tenant's logo; None shows its name."""
    profile = {"logo_id": logo_id}
    return update_tenant(
        viewer=viewer, tenant_id=viewer.tenant_id, version=version, profile=profile
    )


def checked_profile(profile: Mapping[str, Any]) -> dict[str, Any]:
    """The profile's entries, if the credit code's check character and the zone are right."""
    values = dict(profile)
    if values.get("credit_code"):
        values["credit_code"] = values["credit_code"].upper()
        if not is_credit_code(values["credit_code"]):
            raise CreditCodeError
    if "zone" in values and not is_zone(values["zone"]):
        raise ZoneError(zone=values["zone"])
    return values
