"""Rotation: new wrapping keys, same content keys, so that no file is ever sealed again."""

from uuid import UUID

from mingjian.kit.clock import now
from mingjian.kit.keys.errors import KeyMissing
from mingjian.kit.keys.models import ContentKey, Keyring, RecoveryCopy, SigningKey, TenantKey
from mingjian.kit.keys.offline_copy import seal_offline
from mingjian.kit.keys.recovery import reseal_copies
from mingjian.kit.keys.root import RootKey, root_key
from mingjian.kit.keys.services import tenant_key, writing_keys
from mingjian.kit.keys.wrapping import fresh_key, unwrap, wrap


def rotate_root() -> int:
    """Wrap every tenant key, and the recovery copies, with a new root key.

    The version before stays in the file until the next rotation: for readers under way,
    for a crash before the commit, and for yesterday's backup of the keys.
    """
    with writing_keys() as keyring:
        previous, newest = keyring.root_version, root_key().renew()
        _rewrap_tenants(keyring, root_key(), newest)
        reseal_copies()
    root_key().retire(below=previous)
    return newest


def move_root(target: RootKey) -> int:
    """Wrap every tenant key with the root key at another place; the old one then opens nothing.

    The recovery copies held the old one, so they go; where the new one can be exported, the body
    makes a new code.
    """
    with writing_keys() as keyring:
        version = target.create()
        _rewrap_tenants(keyring, target, version)
        RecoveryCopy.objects.all().delete()
    return version


def _rewrap_tenants(keyring: Keyring, target: RootKey, version: int) -> None:
    for row in TenantKey.objects.all():
        key = tenant_key(row)
        row.root_version = version
        row.wrapped = target.wrap(version, key, row.label())
        row.save()
    keyring.root_version, keyring.rotated_at = version, now()
    keyring.save()


def rotate_tenant(tenant_id: UUID) -> int:
    """Wrap the tenant's content keys and signing key with a new tenant key."""
    with writing_keys() as keyring:
        row = TenantKey.objects.filter(tenant_id=tenant_id).first()
        if row is None:
            raise KeyMissing
        old, new = tenant_key(row), fresh_key()
        row.version, row.root_version = row.version + 1, keyring.root_version
        row.wrapped = root_key().wrap(row.root_version, new, row.label())
        seal_offline(row, new, keyring)
        row.rotated_at = now()
        row.save()
        for content in ContentKey.objects.filter(tenant_key=row, destroyed_at=None):
            _rewrap(content, row, old, new)
        _rewrap(SigningKey.objects.get(tenant_key=row), row, old, new)
    return row.version


def _rewrap(child: ContentKey | SigningKey, parent: TenantKey, old: bytes, new: bytes) -> None:
    child.tenant_key = parent
    key = unwrap(old, child.wrapped, child.label())
    child.tenant_version = parent.version
    child.wrapped = wrap(new, key, child.label())
    child.save()
