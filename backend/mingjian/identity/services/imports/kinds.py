"""What every kind of import knows how to do."""

from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from mingjian.identity.services.imports.columns import Column
from mingjian.kit.access import Viewer
from mingjian.kit.schema import Input

Row = TypeVar("Row", bound=Input)


class Kind(Generic[Row]):
    """A kind of row: its columns, its rules, how it is made and unmade."""

    name: ClassVar[str]
    title: ClassVar[tuple[str, str]]
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
