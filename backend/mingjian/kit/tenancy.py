"""The second wall between tenants: PostgreSQL row-level security.

The first wall is that every query takes the viewer. On PostgreSQL every request
and job also runs inside :func:`tenant_scope`, which tells the database whose rows
may be seen; a query that forgets the tenant then finds nothing. SQLite has no row
security: there the first wall, and the audit keys, stand alone.

At sign-in no tenant is known yet: :func:`account_scope` shows an account the
person rows that are its own, and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, migrations, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from mingjian.kit.ports import Port

OWNERS = "app.owners"
"""The PostgreSQL setting that holds the reachable tenants, comma-separated."""

ACCOUNT = "app.account"
"""The PostgreSQL setting that holds the account that is signing in."""

every_tenant: Port[Callable[[], list[UUID]]] = Port("every_tenant")
"""Ids of all tenants, for periodic jobs; ids only, so that each is then entered by scope."""


@contextmanager
def tenant_scope(owners: Iterable[UUID]) -> Iterator[None]:
    """Let the block see rows of ``owners`` only; one transaction on PostgreSQL.

    Scopes nest: the inner one replaces the outer until it ends.
    """
    with _scope(OWNERS, ",".join(sorted(str(owner) for owner in owners))):
        yield


@contextmanager
def account_scope(account_id: UUID) -> Iterator[None]:
    """Let the block see the person rows of one account, whatever their tenant."""
    with _scope(ACCOUNT, str(account_id)):
        yield


@contextmanager
def _scope(setting: str, value: str) -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        outer = _get(setting)
        _set(setting, value)
        yield
        _set(setting, outer)


def _get(setting: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [setting])
        return cursor.fetchone()[0] or ""


def _set(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])


REACHABLE = f"ANY (string_to_array(nullif(current_setting('{OWNERS}', true), ''), ',')::uuid[])"
"""SQL for "one of the scope's owners": ``owner_id = ANY (…)``."""

SIGNING_IN = f"nullif(current_setting('{ACCOUNT}', true), '')::uuid"
"""SQL for the account that is signing in; NULL outside :func:`account_scope`."""


def row_security(
    table: str, column: str = "owner_id", *, also_visible: str = ""
) -> migrations.RunPython:
    """A migration step: PostgreSQL shows rows of ``table`` to the scope's owners only.

    ``also_visible`` is a further SQL condition under which a row may be read, never written.
    """
    rule = f"{column} = {REACHABLE}"
    policies = [f"CREATE POLICY tenant ON {table} USING ({rule}) WITH CHECK ({rule})"]
    if also_visible:
        policies.append(f"CREATE POLICY visible ON {table} FOR SELECT USING ({also_visible})")

    def enable(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            for policy in policies:
                editor.execute(policy)

    def disable(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP POLICY tenant ON {table}")
            editor.execute(f"DROP POLICY IF EXISTS visible ON {table}")
            editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")

    return migrations.RunPython(enable, disable)
