"""Entries as the raw text that their leaves commit to."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Func, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Replace

from mingjian.journal.models import Entry, Node, Salt
from mingjian.journal.queries.streaming import UNREADABLE, Unreadable, stream
from mingjian.journal.rules.commitment import Event
from mingjian.journal.rules.examination import Stored

_UUIDS = {"actor_tenant", "concerns", "object_id", "owner_id"}
_SEQ = Event._fields.index("seq")
_LEAF, _SALT = len(Event._fields), len(Event._fields) + 1


class UtcText(Func):
    """An instant as ``2026-11-23T06:32:48.123456Z``: made by the database, from what it holds.

    On SQLite the stored text itself is shown, so that no bit of it can change unseen.
    """

    output_field = CharField()
    template = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = (
            "(replace(%(expressions)s, ' ', 'T')"
            " || CASE length(%(expressions)s) WHEN 19 THEN '.000000' ELSE '' END || 'Z')"
        )
        return super().as_sql(compiler, connection, template=template, **context)


def _text(column: str) -> Combinable:
    if column in _UUIDS:
        digits = Replace(Cast(column, CharField()), Value("-"), Value(""))
        return Coalesce(digits, Value(""), output_field=CharField())
    if column == "at":
        return UtcText("at")
    return Cast("seq", CharField()) if column == "seq" else F(column)


def stored_entries(owner_id: UUID, size: int) -> Iterator[Stored]:
    """The entries up to number ``size`` with their salts, as text."""
    salts = Salt.objects.filter(owner_id=OuterRef("owner_id"), seq=OuterRef("seq"))
    columns = [*map(_text, Event._fields), F("leaf"), Subquery(salts.values("salt"))]
    rows = Entry.objects.filter(owner_id=owner_id, seq__lte=size).values_list(*columns)
    for row in stream(rows, "seq", lambda row: int(row[_SEQ])):
        if isinstance(row, Unreadable):
            yield Stored(int(row.key), None, "", "")
        else:
            yield Stored(int(row[_SEQ]), Event._make(row[:_LEAF]), row[_LEAF], row[_SALT] or "")


def stored_nodes(owner_id: UUID) -> Callable[[int, int], str]:
    """The stored hash of a tile by level and index; empty where there is none."""

    def node(level: int, index: int) -> str:
        rows = Node.objects.filter(owner_id=owner_id, level=level, index=index)
        try:
            return rows.values_list("hash", flat=True).first() or ""
        except UNREADABLE:
            return ""

    return node
