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


def remaining_content_keys() -> Iterator[bytes]:
    """Every content key of the installation that still opens: what a deletion is tried against."""
    for content in ContentKey.objects.exclude(wrapped=b"").select_related("tenant_key"):
        try:
            yield unwrap(tenant_key(content.tenant_key), content.wrapped, content.label())
        except MingjianError:
            continue


def is_alive(tenant_id: UUID, audit_id: UUID) -> bool:
    """Whether there is a key of the audit that could be destroyed."""
    rows = ContentKey.objects.filter(tenant_key__tenant_id=tenant_id, object_id=audit_id)
    return rows.filter(destroyed_at=None).exists()


def is_tombstone(tenant_id: UUID, audit_id: UUID) -> bool:
    """Whether the audit's key was destroyed and nothing but its empty row is left."""
    rows = ContentKey.objects.filter(tenant_key__tenant_id=tenant_id, object_id=audit_id)
    row = rows.first()
    return row is not None and row.destroyed_at is not None and not bytes(row.wrapped)


def _opens(parent: bytes, key: ContentKey | SigningKey) -> bool:
    try:
        unwrap(parent, key.wrapped, key.label())
    except MingjianError:
        return False
    return True
