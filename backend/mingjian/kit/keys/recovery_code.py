"""256 bits as 14 groups of 4 letters and digits that survive paper, phone and handwriting.

Crockford's base 32 has no I, L, O or U; what looks alike reads alike, case and separators
do not matter, and 24 bits of checksum find any slip of the pen.
"""

from hashlib import sha256

from mingjian.kit.keys.errors import RecoveryCodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
SECRET, CHECKSUM = 32, 3
LENGTH = (SECRET + CHECKSUM) * 8 // 5
GROUP = 4


def write(secret: bytes) -> str:
    """The code of 32 secret bytes, e.g. ``7K3F-…-9QX2``."""
    number = int.from_bytes(secret + _checksum(secret), "big")
    letters = "".join(ALPHABET[number >> shift & 31] for shift in range(5 * LENGTH - 5, -1, -5))
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read(code: str) -> bytes:
    """The secret of a code as a person typed it."""
    letters = "".join(filter(str.isalnum, code.upper())).translate(LOOK_ALIKES)
    if len(letters) != LENGTH or not set(letters) <= set(ALPHABET):
        raise RecoveryCodeMistyped
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    content = number.to_bytes(SECRET + CHECKSUM, "big")
    secret, checksum = content[:SECRET], content[SECRET:]
    if checksum != _checksum(secret):
        raise RecoveryCodeMistyped
    return secret


def _checksum(secret: bytes) -> bytes:
    return sha256(b"mingjian recovery code" + secret).digest()[:CHECKSUM]
