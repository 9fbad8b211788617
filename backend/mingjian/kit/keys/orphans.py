"""Keys whose audit never came to be: the key is committed first, and a crash may follow."""

from datetime import timedelta
from typing import Protocol
from uuid import UUID

from mingjian.kit.clock import now
from mingjian.kit.keys.models import ContentKey
from mingjian.kit.keys.services import writing_keys
from mingjian.kit.ports import Ports

GRACE = timedelta(days=1)


class AuditRegister(Protocol):
    """Says which audits exist (adapter: the stage that owns the audit's row)."""

    def existing(self, tenant_id: UUID, audit_ids: set[UUID]) -> set[UUID]: ...


audit_registers: Ports[AuditRegister] = Ports("audit_registers")


def sweep_orphans() -> int:
    """Remove audit keys older than a day that no register knows; returns how many."""
    orphans = [key.id for key in _candidates() if not _is_known(key)]
    with writing_keys():
        deleted, _ = ContentKey.objects.filter(id__in=orphans).delete()
    return deleted


def _candidates() -> list[ContentKey]:
    """Living audit keys past the grace; none as long as nobody could vouch for any."""
    if not audit_registers():
        return []
    aged = ContentKey.objects.filter(destroyed_at=None, created_at__lt=now() - GRACE)
    rows = aged.select_related("tenant_key")
    return [key for key in rows if key.object_id != key.tenant_key.tenant_id]


def _is_known(key: ContentKey) -> bool:
    tenant_id = key.tenant_key.tenant_id
    return any(register.existing(tenant_id, {key.object_id}) for register in audit_registers())
