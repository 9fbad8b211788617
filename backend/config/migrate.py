"""Brings the databases to this version: ``python -m config.migrate``.

Existing SQLite files are copied to ``<data>/backups`` before the first change; on
PostgreSQL the owner's role migrates and hands over to the application's.
"""

import os
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import django
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # noqa: TID251
django.setup()

from config.settings import DATA, MIGRATION_DATABASE  # noqa: E402
from mingjian import wiring  # noqa: E402
from mingjian.kit import clock  # noqa: E402
from mingjian.kit.keys.router import KEYS  # noqa: E402
from mingjian.kit.roles import as_owner, grant_application  # noqa: E402

COPIES_KEPT = 5
UNOWNED = """PostgreSQL 需要两个角色：请用 MINGJIAN_MIGRATION_DATABASE_URL 指明属主角色。
PostgreSQL needs two roles: name the owner's in MINGJIAN_MIGRATION_DATABASE_URL."""


def main() -> None:
    if MIGRATION_DATABASE is None and any(
        each.vendor == "postgresql" for each in connections.all()
    ):
        raise SystemExit(UNOWNED)
    with as_owner(*connections.all()) as applications:
        for connection in filter(_is_behind, connections.all()):
            copy = _keep_copy(connection)
            _migrate(connection)
            if copy and connection.alias == KEYS:
                copy.unlink()  # it would bring destroyed keys back (ADR 0003)
            if connection.alias in applications:
                grant_application(connection, applications[connection.alias])
    _check_keys()


def _is_behind(connection: BaseDatabaseWrapper) -> bool:
    executor = MigrationExecutor(connection)
    app = KEYS if connection.alias == KEYS else None
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes(app)))


def _migrate(connection: BaseDatabaseWrapper) -> None:
    call_command("migrate", database=connection.alias, interactive=False, verbosity=1)
    call_command("createcachetable", database=connection.alias)


def _check_keys() -> None:
    """Refuse to start without the root key that opens the keys, in words."""
    wiring.connect()
    try:
        call_command("check_keys", stdout=StringIO())
    except CommandError as refusal:
        raise SystemExit(str(refusal)) from refusal


def _keep_copy(connection: BaseDatabaseWrapper) -> Path | None:
    """A consistent copy, also while another process writes (SQLite's own backup)."""
    if connection.vendor != "sqlite" or not connection.introspection.table_names():
        return None
    path = Path(connection.settings_dict["NAME"])
    folder = DATA / "backups"
    folder.mkdir(exist_ok=True, mode=0o700)
    copy = folder / f"{path.stem}-{clock.now():%Y%m%dT%H%M%S}.sqlite3"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    copy.chmod(0o600)
    for outdated in sorted(folder.glob(f"{path.stem}-*.sqlite3"))[:-COPIES_KEPT]:
        outdated.unlink()
    return copy


if __name__ == "__main__":
    main()
