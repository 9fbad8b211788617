"""A text that is planted, and every place on the machine where it could lie in clear."""

import base64
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import connections

from mingjian.programme.tests.factories import behind_the_walls

TOUCHED = "", "-wal", "-shm", "-journal"
"""What SQLite writes beside a database has the database's name and one of these."""


class Planted:
    """Some words that exist nowhere else, and how they look in the usual encodings."""

    def __init__(self) -> None:
        self.text = f"配方 {os.urandom(12).hex()}: 40 g citric acid per litre; "
        self.bytes = self.text.encode()
        wide = [self.text.encode(f"utf-16-{order}") for order in ("le", "be")]
        self._forms = {self.bytes, *wide, *_armoured(self.bytes)}

    def lies_in(self, content: bytes) -> bool:
        folded = content.lower()
        return any(form in content for form in self._forms) or self.bytes.hex().encode() in folded

    def places(self, *folders: Path) -> list[str]:
        """Where it lies: files of the data directory and ``folders``, open files, databases."""
        found = [*_files(settings.DATA, *folders), *_open_files(), *_database_files()]
        clear = {str(path) for path in found if self.lies_in(_content(path))}
        return sorted(clear | {table for table, rows in _tables() if self.lies_in(rows)})


def _armoured(content: bytes) -> Iterator[bytes]:
    """Base64 of ``content`` wherever it begins in a longer one; the edges belong to neighbours."""
    for shift in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            yield encode(bytes(shift) + content)[4:-4]


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def _open_files() -> Iterator[Path]:
    """What this process, the server's too, holds open; also files that have no name any more."""
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if descriptor.is_file():
                yield descriptor


def _database_files() -> Iterator[Path]:
    for each in connections.all():
        if each.vendor == "sqlite":
            named = (Path(f"{each.settings_dict['NAME']}{suffix}") for suffix in TOUCHED)
            yield from filter(Path.is_file, named)


def _tables() -> Iterator[tuple[str, bytes]]:
    """On PostgreSQL, whose files belong to somebody else: every row of every table."""
    for each in connections.all():
        if each.vendor == "postgresql":
            with behind_the_walls(), each.cursor() as cursor:
                for table in each.introspection.table_names(cursor):
                    cursor.execute(f"SELECT t::text FROM {each.ops.quote_name(table)} t")
                    yield table, str(cursor.fetchall()).encode()


def _content(path: Path) -> bytes:
    with suppress(OSError):
        return path.read_bytes()
    return b""
