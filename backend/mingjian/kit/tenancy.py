"""The second wall between tenants: PostgreSQL row-level security.

The first wall is that every query takes the viewer. On PostgreSQL every request
and job also runs inside :func:`tenant_scope`, which tells the database whose rows
may be seen; a query that forgets the tenant then finds nothing. SQLite has no row
security: there the first wall, and the audit keys, stand alone.

At sign-in no tenant is known yet: :func:`account_scope` shows an account the
person rows that are its own, and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, router, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

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


class RowSecurity(Operation):
    """A migration step that is SQL on PostgreSQL alone.

    Not ``RunPython``: that would have Django build every model of that moment anew, for a
    step that looks at none; these steps alone took a third of a first start's migrations.
    """

    reduces_to_sql = True

    def __init__(self, table: str, policies: Sequence[str]) -> None:
        self.table = table
        self.policies = policies

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models do not know of it."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        self._execute(
            app_label,
            schema_editor,
            f"ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {self.table} FORCE ROW LEVEL SECURITY",
            *self.policies,
        )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        self._execute(
            app_label,
            schema_editor,
            f"DROP POLICY tenant ON {self.table}",
            f"DROP POLICY IF EXISTS visible ON {self.table}",
            f"ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY",
        )

    def describe(self) -> str:
        return f"Row security of {self.table}"

    def _execute(self, app_label: str, editor: BaseDatabaseSchemaEditor, *statements: str) -> None:
        database = editor.connection
        if database.vendor == "postgresql" and router.allow_migrate(database.alias, app_label):
            for statement in statements:
                editor.execute(statement)


def row_security(table: str, column: str = "owner_id", *, also_visible: str = "") -> RowSecurity:
    """A migration step: PostgreSQL shows rows of ``table`` to the scope's owners only.

    ``also_visible`` is a further SQL condition under which a row may be read, never written.
    """
    rule = f"{column} = {REACHABLE}"
    policies = [f"CREATE POLICY tenant ON {table} USING ({rule}) WITH CHECK ({rule})"]
    if also_visible:
        policies.append(f"CREATE POLICY visible ON {table} FOR SELECT USING ({also_visible})")
    return RowSecurity(table, policies)
