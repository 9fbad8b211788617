"""Sealed files: Cobblestone-256 streams with random access (ADR 0004)."""

from mingjian.kit.crypto.errors import (
    CiphertextError,
    CiphertextForeign,
    CiphertextReordered,
    CiphertextTampered,
    CiphertextTruncated,
)
from mingjian.kit.crypto.reader import SealedReader
from mingjian.kit.crypto.sealing import Sealed, Source, Target, encrypt, seal, sealed_size

__all__ = [
    "CiphertextError",
    "CiphertextForeign",
    "CiphertextReordered",
    "CiphertextTampered",
    "CiphertextTruncated",
    "Sealed",
    "SealedReader",
    "Source",
    "Target",
    "encrypt",
    "seal",
    "sealed_size",
]
