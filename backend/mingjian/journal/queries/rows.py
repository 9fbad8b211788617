"""Journalled rows held against the latest entry about each."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Replace

from mingjian.journal.models import Entry, Journalled
from mingjian.journal.queries.streaming import UNREADABLE, Unreadable, stream
from mingjian.journal.rules.findings import Finding

Latest = tuple[int, str]
"""Number of an object's latest entry, and its digest after it."""

CHUNK = 1000
ATTEMPTS = 3
_HEX = Replace(Cast("object_id", CharField()), Value("-"), Value(""))


def journalled_models() -> list[type[Journalled]]:
    """Every model of the product that the journal answers for."""
    return [model for model in apps.get_models() if issubclass(model, Journalled)]


def row_findings(owner_id: UUID, examined: Callable[[int], None]) -> Iterator[Finding]:
    """Every row of ``owner_id`` that is not as its latest entry says."""
    for model in journalled_models():
        yield from _ModelExamination(model, owner_id, examined).run()


class _ModelExamination:
    def __init__(
        self, model: type[Journalled], owner_id: UUID, examined: Callable[[int], None]
    ) -> None:
        self._rows: Any = model._base_manager.filter(owner_id=owner_id)
        self._kind = model._meta.label_lower
        self._entries = Entry.objects.filter(owner_id=owner_id, object_kind=self._kind)
        self._examined = examined

    def run(self) -> Iterator[Finding]:
        rows = stream(self._rows, "id", lambda row: row.id)
        after = last = None
        while chunk := list(islice(rows, CHUNK)):
            ids = [known for row in chunk if (known := _id_of(row))]
            last = ids[-1] if ids else after
            yield from self._chunk(chunk, self._latest(after, last))
            self._examined(len(chunk))
            after = last
        yield from self._chunk([], self._latest(after, None))

    def _chunk(self, chunk: list[Any], latest: dict[UUID, Latest]) -> Iterator[Finding]:
        """Findings about the rows of ``chunk``, and about objects that should be among them."""
        for row in chunk:
            row_id = _id_of(row)
            known = latest.pop(row_id, None) if row_id else None
            if isinstance(row, Unreadable):
                yield Finding("row_unreadable", None, None, self._kind, row.key)
            elif _judge(row, known):
                yield from self._confirmed(row.id)
        for object_id, known in latest.items():
            if _judge(None, known):
                yield from self._confirmed(object_id)

    def _confirmed(self, object_id: UUID) -> Iterator[Finding]:
        """The finding, unless somebody is changing the object while it is examined."""
        for _ in range(ATTEMPTS):
            known = self._latest_of(object_id)
            try:
                row = self._rows.filter(id=object_id).first()
            except UNREADABLE:
                return
            if known == self._latest_of(object_id):
                if code := _judge(row, known):
                    seq = known[0] if known else None
                    yield Finding(code, seq, None, self._kind, str(object_id))
                return

    def _latest_of(self, object_id: UUID) -> Latest | None:
        entries = self._entries.filter(object_id=object_id).order_by("-seq")
        return entries.values_list("seq", "after").first()

    def _latest(self, after: UUID | None, last: UUID | None) -> dict[UUID, Latest]:
        """The latest entry of each object with ``after < id <= last``."""
        entries = self._entries
        if after:
            entries = entries.filter(object_id__gt=after)
        if last:
            entries = entries.filter(object_id__lte=last)
        found: dict[UUID, Latest] = {}
        newest = self._entries.filter(object_id=OuterRef("object_id")).order_by("-seq")
        entries = entries.filter(seq=Subquery(newest.values("seq")[:1]))
        columns = entries.values_list(_HEX, "seq", "after")
        for entry in stream(columns, "seq", lambda entry: entry[1]):
            # What cannot be read was named when the entries were examined.
            if not isinstance(entry, Unreadable) and len(entry[0]) == 32:
                found[UUID(entry[0])] = entry[1:]
        return found


def is_as_journalled(row: Journalled) -> bool:
    """Whether nobody changed this row behind the journal's back."""
    entries = Entry.objects.filter(
        owner_id=row.owner_id, object_kind=row._meta.label_lower, object_id=row.id
    )
    known = entries.order_by("-seq").values_list("seq", "after").first()
    return not _judge(row, known)


def _id_of(row: Any) -> UUID | None:
    """The row's id; None where not even that can be read."""
    try:
        return UUID(row.key) if isinstance(row, Unreadable) else row.id
    except ValueError:
        return None


def _judge(row: Journalled | None, known: Latest | None) -> str:
    """What is wrong between a row and its latest entry; empty if nothing is."""
    if known is None:
        return "row_unjournalled" if row else ""
    _, after = known
    if row is None:
        return "row_missing" if after else ""
    if not after:
        return "row_returned"
    return "" if row.digest().hex() == after else "row_changed"
