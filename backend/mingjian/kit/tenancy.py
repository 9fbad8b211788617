"""The second wall between tenants: PostgreSQL row-level security.

The first wall is that every query takes the viewer. On PostgreSQL every request
and job also runs inside :func:`tenant_scope`, which tells the database whose rows
may be seen; a query that forgets the tenant then finds nothing. SQLite has no row
security: there the first wall, and the audit keys, stand alone.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

OWNERS = "app.owners"
"""The PostgreSQL setting that holds the reachable tenants, comma-separated."""


@contextmanager
def tenant_scope(owners: Iterable[UUID]) -> Iterator[None]:
    """Let the block see rows of ``owners`` only; one transaction on PostgreSQL.

    Scopes nest: the inner one replaces the outer until it ends.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT current_setting('{OWNERS}', true)")
        outer = cursor.fetchone()[0] or ""
        _set_owners(",".join(sorted(str(owner) for owner in owners)))
        yield
        _set_owners(outer)


def _set_owners(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [OWNERS, value])


def row_security(table: str, column: str = "owner_id") -> migrations.RunPython:
    """A migration step: PostgreSQL shows rows of ``table`` to the scope's owners only."""
    reachable = f"string_to_array(nullif(current_setting('{OWNERS}', true), ''), ',')::uuid[]"
    rule = f"{column} = ANY ({reachable})"

    def enable(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            editor.execute(f"CREATE POLICY tenant ON {table} USING ({rule}) WITH CHECK ({rule})")

    def disable(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP POLICY tenant ON {table}")
            editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")

    return migrations.RunPython(enable, disable)
