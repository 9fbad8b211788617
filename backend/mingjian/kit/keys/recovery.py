"""The recovery code: the one thing, beside a backup, that a body needs after losing its server.

The code is a private key, shown once and kept on paper. Its public half stays here, with
the root key sealed to it (HPKE, RFC 9180), so a rotation of the root key renews the copy
without anybody typing the code again.
"""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from mingjian.kit.clock import now
from mingjian.kit.keys import recovery_code
from mingjian.kit.keys.errors import RecoveryCodeForeign, WrappedKeyRefused
from mingjian.kit.keys.models import RecoveryCopy
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.services import writing_keys

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
PURPOSE = b"mingjian/root-recovery/v1"


def issue_recovery_code() -> str:
    """A new code, to be shown once; earlier codes work until this one is confirmed."""
    private = X25519PrivateKey.generate()
    public = private.public_key()
    with writing_keys():
        RecoveryCopy.objects.filter(confirmed_at=None).delete()
        RecoveryCopy.objects.create(public_key=public.public_bytes_raw(), sealed=_sealed(public))
    return recovery_code.write(private.private_bytes_raw())


def confirm_recovery_code(code: str) -> None:
    """The body typed the code back from paper: from now on only this code recovers."""
    private = X25519PrivateKey.from_private_bytes(recovery_code.read(code))
    with writing_keys():
        copy = _copy_for(private)
        copy.confirmed_at = copy.confirmed_at or now()
        copy.save()
        RecoveryCopy.objects.exclude(id=copy.id).delete()


def confirmed_recovery_copy() -> RecoveryCopy | None:
    """The copy that a code on paper opens, if anybody ever confirmed one."""
    return RecoveryCopy.objects.exclude(confirmed_at=None).first()


def restore_root_key(code: str) -> None:
    """Write the lost root key back from the copy that ``code`` opens."""
    private = X25519PrivateKey.from_private_bytes(recovery_code.read(code))
    try:
        exported = SUITE.decrypt(bytes(_copy_for(private).sealed), private, PURPOSE)
    except InvalidTag:
        raise WrappedKeyRefused from None
    root_key().restore(exported)


def reseal_copies() -> None:
    """After a rotation: the same codes open the new root key."""
    for copy in RecoveryCopy.objects.all():
        copy.sealed = _sealed(X25519PublicKey.from_public_bytes(bytes(copy.public_key)))
        copy.save()


def _sealed(public: X25519PublicKey) -> bytes:
    return SUITE.encrypt(root_key().export(), public, PURPOSE)


def _copy_for(private: X25519PrivateKey) -> RecoveryCopy:
    copy = RecoveryCopy.objects.filter(public_key=private.public_key().public_bytes_raw()).first()
    if copy is None:
        raise RecoveryCodeForeign
    return copy
