"""Signed notes (c2sp.org/signed-note, v1.0.0) with Ed25519 keys."""

from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"


class UnverifiedNote(ValueError):
    """The note is malformed, or not signed by the key that it should be signed by."""


def key_id(name: str, public: Ed25519PublicKey) -> bytes:
    encoded = _ED25519 + public.public_bytes_raw()
    return sha256(name.encode() + b"\n" + encoded).digest()[:4]


def verifier_key(name: str, public: Ed25519PublicKey) -> str:
    """The *vkey*: what a third party configures in order to verify notes of this key."""
    encoded = b64encode(_ED25519 + public.public_bytes_raw()).decode()
    return f"{name}+{key_id(name, public).hex()}+{encoded}"


def sign(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """``text``, which ends in a newline, as a note with one signature."""
    signature = key_id(name, key.public_key()) + key.sign(text.encode())
    return f"{text}\n— {name} {b64encode(signature).decode()}\n"


def verified_text(note: str, name: str, public: Ed25519PublicKey) -> str:
    """The text of ``note``; :class:`UnverifiedNote` unless ``public`` has signed it.

    Signatures of other keys, such as witnesses' cosignatures, are ignored.
    """
    text, separator, signatures = note.rpartition("\n\n")
    if not separator or not signatures.endswith("\n"):
        raise UnverifiedNote("no signatures")
    text += "\n"
    ours = [found for line in signatures.splitlines() if (found := _signature(line, name, public))]
    if not ours:
        raise UnverifiedNote(f"not signed by {name}")
    try:
        for signature in ours:
            public.verify(signature, text.encode())
    except (InvalidSignature, UnicodeEncodeError) as error:
        raise UnverifiedNote("the signature does not fit the text") from error
    return text


def _signature(line: str, name: str, public: Ed25519PublicKey) -> bytes:
    """The signature in ``line`` if it is of this key."""
    dash, _, rest = line.partition(" ")
    signer, _, encoded = rest.partition(" ")
    try:
        decoded = b64decode(encoded, validate=True)
    except (BadBase64, ValueError) as error:
        raise UnverifiedNote("a signature is not base64") from error
    if b64encode(decoded).decode() != encoded:
        # Bits that base64 leaves over would let one note be written in several ways.
        raise UnverifiedNote("a signature is not canonical base64")
    if dash != "—" or not signer or len(decoded) <= 4:
        raise UnverifiedNote("a signature line is malformed")
    is_ours = signer == name and decoded[:4] == key_id(name, public)
    return decoded[4:] if is_ours else b""
