"""Key rows live in a database of their own (alias :data:`KEYS`)."""

from typing import Any

KEYS = "keys"
"""The label of the app, and the alias of its database."""


class KeysRouter:
    """Sends the models of ``kit.keys`` to the alias :data:`KEYS`, and nothing else."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return KEYS if model._meta.app_label == KEYS else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == KEYS) == (app_label == KEYS)
