"""Whether a viewer's grants reach everything of a tenant, or only what is their own."""

from collections.abc import Sequence

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Grant, Viewer


def reaches_all(viewer: Viewer, grants: Sequence[Grant]) -> bool:
    """A right without a bracket that holds for the whole tenant, not on one audit only."""
    if viewer.tenant_kind == TenantKind.CLIENT:
        return False
    return any(grant.audit_id is None and not grant.qualifier for grant in grants)
