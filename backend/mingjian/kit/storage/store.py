"""The port to wherever sealed files lie: a directory of this machine, or any S3.

A blob appears whole or not at all, under a path the caller chose (``<owner>/<audit>/<id>``).
What is stored is always ciphertext, so a store needs no encryption of its own.
"""

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from mingjian.kit.crypto import Target
from mingjian.kit.ports import Port

PATH = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z._-]*(/[0-9A-Za-z_-][0-9A-Za-z._-]*)*")
LONGEST_PATH = 500


class BlobStore(Protocol):
    """What a store can do; every path goes through :func:`checked`."""

    def writing(self, path: str, size: int = 0) -> AbstractContextManager[Target]:
        """A target; the blob appears, or replaces its predecessor, when the block ends well.

        Where the ``size`` is known beforehand, a lack of space is said before the work.
        """

    def adopt(self, path: str, file: Path) -> None:
        """Make a finished local file a blob; the caller removes the file once that is known."""

    def read_range(self, path: str, offset: int, length: int) -> bytes:
        """``length`` bytes from ``offset``; both lie inside the blob, ``length`` is positive."""

    def size(self, path: str) -> int: ...

    def exists(self, path: str) -> bool: ...

    def delete(self, path: str) -> None:
        """Remove the blob; removing what is not there is no error."""

    def paths(self, prefix: str = "") -> Iterator[str]:
        """Every stored path that begins with ``prefix``, in order."""

    def sweep(self, before: datetime) -> int:
        """Remove what writers that died before then left unfinished; returns how many."""


blobs: Port[BlobStore] = Port("blobs")


def put(store: BlobStore, path: str, source: BinaryIO) -> None:
    """Store all of ``source``."""
    with store.writing(path) as target:
        shutil.copyfileobj(source, target, 1 << 20)


class BlobFile:
    """A stored blob as a file to read and seek in, e.g. under a ``SealedReader``."""

    def __init__(self, store: BlobStore, path: str) -> None:
        self._store, self._path = store, path
        self._size, self._at = store.size(path), 0

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def read(self, size: int, /) -> bytes:
        length = max(0, min(size, self._size - self._at))
        block = self._store.read_range(self._path, self._at, length) if length else b""
        self._at += len(block)
        return block


def checked(path: str) -> str:
    """``path``, unless it could lead out of the store: a programming error, never a user's."""
    if len(path) > LONGEST_PATH or not PATH.fullmatch(path):
        raise ValueError(f"not a path of a blob: {path[:LONGEST_PATH]!r}")
    return path
