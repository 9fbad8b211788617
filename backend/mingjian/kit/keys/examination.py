"""Whether a tenant's keys still open: a flipped bit in their rows shows here, not years later."""

from collections.abc import Iterator
from uuid import UUID

from mingjian.kit.errors import MingjianError
from mingjian.kit.keys.models import ContentKey, SigningKey, TenantKey
from mingjian.kit.keys.services import tenant_key
from mingjian.kit.keys.wrapping import unwrap


def damaged_keys(tenant_id: UUID) -> Iterator[tuple[str, UUID]]:
    """Kind and object of every key of the tenant that its parent does not open."""
    row = TenantKey.objects.filter(tenant_id=tenant_id).first()
    if row is None:
        return
    try:
        parent = tenant_key(row)
    except MingjianError:
        yield "keys.tenantkey", tenant_id
        return
    living = ContentKey.objects.filter(tenant_key=row).exclude(wrapped=b"")
    for content in living:
        if not _opens(parent, content):
            yield "keys.contentkey", content.object_id
    for signing in SigningKey.objects.filter(tenant_key=row):
        if not _opens(parent, signing):
            yield "keys.signingkey", tenant_id


def _opens(parent: bytes, key: ContentKey | SigningKey) -> bool:
    try:
        unwrap(parent, key.wrapped, key.label())
    except MingjianError:
        return False
    return True
