"""Somebody who wants deleted evidence back, with every store, backup and key that is left."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.db import connections

from mingjian.journal.queries.rows import journalled_models
from mingjian.kit.crypto import SealedReader
from mingjian.kit.crypto.cipher import CHUNK, HEADER, SEALED_CHUNK, ChunkCipher
from mingjian.kit.crypto.errors import CiphertextForeign, CiphertextTruncated
from mingjian.kit.errors import MingjianError
from mingjian.kit.keys.examination import remaining_content_keys
from mingjian.kit.keys.services import derived_from, open_text
from mingjian.kit.storage import blobs

FILES = "evidence.content", "evidence.preview"
"""Every purpose under which a file of an audit is sealed."""
PURPOSES = (
    "evidence.item",
    "evidence.request",
    "evidence.refusal",
    "evidence.message",
    "evidence.upload",
    "evidence.upload.tail",
    "evidence.keeping",
    "evidence.check",
    "evidence.external",
    "evidence.external_lines",
    "evidence.examination",
    "records.entry",
    "programme.information",
)
"""Every purpose under which a text of an audit is sealed."""


@dataclass(frozen=True)
class Haul:
    """Ciphertext that somebody holds: from the running system, or from a backup of years ago."""

    files: dict[str, bytes] = field(default_factory=dict)
    """``owner/audit/item`` → the sealed file, finished or not."""
    texts: list[tuple[UUID, str]] = field(default_factory=list)
    """Row id, sealed column."""

    def __add__(self, other: "Haul") -> "Haul":
        return Haul(self.files | other.files, self.texts + other.texts)


def haul() -> Haul:
    """Every sealed file and every sealed column that the system holds now."""
    store = blobs()
    files = {path: store.read_range(path, 0, store.size(path)) for path in store.paths()}
    uploads = Path(settings.DATA) / "uploads"
    for file in uploads.rglob("*"):
        if file.is_file():
            files[file.relative_to(uploads).as_posix()] = file.read_bytes()
    return Haul(files, list(_texts()))


def keys_now() -> list[bytes]:
    """Every content key that still opens: what a backup of the keys made now would hold."""
    return list(remaining_content_keys())


def decrypted(found: Haul, keys: Iterable[bytes]) -> str:
    """Everything that any of the keys opens, as one text to search in."""
    opened: list[str] = []
    for key in keys:
        opened += _opened_files(found, key)
        opened += _opened_texts(found, key)
    return "\n".join(opened)


def raw() -> bytes:
    """Every byte that lies about: files of the data directory, databases with their logs, rows."""
    pieces = [file.read_bytes() for file in Path(settings.DATA).rglob("*") if file.is_file()]
    for connection in connections.all():
        if connection.vendor == "sqlite":
            place = Path(str(connection.settings_dict["NAME"]))
            pieces += [file.read_bytes() for file in place.parent.glob(f"{place.name}*")]
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                pieces += [repr(row).encode() for row in cursor.fetchall()]
    return b"\n".join(pieces)


def _texts() -> Iterator[tuple[UUID, str]]:
    for model in journalled_models():
        columns = [each.name for each in model._meta.concrete_fields if _is_sealed(each.name)]
        for row in model._base_manager.all() if columns else ():
            for column in columns:
                if getattr(row, column):
                    yield row.id, getattr(row, column)


def _is_sealed(name: str) -> bool:
    return name.startswith("sealed") or name == "tail"


def _opened_files(found: Haul, key: bytes) -> Iterator[str]:
    for path, content in found.files.items():
        for purpose in FILES:
            secret = derived_from(key, purpose, UUID(path.rsplit("/", 1)[1]))
            try:
                cipher = ChunkCipher.of(content[:HEADER], secret, path.encode())
            except CiphertextForeign:
                continue
            yield _plain(content, cipher, secret, path)


def _plain(content: bytes, cipher: ChunkCipher, secret: bytes, path: str) -> str:
    try:
        whole = SealedReader(BytesIO(content), secret, path.encode())
        return b"".join(whole.iterate()).decode(errors="replace")
    except CiphertextTruncated:
        return "".join(_chunks(content, cipher))


def _chunks(content: bytes, cipher: ChunkCipher) -> Iterator[str]:
    """An upload that never ended: its whole chunks."""
    for index in range((len(content) - HEADER) // SEALED_CHUNK):
        at = HEADER + index * SEALED_CHUNK
        plain = memoryview(bytearray(CHUNK))
        cipher.open(index, memoryview(content[at : at + SEALED_CHUNK]), plain)
        yield bytes(plain).decode(errors="replace")


def _opened_texts(found: Haul, key: bytes) -> Iterator[str]:
    for row_id, sealed in found.texts:
        content: Any = base64.b64decode(sealed.removeprefix("kept:"))
        for purpose in PURPOSES:
            secret = derived_from(key, purpose, row_id)
            for context in (f"{purpose}/{row_id}", purpose):
                try:
                    yield open_text(secret, content, context)
                except (MingjianError, InvalidTag):
                    continue
