"""What the application's PostgreSQL role may do: read and write rows, own nothing.

Tables are created by the migration role (``MINGJIAN_MIGRATION_DATABASE_URL``); the
application connects as a role that is neither their owner nor above row security.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

CREDENTIALS = "USER", "PASSWORD"
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


@contextmanager
def as_owner(*candidates: BaseDatabaseWrapper) -> Iterator[dict[str, str]]:
    """Let PostgreSQL connections be the migration role's; yields the usual role of each alias."""
    connections = [each for each in candidates if each.vendor == "postgresql"]
    owner = settings.MIGRATION_DATABASE or {}
    outer = [dict(each.settings_dict) for each in connections]
    for each in connections:
        each.close()
        each.settings_dict.update({key: owner[key] for key in CREDENTIALS})
    try:
        yield {each.alias: usual["USER"] for each, usual in zip(connections, outer, strict=True)}
    finally:
        for each, usual in zip(connections, outer, strict=True):
            each.close()
            each.settings_dict.update({key: usual[key] for key in CREDENTIALS})
