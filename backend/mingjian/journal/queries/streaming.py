"""Reading long tables page by page, whatever state their rows are in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.db.models.functions import Cast

PAGE = 2048
UNREADABLE = (ValueError, TypeError, ValidationError, DatabaseError)
"""What a database or Django raises over a value that is none, such as half a date."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that is there and cannot be read."""

    key: str


def stream(
    rows: "models.QuerySet[Any, Any]", key: str, key_of: Callable[[Any], Any]
) -> Iterator[Any]:
    """``rows`` by ascending ``key``, in bounded memory and without one long transaction.

    A page that cannot be read is narrowed down to the row at fault, which comes out as
    :class:`Unreadable`; its neighbours come out as they are.
    """
    rows, size = rows.order_by(key), PAGE
    after: Any = None
    while True:
        rest = rows if after is None else rows.filter(**{f"{key}__gt": after})
        try:
            page = list(rest[:size])
        except UNREADABLE:
            if size > 1:
                size = max(1, size // 8)
                continue
            raw = _raw_key(rest, key)
            yield Unreadable(raw)
            after, size = models.Value(raw, output_field=models.CharField()), PAGE
            continue
        yield from page
        if len(page) < size:
            return
        after, size = key_of(page[-1]), PAGE


def _raw_key(rows: "models.QuerySet[Any, Any]", key: str) -> str:
    """The first row's key as text, whatever it contains."""
    as_text = Cast(key, models.CharField())
    return str(rows.values_list(as_text, flat=True)[0])
