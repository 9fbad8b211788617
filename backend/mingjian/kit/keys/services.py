"""Keys: made, used, destroyed. Rotation and recovery have files of their own.

All rows live in the database ``keys``; its transactions are its own, committed before
and apart from those of the records that the keys protect.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid5

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connections, transaction

from mingjian.kit.clock import now
from mingjian.kit.keys.at_hand import forget, keep_at_hand, key_at_hand
from mingjian.kit.keys.errors import AuditKeyDestroyed, KeyMissing
from mingjian.kit.keys.models import ContentKey, Keyring, SigningKey, TenantKey
from mingjian.kit.keys.offline_copy import seal_offline
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.wrapping import derive, fresh_key, open_text, seal_text, unwrap, wrap

__all__ = [
    "audit_key",
    "audit_secret",
    "check_root_key",
    "create_audit_key",
    "create_tenant_key",
    "derived_from",
    "destroy_audit_key",
    "open_text",
    "records_of",
    "seal_text",
    "signing_key",
    "tenant_secret",
]

DATABASE = "keys"


@contextmanager
def writing_keys() -> Iterator[Keyring]:
    """One writer of keys at a time, so that a new key never misses a rotation."""
    with transaction.atomic(using=DATABASE):
        if not Keyring.objects.exists():
            Keyring.objects.get_or_create(
                id=Keyring.ID, defaults={"root_version": root_key().create()}
            )
        yield Keyring.objects.select_for_update().get()


def create_tenant_key(tenant_id: UUID) -> None:
    """Make the tenant's keys: its own, its documents' and its signing key. Once is enough."""
    with writing_keys() as keyring:
        if TenantKey.objects.filter(tenant_id=tenant_id).exists():
            return
        key = fresh_key()
        row = TenantKey(tenant_id=tenant_id, root_version=keyring.root_version)
        row.wrapped = root_key().wrap(row.root_version, key, row.label())
        seal_offline(row, key, keyring)
        row.save()
        _add_content_key(row, key, object_id=tenant_id)
        signing = SigningKey(tenant_key=row, tenant_version=row.version)
        signing.wrapped = wrap(key, fresh_key(), signing.label())
        signing.save()


def create_audit_key(tenant_id: UUID, audit_id: UUID) -> None:
    """Make the audit's key, before the audit's own row; once is enough, never after its end."""
    with writing_keys():
        existing = ContentKey.objects.filter(
            tenant_key__tenant_id=tenant_id, object_id=audit_id
        ).first()
        if existing is None:
            row = _tenant_row(tenant_id)
            _add_content_key(row, tenant_key(row), object_id=audit_id)
        elif existing.destroyed_at:
            raise AuditKeyDestroyed


def tenant_secret(tenant_id: UUID, purpose: str, object_id: UUID) -> bytes:
    """The key of one of the tenant's own documents or texts."""
    return derive(_content_key(tenant_id, tenant_id), purpose, object_id)


def audit_secret(tenant_id: UUID, audit_id: UUID, purpose: str, object_id: UUID) -> bytes:
    """The key of one file or text of an audit; gone for good once its key was destroyed."""
    return derive(_content_key(tenant_id, audit_id), purpose, object_id)


def records_of(audit_id: UUID) -> UUID:
    """Under whose key lies what a body keeps of an audit whose own key is destroyed (ADR 0012)."""
    return uuid5(audit_id, "records")


def derived_from(content_key: bytes, purpose: str, object_id: UUID) -> bytes:
    """The key of one file or text under a content key that is at hand."""
    return derive(content_key, purpose, object_id)


def audit_key(tenant_id: UUID, audit_id: UUID) -> bytes:
    """The audit's key itself: only for an export that two people have approved."""
    return _content_key(tenant_id, audit_id)


def signing_key(tenant_id: UUID) -> Ed25519PrivateKey:
    """The key with which the tenant's journal signs its checkpoints."""
    row = (
        SigningKey.objects.select_related("tenant_key")
        .filter(tenant_key__tenant_id=tenant_id)
        .first()
    )
    if row is None:
        raise KeyMissing
    seed = unwrap(tenant_key(row.tenant_key), row.wrapped, row.label())
    return Ed25519PrivateKey.from_private_bytes(seed)


def destroy_audit_key(tenant_id: UUID, audit_id: UUID) -> None:
    """Make the audit's content unreadable for good; the row stays as a tombstone."""
    if audit_id == tenant_id:
        raise ValueError("the key of a tenant's own documents is not an audit's")
    with writing_keys():
        destroyed = ContentKey.objects.filter(
            tenant_key__tenant_id=tenant_id, object_id=audit_id, destroyed_at=None
        ).update(wrapped=b"", destroyed_at=now())
    forget((tenant_id, audit_id))
    if destroyed:
        _forget_write_ahead_log()


def check_root_key() -> None:
    """Refuse to start without the root key that opens the rows: raises what is wrong."""
    if not Keyring.objects.exists():
        root_key().create()
    for row in TenantKey.objects.all()[:1]:
        tenant_key(row)


def tenant_key(row: TenantKey) -> bytes:
    """The tenant's key itself, for wrapping and unwrapping its other keys."""
    return root_key().unwrap(row.root_version, row.wrapped, row.label())


def _tenant_row(tenant_id: UUID) -> TenantKey:
    row = TenantKey.objects.filter(tenant_id=tenant_id).first()
    if row is None:
        raise KeyMissing
    return row


def _add_content_key(row: TenantKey, parent: bytes, *, object_id: UUID) -> None:
    content = ContentKey(tenant_key=row, object_id=object_id, tenant_version=row.version)
    content.wrapped = wrap(parent, fresh_key(), content.label())
    content.save()


def _content_key(tenant_id: UUID, object_id: UUID) -> bytes:
    owner = tenant_id, object_id
    key = key_at_hand(owner)
    if key is None:
        key = _unwrapped(tenant_id, object_id)
        keep_at_hand(owner, key)
    return key


def _unwrapped(tenant_id: UUID, object_id: UUID) -> bytes:
    row = (
        ContentKey.objects.select_related("tenant_key")
        .filter(tenant_key__tenant_id=tenant_id, object_id=object_id)
        .first()
    )
    if row is None:
        raise KeyMissing
    if row.destroyed_at:
        raise AuditKeyDestroyed
    return unwrap(tenant_key(row.tenant_key), row.wrapped, row.label())


def _forget_write_ahead_log() -> None:
    """SQLite's log still holds the wrapped key; PostgreSQL's ends with its retention."""
    connection = connections[DATABASE]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
