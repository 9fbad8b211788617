"""Writes that hold others up are logged: SQLite has one writer at a time (ADR 0002).

Measured is how long a transaction keeps others out: on SQLite from ``BEGIN IMMEDIATE``,
on PostgreSQL from its first write, to its commit.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from traceback import extract_stack
from typing import Any
from weakref import WeakKeyDictionary

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

logger = logging.getLogger(__name__)
SLOW_SECONDS = 0.2
WRITES = "INSERT", "UPDATE", "DELETE"

_begun: WeakKeyDictionary[BaseDatabaseWrapper, float] = WeakKeyDictionary()
"""When a SQLite connection last took the write lock."""


def log_slow_writes() -> None:
    """Watch every database connection that this process opens from now on."""
    connection_created.connect(_watch, dispatch_uid=__name__)


def _watch(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    if _measure not in connection.execute_wrappers:
        connection.execute_wrappers.append(_measure)


def _measure(execute: Callable[..., Any], *statement: Any) -> Any:
    """Django's execute wrapper: ``statement`` is (sql, params, many, context)."""
    started = monotonic()
    result = execute(*statement)
    sql, connection = statement[0], statement[-1]["connection"]
    if sql.startswith("BEGIN"):
        _begun[connection] = monotonic()
    elif connection.in_atomic_block:
        _report_at_commit(connection, sql, started)
    elif sql.startswith(WRITES):
        _Watch(started)()
    return result


def _report_at_commit(connection: BaseDatabaseWrapper, sql: str, started: float) -> None:
    is_watched = any(isinstance(entry[1], _Watch) for entry in connection.run_on_commit)
    holds_lock = connection.vendor == "sqlite" or sql.startswith(WRITES)
    if holds_lock and not is_watched:
        transaction.on_commit(_Watch(_begun.get(connection, started)), using=connection.alias)


@dataclass(frozen=True)
class _Watch:
    """Called when the write is committed."""

    started: float

    def __call__(self) -> None:
        seconds = monotonic() - self.started
        if seconds > SLOW_SECONDS:
            logger.warning("slow write: %.0f ms in %s", seconds * 1000, _place())


def _place() -> str:
    """The innermost function of the product that is being executed, outside this file."""
    frames = [frame for frame in extract_stack() if "/mingjian/" in frame.filename]
    inner = next((frame for frame in reversed(frames) if frame.filename != __file__), None)
    if inner is None:
        return "a script"
    return f"{inner.filename.rpartition('/backend/')[2]}:{inner.lineno} {inner.name}"
