"""What people call a thing: names for the ids that journal, search and work lists hold.

Every stage contributes the names of its own rows; whoever shows an id to a person asks here.
"""

from collections.abc import Collection
from typing import Protocol
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.kit.ports import Ports

Reference = tuple[str, UUID]
"""A model's label (``identity.person``) and the row's id."""


class NameSource(Protocol):
    """A stage that knows the names of its rows."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        """The names it knows, of rows that ``viewer`` may know of."""
        ...

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        """Ids of the rows whose name contains ``text``; some hundreds at most."""
        ...


name_sources: Ports[NameSource] = Ports("name_sources")


def names_of(viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
    """A name for each reference that has one."""
    found: dict[Reference, str] = {}
    for source in name_sources():
        found.update(source.names(viewer, references))
    return found


def ids_named(viewer: Viewer, text: str) -> set[UUID]:
    """Ids of whatever is called something with ``text`` in it."""
    return {found for source in name_sources() for found in source.named(viewer, text)}
