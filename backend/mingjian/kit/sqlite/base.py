"""The database backend that the settings name: Django's, except that writers queue.

SQLite lets one writer in at a time. The others sleep and try again, and whoever tries at
the right moment is next, however long another has waited: of fifty people who save at
once one waits a tenth of a second and the next one eighteen. So a transaction queues
before ``BEGIN IMMEDIATE`` and leaves when it ends, and a single statement outside a
transaction queues for its own time. What a queue of this process cannot know, SQLite
decides as ever: other processes' transactions, and turns that did not come in time.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from sqlite3 import Connection
from typing import Any

from django.db import connections
from django.db.backends.sqlite3 import base

from mingjian.kit.database import WRITES
from mingjian.kit.turns import Turns

_turns: dict[str, Turns] = {}
"""One queue for each database file."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions and single writes wait for their turn."""

    @property
    def turns(self) -> Turns:
        return _turns.setdefault(str(self.settings_dict["NAME"]), Turns(1))

    def create_cursor(self, name: str | None = None) -> "Cursor":
        made: Cursor = self.connection.cursor(factory=lambda raw: Cursor(raw, self.single_write))
        return made

    @contextmanager
    def single_write(self) -> Iterator[None]:
        """The block is a turn of its own, unless it is part of a transaction."""
        if self.connection.in_transaction:
            yield
            return
        self._queue_up()
        try:
            yield
        finally:
            self.turns.leave(self)

    def _start_transaction_under_autocommit(self) -> None:
        self._queue_up()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # the stubs leave it out
        except BaseException:
            self.turns.leave(self)
            raise

    def _queue_up(self) -> None:
        """Whoever keeps others waiting does not queue: with two files that might never end."""
        if not any(each.in_atomic_block for each in connections.all(initialized_only=True)):
            self.turns.enter(self, within_seconds=self.settings_dict["OPTIONS"]["timeout"])

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # the stubs leave it out
        self.turns.leave(self)  # After a commit that failed the transaction goes on.

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self.turns.leave(self)

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self.turns.leave(self)


class Cursor(base.SQLiteCursorWrapper):
    """A cursor whose writes outside a transaction are each a turn."""

    def __init__(
        self, connection: Connection, single_write: Callable[[], AbstractContextManager[None]]
    ) -> None:
        super().__init__(connection)
        self._single_write = single_write

    def execute(self, query: str, params: Any = None) -> Any:
        if not query.startswith(WRITES):
            return super().execute(query, params)
        with self._single_write():
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        with self._single_write():
            return super().executemany(query, param_list)
