"""Long lists: one page of rows, sorted by a named column, with the total."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, TypeVar

from django.db.models import Model, QuerySet
from ninja import Schema as NinjaSchema
from pydantic import Field

from mingjian.kit.errors import InvalidInput

Out = TypeVar("Out")
Row = TypeVar("Row", bound=Model)


class ListQuery(NinjaSchema):
    """Query parameters of every list: ``?page=2&size=50&sort=-created_at&search=华远``."""

    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)
    sort: str = Field("", max_length=60)
    search: str = Field("", max_length=100)
    format: Literal["json", "xlsx"] = "json"
    """``xlsx``: the whole list as a workbook instead of one page."""


class Page(NinjaSchema, Generic[Out]):
    """One page of a list; ``total`` counts every matching row."""

    items: list[Out]
    total: int
    page: int
    size: int


def ordered(rows: QuerySet[Row], sort: str, sortable: Mapping[str, str]) -> QuerySet[Row]:
    """``rows`` by the public column name ``sort`` (``-`` descends); ties by id.

    ``sortable`` maps public names to ORM expressions; an unknown name is a 422.
    """
    if not sort:
        return rows
    expression = sortable.get(sort.removeprefix("-"))
    if expression is None:
        raise InvalidInput(count=1, fields={"sort": ", ".join(sorted(sortable))})
    return rows.order_by(("-" if sort.startswith("-") else "") + expression, "pk")


def page_of(rows: QuerySet[Row], query: ListQuery, render: Callable[[Row], Any]) -> dict[str, Any]:
    """The requested page as :class:`Page` fields, each row rendered."""
    first = (query.page - 1) * query.size
    return {
        "items": [render(row) for row in rows[first : first + query.size]],
        "total": rows.count(),
        "page": query.page,
        "size": query.size,
    }
