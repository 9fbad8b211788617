"""Checkpoints outside the database: one append-only file of JSON lines for each tenant.

A line carries a signed root and the leaves since the line before. Who can rewrite the
whole database still cannot rewrite these, so ``verify`` names every entry that differs.
The leaves are commitments and say nothing about the entries' content.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from uuid import UUID

from django.conf import settings

FOLDER: Path = settings.DATA / "checkpoints"


@dataclass(frozen=True, slots=True)
class Line:
    """One checkpoint. All texts, so that what was written is what is compared."""

    size: int
    at: str
    """When the newest entry that it covers was written."""
    root: str
    note: str
    leaves: list[str]


class CheckpointFile:
    """The file of one tenant."""

    def __init__(self, owner_id: UUID) -> None:
        self.path = FOLDER / f"{owner_id}.log"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other signers of this tenant out, on this machine."""
        FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def lines(self) -> Iterator[Line]:
        """Every line, first to last. A line torn by a crash is passed over: its leaves were
        written again in the next."""
        if self.path.exists():
            with self.path.open("rb") as file:
                yield from (line for raw in file if (line := _parse(raw)))

    def last(self) -> Line | None:
        """The youngest line, without reading the file from its beginning."""
        return next(self._backwards(), None)

    def append(self, line: Line) -> None:
        """Write ``line`` and return once it is on the disk."""
        is_new = not self.path.exists()
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            # The leading newline ends a line that a crash may have torn.
            file.write(b"\n" + json.dumps(asdict(line)).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            _sync_folder()

    def _backwards(self) -> Iterator[Line]:
        if not self.path.exists():
            return
        with self.path.open("rb") as file:
            stop = file.seek(0, os.SEEK_END)
            tail = b""
            while stop:
                start = max(0, stop - 65_536)
                file.seek(start)
                first, *rest = (file.read(stop - start) + tail).split(b"\n")
                yield from (line for raw in reversed(rest) if (line := _parse(raw)))
                tail, stop = first, start
            if line := _parse(tail):
                yield line


def _parse(raw: bytes) -> Line | None:
    try:
        found = json.loads(raw)
    except ValueError:
        return None
    is_line = isinstance(found, dict) and set(found) == {field.name for field in fields(Line)}
    return Line(**found) if is_line else None


def _sync_folder() -> None:
    descriptor = os.open(FOLDER, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
