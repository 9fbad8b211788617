"""The words of the tus 1.0.0 protocol (https://tus.io/protocols/resumable-upload)."""

import base64
import binascii
import hashlib
import re
from typing import Any

from mingjian.evidence.errors.uploads import (
    BadUploadHeaderError,
    ChecksumAlgorithmError,
)
from mingjian.evidence.rules.file_names import decoded

VERSION = "1.0.0"
EXTENSIONS = ("creation", "creation-with-upload", "termination", "checksum", "expiration")
CONTENT_TYPE = "application/offset+octet-stream"
ALGORITHMS = ("sha256", "sha1", "md5")
"""The protocol wants sha1 at least; all three find accidents, which is what they are for."""
LONGEST_METADATA = 16 * 1024
_NUMBER = re.compile(r"[0-9]{1,18}")
_KEY = re.compile(r"[!-+\--~]+")
"""Printable ASCII without space and comma."""


def number_in(header: str, value: str) -> int:
    """The non-negative integer of a header."""
    if not _NUMBER.fullmatch(value):
        raise BadUploadHeaderError(header=header)
    return int(value)


def metadata_in(value: str) -> dict[str, str]:
    """``key base64,key base64,…``; a key may stand alone. Every key once."""
    found: dict[str, str] = {}
    if len(value) > LONGEST_METADATA:
        raise BadUploadHeaderError(header="Upload-Metadata")
    for pair in filter(None, (each.strip() for each in value.split(","))):
        key, _, encoded = pair.partition(" ")
        if key in found or not _KEY.fullmatch(key):
            raise BadUploadHeaderError(header="Upload-Metadata")
        try:
            found[key] = decoded(base64.b64decode(encoded.strip(), validate=True))
        except (binascii.Error, ValueError):
            raise BadUploadHeaderError(header="Upload-Metadata") from None
    return found


class Checksum:
    """What the sender says of the bytes of one request."""

    def __init__(self, header: str) -> None:
        algorithm, _, encoded = header.strip().partition(" ")
        if algorithm not in ALGORITHMS:
            raise ChecksumAlgorithmError(known=", ".join(ALGORITHMS))
        try:
            self._expected = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            raise BadUploadHeaderError(header="Upload-Checksum") from None
        self._algorithm = algorithm

    def fits(self, content: Any) -> bool:
        found = hashlib.new(self._algorithm, content, usedforsecurity=False)
        return found.digest() == self._expected
