"""Optimistic editing: who saves second is told what changed, and chooses."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit.access import Viewer
from mingjian.kit.errors import Stale

Row = TypeVar("Row", bound=Editable)


def name_of(viewer: Viewer) -> str:
    """The acting person's name; a process is named as the journal names it."""
    person = Person.objects.filter(id=viewer.person_id).first() if viewer.person_id else None
    return person.name if person else viewer.actor


def change(
    row: Row,
    *,
    viewer: Viewer,
    version: int,
    values: Mapping[str, Any],
    view: Callable[[Row], dict[str, Any]],
) -> bytes:
    """Set ``values`` on a locked ``row`` that is still at ``version``; its digest from before.

    Otherwise 409 with the row as ``view`` shows it, so that the form can offer both.
    """
    if row.version != version:
        raise Stale(changed_by=row.changed_by or "—", current=view(row))
    before = row.digest()
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.changed_by = name_of(viewer)
    row.save()
    return before
