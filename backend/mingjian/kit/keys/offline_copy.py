"""One tenant key sealed with age to whoever holds the offline copies."""

from pyrage import DecryptError, decrypt, encrypt
from pyrage.x25519 import Identity, Recipient

from mingjian.kit.keys.errors import OfflineCopyForeign
from mingjian.kit.keys.models import Keyring, TenantKey


def seal_offline(row: TenantKey, key: bytes, keyring: Keyring) -> None:
    """Put the copy of ``key`` into its unsaved row, where somebody holds offline copies."""
    if keyring.offline_recipient:
        recipient = Recipient.from_str(keyring.offline_recipient)
        row.offline_copy = encrypt(_bound(row) + key, [recipient])


def open_offline(row: TenantKey, identity: Identity) -> bytes:
    """The tenant key from its copy.

    :raises OfflineCopyForeign: there is no copy, it is another row's, or sealed to another.
    """
    bound = _bound(row)
    try:
        content = bytes(decrypt(bytes(row.offline_copy), [identity]))
    except DecryptError:
        raise OfflineCopyForeign from None
    if not content.startswith(bound):
        raise OfflineCopyForeign
    return content[len(bound) :]


def _bound(row: TenantKey) -> bytes:
    """What the copy is bound to, as the wrapped key is to its label."""
    return f"mingjian/offline/v1/{row.tenant_id}/{row.version}\0".encode()
