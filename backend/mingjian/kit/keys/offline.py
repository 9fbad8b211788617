"""Offline copies: every tenant key, sealed to the age public key of the body's security officer.

The private half never comes near the server. With it and the keys database the tenant keys come
back under a new root key, wherever the old one lay; of a destroyed audit nothing comes back, for
the row of its own key is empty.
"""

from pyrage.x25519 import Identity

from mingjian.kit.keys.models import RecoveryCopy, TenantKey
from mingjian.kit.keys.offline_copy import open_offline, seal_offline
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.services import tenant_key, writing_keys


def keep_offline_copies(recipient: str) -> None:
    """From now on every tenant key is also sealed to ``recipient``, and to nobody before it."""
    with writing_keys() as keyring:
        keyring.offline_recipient = recipient
        keyring.save()
        for row in TenantKey.objects.all():
            seal_offline(row, tenant_key(row), keyring)
            row.save()


def recover_from_offline_copies(identity: Identity) -> int:
    """Wrap every tenant key, from its copy, with the root key of now; how many.

    Recovery codes end with the root key that they held.

    :raises OfflineCopyForeign: ``identity`` does not open them all; nothing was changed.
    """
    with writing_keys() as keyring:
        keyring.root_version = root_key().create()
        keyring.save()
        rows = list(TenantKey.objects.all())
        for row in rows:
            row.root_version, key = keyring.root_version, open_offline(row, identity)
            row.wrapped = root_key().wrap(row.root_version, key, row.label())
            row.save()
        RecoveryCopy.objects.all().delete()
    return len(rows)
