"""Writing workbooks. Every text is written as text: no cell can become a formula."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mingjian.kit.excel.errors import WorkbookTooLarge
from mingjian.kit.pagination import ListQuery, page_of
from mingjian.kit.streaming import saved
from mingjian.kit.words import in_language

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 100_000
LONGEST_TEXT = 32_767
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Row = TypeVar("Row", bound=Model)
Columns = Mapping[tuple[str, str], Callable[[Row], Any]]
"""Heading in Chinese and English → the cell's value for a row."""


def page_or_workbook(
    rows: QuerySet[Row],
    query: ListQuery,
    render: Callable[[Row], Any],
    *,
    name: str,
    columns: Columns[Row],
) -> dict[str, Any] | HttpResponse:
    """A list's page, or with ``?format=xlsx`` the whole list as a workbook."""
    if query.format != "xlsx":
        return page_of(rows, query, render)
    if rows.count() > MOST_ROWS:
        raise WorkbookTooLarge(rows=MOST_ROWS, megabytes=50)
    headings = [in_language(heading) for heading in columns]
    cells = ([cell(row) for cell in columns.values()] for row in rows.iterator(chunk_size=1000))
    return workbook_response(name, headings, cells)


def workbook_response(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    notes: Sequence[Sequence[str]] = (),
) -> HttpResponse:
    """A download of ``name``.xlsx: one sheet with a head, and one with ``notes`` if there are."""
    book = Workbook(write_only=True)
    _write(book.create_sheet(name[:31]), columns, rows)
    if notes:
        head, *lines = notes
        _write(book.create_sheet("说明 Notes"), head, lines)
    content = BytesIO()
    book.save(content)
    return saved(content.getvalue(), f"{name}.xlsx", CONTENT_TYPE)


def _write(sheet: Worksheet, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = max(14, 2 * len(heading) + 4)
    head = [_cell(sheet, heading) for heading in columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Worksheet, value: Any) -> Cell:
    cell = WriteOnlyCell(sheet, value=_plain(value))
    if isinstance(cell.value, str):
        # Excel takes a text that starts like a formula for one, also after a later edit.
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(FORMULA_STARTS)
    return cell


def _plain(value: Any) -> Any:
    """What Excel can hold; instants in UTC, for a workbook has no time zones."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None)
    if isinstance(value, bool):
        return "√" if value else ""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str):
        return _printable(value)[:LONGEST_TEXT]
    return value


def _printable(text: str) -> str:
    return "".join(
        each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"}
    )
