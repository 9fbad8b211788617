"""Reading workbooks from outside: limits before unpacking, entities refused, values as text."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from mingjian.kit.excel.errors import NotAWorkbook, WorkbookTooLarge, WrongColumns

MOST_BYTES = 5 * 1024**2
MOST_UNPACKED = 20 * MOST_BYTES
MOST_ROWS = 5_000
SHARED_TEXTS, MOST_SHARED = "xl/sharedStrings.xml", 128 * 1024**2
# What openpyxl and the libraries below it raise for files that are broken in some way.
BROKEN = (
    BadZipFile,
    DefusedXmlException,
    InvalidFileException,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    EOFError,
)


def read_table(content: bytes, columns: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Rows of the first sheet as ``(row number, texts)``, in the order of ``columns``.

    The first row must hold the headings ``columns``, in any order; other columns and
    empty rows are passed over.
    """
    _check_size(content)
    try:
        table = list(_rows(content, _text))
    except BROKEN:
        raise NotAWorkbook from None
    if not table:
        raise WrongColumns(missing="、".join(columns))
    (_, head), *rows = table
    missing = [column for column in columns if column not in head]
    if missing:
        raise WrongColumns(missing="、".join(missing))
    places = [head.index(column) for column in columns]
    return [(number, [row[place] for place in places]) for number, row in rows]


def read_sheet(content: bytes) -> list[list[str]]:
    """All rows of the first sheet as texts, times of day included; whatever its headings are."""
    _check_size(content)
    try:
        return [row for _, row in _rows(content, _exact)]
    except BROKEN:
        raise NotAWorkbook from None


def sheet_rows(file: BinaryIO) -> Iterator[list[str]]:
    """Rows of the first sheet as texts, one at a time, however many; empty rows are empty lists.

    What all cells share lies in memory while it is read, so that part is limited.
    """
    try:
        members = {member.filename: member.file_size for member in ZipFile(file).infolist()}
        if members.get(SHARED_TEXTS, 0) > MOST_SHARED:
            raise WorkbookTooLarge(rows="1 000 000", megabytes=MOST_SHARED // 1024**2)
        book = load_workbook(file, read_only=True, data_only=True)
        for values in book.worksheets[0].iter_rows(values_only=True):
            yield [_exact(value) for value in values]
    except BROKEN:
        raise NotAWorkbook from None


def _check_size(content: bytes) -> None:
    too_large = WorkbookTooLarge(rows=MOST_ROWS, megabytes=MOST_BYTES // 1024**2)
    if len(content) > MOST_BYTES:
        raise too_large
    try:
        members = ZipFile(BytesIO(content)).infolist()
    except BadZipFile:
        raise NotAWorkbook from None
    if sum(member.file_size for member in members) > MOST_UNPACKED or len(members) > 1000:
        raise too_large


def _rows(content: bytes, text: Callable[[Any], str]) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, all as wide as the first, with their numbers."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    width, found = 0, 0
    for number, values in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
        texts = [text(value) for value in values]
        if not any(texts):
            if number - found > MOST_ROWS:
                break
            continue
        width, found = width or len(texts), found + 1
        if found > MOST_ROWS + 1:
            raise WorkbookTooLarge(rows=MOST_ROWS, megabytes=MOST_BYTES // 1024**2)
        yield number, (texts + [""] * width)[:width]


def _text(value: Any) -> str:
    """The cell as somebody would type it: a phone number has no decimals, a date no time."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _exact(value: Any) -> str:
    """As :func:`_text`, but an instant keeps its time."""
    return str(value)[:19] if isinstance(value, datetime) else _text(value)
