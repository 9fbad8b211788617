"""What the application's PostgreSQL role may do: read and write rows, own nothing.

Tables are created by the migration role (``MINGJIAN_MIGRATION_DATABASE_URL``); the
application connects as a role that is neither their owner nor above row security.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

STATEMENTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


def grant_application(connection: BaseDatabaseWrapper, role: str) -> None:
    """After migrating: let ``role`` use every table, as ``connection``'s role that owns them."""
    quoted = connection.ops.quote_name(role)
    with connection.cursor() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement.format(role=quoted))
