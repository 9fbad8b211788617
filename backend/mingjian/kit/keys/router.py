"""Key rows live in a database of their own (alias ``keys``)."""

from typing import Any


class KeysRouter:
    """Sends the models of ``kit.keys`` to the alias ``keys``, and nothing else."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return "keys" if model._meta.app_label == "keys" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == "keys") == (app_label == "keys")
