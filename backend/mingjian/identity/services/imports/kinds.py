"""What every kind of import knows how to do, and the port by which stages add theirs."""

from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from mingjian.identity.services.imports.columns import Column
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.ports import Ports
from mingjian.kit.schema import Input

Row = TypeVar("Row", bound=Input)


class Kind(Generic[Row]):
    """A kind of row: its columns, its rules, how it is made and unmade."""

    name: ClassVar[str]
    title: ClassVar[tuple[str, str]]
    note: ClassVar[tuple[str, str]]
    """What comes of it, and what must be there before."""
    page: ClassVar[str]
    """Where the web client shows what came of it."""
    rule: ClassVar[Rule]
    """Who may read such a workbook in."""
    columns: ClassVar[tuple[Column, ...]]
    row: type[Row]

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.seen: set[Any] = set()
        """Keys of earlier rows of the same workbook."""

    def check(self, row: Row) -> dict[str, str]:
        """What is wrong with a well-formed row, by field."""
        raise NotImplementedError

    def make(self, row: Row) -> UUID:
        """Write the row; gives the id of what it became."""
        raise NotImplementedError

    def unmake(self, made: UUID) -> str:
        """Remove what :meth:`make` made, or say why it must stay; empty when it is gone."""
        raise NotImplementedError

    def is_repeated(self, key: Any) -> bool:
        """Whether an earlier row of the workbook had the same key."""
        is_repeated = key in self.seen
        self.seen.add(key)
        return is_repeated


import_kinds: Ports[type[Kind[Any]]] = Ports("import_kinds")


def kinds_for(viewer: Viewer) -> list[type[Kind[Any]]]:
    """The kinds that the viewer may read in, in the order in which they were plugged in."""
    return [kind for kind in import_kinds() if authority().grants(viewer, kind.rule)]


def kind_for(viewer: Viewer, name: str) -> type[Kind[Any]]:
    """The kind of that name: 404 if there is none, 403 if the viewer may not read it in."""
    kind = next((each for each in import_kinds() if each.name == name), None)
    if kind is None:
        raise NotFound
    if kind not in kinds_for(viewer):
        raise NotPermitted
    return kind
