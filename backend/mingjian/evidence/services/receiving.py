"""The bytes of an upload: sealed as they arrive, into a file of their own.

The file below ``uploads/`` is the truth about how far an upload has come; the row keeps only
the tail. So nothing is written to the database while bytes arrive, and after ``kill -9``
whatever reached the file is still there.
"""

import base64
import fcntl
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from mingjian.evidence.errors.uploads import DiskFullError, UploadBusyError
from mingjian.evidence.models import Upload
from mingjian.evidence.queries.openings import CONTENT
from mingjian.evidence.queries.uploads import TAIL, tail_of
from mingjian.evidence.rules.quotas import SPARE
from mingjian.kit.crypto import SUITES, Extent, GrowingFile, Growth, Sealed, catch_up
from mingjian.kit.crypto.cipher import CHUNK, HEADER, ChunkCipher
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.kit.keys.services import audit_secret
from mingjian.kit.storage.local import FULL

DURABLE_EVERY = 8 << 20
"""At most so many bytes have to be sent again after the machine itself has failed."""
REMEMBERED = 256
_growths: OrderedDict[UUID, Growth] = OrderedDict()
"""Half-done hashes of this process's uploads, so that each byte is hashed once."""


class Receiving:
    """One upload, open for the bytes of one request; used by one thread at a time."""

    def __init__(self, row: Upload, descriptor: int) -> None:
        self._row, self._descriptor = row, descriptor
        self._growth = _remembered(row, descriptor)
        self._cipher = _cipher(row, descriptor)
        with _disk_full_in_words():
            catch_up(descriptor, self._cipher, self._growth, row.length)
        if not self._growth.tail:  # unless the file holds its own end already
            self._growth.tail = _stored_tail(row, self._growth.chunks)
        self._file = GrowingFile(descriptor, self._cipher, self._growth)
        self._durable = self._growth.chunks

    @property
    def offset(self) -> int:
        return self._file.size

    @property
    def is_whole(self) -> bool:
        return self.offset == self._row.length

    @property
    def room(self) -> memoryview:
        return self._file.room

    def took(self, count: int) -> None:
        self._file.took(count)

    def write(self) -> None:
        """Seal what has come; now and then it is also made durable."""
        with _disk_full_in_words():
            self._file.write()
            since = (self._growth.chunks - self._durable) * CHUNK
            if since >= DURABLE_EVERY:
                self._make_durable()

    def pause(self) -> str:
        """Make everything durable; the tail, sealed, is the caller's to keep in the row."""
        with _disk_full_in_words():
            self._file.write()
            self._make_durable()
        _remember(self._row.id, self._growth)
        tail = self._growth.tail
        if not tail:
            return ""
        kept = {"after": self._growth.chunks, "bytes": base64.b64encode(tail).decode()}
        row = self._row
        return sealed_texts(row.owner_id, row.case_id, row.id, TAIL, kept)

    def finish(self) -> Sealed:
        """End the file; from then on it is complete, whatever happens."""
        with _disk_full_in_words():
            return self._file.finish()

    def _make_durable(self) -> None:
        os.fdatasync(self._descriptor)
        self._durable = self._growth.chunks


@contextmanager
def receiving(row: Upload) -> Iterator[Receiving]:
    """The upload's file, for one request of one process."""
    descriptor = _opened(row)
    try:
        yield Receiving(row, descriptor)
    finally:
        os.close(descriptor)


def durable_offset(row: Upload) -> int:
    """How many bytes will never have to be sent again; nothing is opened for it."""
    place = place_of(row)
    if not place.exists():
        return 0
    with place.open("rb") as file:
        os.fdatasync(file.fileno())
        extent = Extent.of(os.fstat(file.fileno()).st_size, row.length)
    if extent.is_ended:
        return row.length
    return extent.chunks * CHUNK + len(_stored_tail(row, extent.chunks))


def place_of(row: Upload) -> Path:
    """By owner and audit like the store, so that a deletion finds it in the same way."""
    return Path(settings.DATA) / "uploads" / row.path


def discard(row: Upload) -> None:
    """Remove what came of an upload."""
    _growths.pop(row.id, None)
    place_of(row).unlink(missing_ok=True)


def has_room_for(length: int) -> bool:
    """Whether the disk takes that much and stays usable."""
    return shutil.disk_usage(settings.DATA).free >= length + SPARE


def _opened(row: Upload) -> int:
    place = place_of(row)
    with _disk_full_in_words():
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise UploadBusyError from None
    return descriptor


def _cipher(row: Upload, descriptor: int) -> ChunkCipher:
    """The file's own; a file that is still empty gets its header here."""
    key, context = audit_secret(row.owner_id, row.case_id, CONTENT, row.id), row.path.encode()
    suite = SUITES[row.profile]
    header = os.pread(descriptor, HEADER, 0)
    if len(header) == HEADER:
        return ChunkCipher.of(header, key, context, suite)
    cipher = ChunkCipher.fresh(key, context, suite)
    with _disk_full_in_words():
        os.pwrite(descriptor, cipher.header, 0)
    return cipher


def _remembered(row: Upload, descriptor: int) -> Growth:
    """What this process knows, unless the file says otherwise; a failure forgets it.

    The tail is always the row's: another process may have made it longer meanwhile.
    """
    known = _growths.pop(row.id, None)
    extent = Extent.of(os.fstat(descriptor).st_size, row.length)
    if known is None or known.chunks > extent.chunks:
        return Growth(SUITES[row.profile])
    known.tail = b""
    return known


def _remember(upload_id: UUID, growth: Growth) -> None:
    _growths[upload_id] = growth
    while len(_growths) > REMEMBERED:
        _growths.popitem(last=False)


def _stored_tail(row: Upload, chunks: int) -> bytes:
    """The tail in the row, if it follows exactly what lies in the file."""
    kept = tail_of(row)
    return base64.b64decode(kept["bytes"]) if kept.get("after") == chunks else b""


@contextmanager
def _disk_full_in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFullError from error
        raise
