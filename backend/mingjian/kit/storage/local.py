"""Blobs in a directory of this machine (or a mounted share)."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from mingjian.kit.storage.errors import BlobMissing, StorageFull, StorageUnavailable
from mingjian.kit.storage.store import checked

FULL = {errno.ENOSPC, errno.EDQUOT}


class LocalStore:
    """Writes beside, makes durable, then renames: a crash leaves the old blob or the new one."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._unfinished = root / ".unfinished"

    @contextmanager
    def writing(self, path: str, size: int = 0) -> Iterator[BinaryIO]:
        final = self._root / checked(path)
        with _said_in_words():
            _make(self._unfinished)
            descriptor, temporary = tempfile.mkstemp(dir=self._unfinished)
        try:
            with os.fdopen(descriptor, "wb") as file:
                reserve(file, size)
                yield file
                file.truncate()
                os.fsync(file.fileno())
            self._publish(temporary, final)
        except OSError as error:
            # Anything but a full disk may as well be the caller's own trouble: let it pass.
            if error.errno in FULL:
                raise StorageFull from error
            raise
        finally:
            Path(temporary).unlink(missing_ok=True)

    def adopt(self, path: str, file: Path) -> None:
        """By a second name for the same file, where both lie on one file system."""
        final = self._root / checked(path)
        final.unlink(missing_ok=True)
        try:
            _make(final.parent)
            os.link(file, final)
            _sync(final.parent)
        except OSError:
            with file.open("rb") as source, self.writing(path, file.stat().st_size) as target:
                shutil.copyfileobj(source, target, 1 << 20)

    def read_range(self, path: str, offset: int, length: int) -> bytes:
        with _said_in_words(), (self._root / checked(path)).open("rb", buffering=0) as file:
            return os.pread(file.fileno(), length, offset)

    def size(self, path: str) -> int:
        with _said_in_words():
            return (self._root / checked(path)).stat().st_size

    def exists(self, path: str) -> bool:
        return (self._root / checked(path)).is_file()

    def delete(self, path: str) -> None:
        final = self._root / checked(path)
        with _said_in_words():
            final.unlink(missing_ok=True)
            if final.parent.exists():
                _sync(final.parent)

    def paths(self, prefix: str = "") -> Iterator[str]:
        begin = self._root / prefix if prefix.endswith("/") else self._root
        files = sorted(
            file.relative_to(self._root).as_posix()
            for file in begin.rglob("*")
            if file.is_file() and self._unfinished not in file.parents
        )
        return (path for path in files if path.startswith(prefix))

    def sweep(self, before: datetime) -> int:
        dead = [
            file for file in self._unfinished.glob("*") if file.stat().st_mtime < before.timestamp()
        ]
        for file in dead:
            file.unlink(missing_ok=True)
        return len(dead)

    def _publish(self, temporary: str, final: Path) -> None:
        _make(final.parent)
        os.replace(temporary, final)
        _sync(final.parent)


def reserve(file: BinaryIO, size: int) -> None:
    """Take the space at once: cheaper than block by block, and a full disk is found here."""
    if size:
        os.posix_fallocate(file.fileno(), 0, size)


@contextmanager
def _said_in_words() -> Iterator[None]:
    """The operating system's refusals as errors that a user can act on."""
    try:
        yield
    except FileNotFoundError as error:
        raise BlobMissing from error
    except OSError as error:
        raise (StorageFull if error.errno in FULL else StorageUnavailable) from error


def _make(directory: Path) -> None:
    """Make ``directory``, private and durable like what it will hold."""
    if not directory.exists():
        _make(directory.parent)
        directory.mkdir(mode=0o700, exist_ok=True)
        _sync(directory.parent)


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
