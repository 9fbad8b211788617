"""Sealed files: Cobblestone-256 streams with random access (ADR 0004)."""

from mingjian.kit.crypto.errors import (
    CiphertextError,
    CiphertextForeign,
    CiphertextReordered,
    CiphertextTampered,
    CiphertextTruncated,
)
from mingjian.kit.crypto.growing import Extent, GrowingFile, Growth, catch_up
from mingjian.kit.crypto.opened import OpenedFile
from mingjian.kit.crypto.reader import SealedReader
from mingjian.kit.crypto.sealing import Digests, Sealed, Source, Target, encrypt, seal, sealed_size
from mingjian.kit.crypto.suites import AES, SM, SUITES, Suite

__all__ = [
    "AES",
    "SM",
    "SUITES",
    "CiphertextError",
    "CiphertextForeign",
    "CiphertextReordered",
    "CiphertextTampered",
    "CiphertextTruncated",
    "Digests",
    "Extent",
    "GrowingFile",
    "Growth",
    "OpenedFile",
    "Sealed",
    "SealedReader",
    "Source",
    "Suite",
    "Target",
    "catch_up",
    "encrypt",
    "seal",
    "sealed_size",
]
