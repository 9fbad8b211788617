"""The root key in a file of the data directory, readable by its owner only."""

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mingjian.kit.keys.errors import (
    RootKeyDamaged,
    RootKeyExposed,
    RootKeyInPlace,
    RootKeyMissing,
    WrappedKeyRefused,
)
from mingjian.kit.keys.wrapping import KEY, Column, fresh_key, unwrap, wrap

NOTE = "Mingjian root key: secret. With it and the keys database, everything can be read."
Versions = dict[int, bytes]


class FileRootKey:
    """One line per version: number and key in hexadecimal, below a line of warning.

    The file is read at each use (some microseconds), so that every process sees a
    rotation at once and none keeps a retired key.
    """

    is_exportable = True

    def __init__(self, path: Path) -> None:
        self.path = path

    def create(self) -> int:
        if not self.path.exists():
            self._write({1: fresh_key()}, publish=_link)
        return max(self._versions())

    def renew(self) -> int:
        with self._locked():
            versions = self._versions()
            newest = max(versions) + 1
            self._write(versions | {newest: fresh_key()}, publish=os.replace)
        return newest

    def retire(self, below: int) -> None:
        with self._locked():
            kept = {version: key for version, key in self._versions().items() if version >= below}
            self._write(kept, publish=os.replace)

    def wrap(self, version: int, key: bytes, label: str) -> bytes:
        return wrap(self._version(version), key, label)

    def unwrap(self, version: int, wrapped: Column, label: str) -> bytes:
        return unwrap(self._version(version), wrapped, label)

    def export(self) -> bytes:
        return _format(self._versions())

    def restore(self, exported: bytes) -> None:
        if self.path.exists():
            raise RootKeyInPlace(path=self.path)
        self._write(self._parse(exported.decode()), publish=_link)

    def _version(self, version: int) -> bytes:
        try:
            return self._versions()[version]
        except KeyError:
            raise WrappedKeyRefused from None

    def _versions(self) -> Versions:
        try:
            mode = self.path.stat().st_mode
        except FileNotFoundError:
            raise RootKeyMissing(path=self.path) from None
        if mode & 0o077:
            raise RootKeyExposed(path=self.path)
        return self._parse(self.path.read_text(errors="replace"))

    def _parse(self, text: str) -> Versions:
        try:
            lines = [line.split() for line in text.splitlines()[1:]]
            versions = {int(number): bytes.fromhex(key) for number, key in lines}
        except ValueError:
            versions = {}
        if not versions or any(len(key) != KEY for key in versions.values()):
            raise RootKeyDamaged(path=self.path)
        return versions

    def _write(self, versions: Versions, publish: Callable[[str, Path], None]) -> None:
        """Whole and on disk before it gets its name; ``mkstemp`` makes it 0600."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=".root")
        with os.fdopen(descriptor, "wb") as file:
            file.write(_format(versions))
            file.flush()
            os.fsync(file.fileno())
        publish(temporary, self.path)
        _sync_directory(self.path.parent)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One process changes the file at a time."""
        with self.path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _format(versions: Versions) -> bytes:
    lines = [f"{version} {key.hex()}" for version, key in sorted(versions.items())]
    return "\n".join([NOTE, *lines, ""]).encode()


def _link(temporary: str, path: Path) -> None:
    """Publish unless another process was faster; its key then stands."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(temporary)


def _sync_directory(path: Path) -> None:
    directory = os.open(path, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
