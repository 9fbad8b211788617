"""Documents, tables and slides as text and tables: by their parts, without the program."""

import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Any, BinaryIO

import openpyxl
from defusedxml.ElementTree import iterparse

from engines.intake.kinds import ODF, OOXML
from engines.previews.blocks import MOST_COLUMNS, MOST_ROWS, Blocks, Full
from engines.previews.parts import NotMade, Preview

WORD, SHEET, SLIDES = (
    f"{OOXML}wordprocessingml.document",
    f"{OOXML}spreadsheetml.sheet",
    f"{OOXML}presentationml.presentation",
)
SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
HEADING = re.compile(r"(?:Heading|heading|标题) ?[1-6]|[1-6]|Title")
"""Styles of Word by their id; the Chinese edition calls its headings 1 to 6."""
MOST_SHEETS = 20


@dataclass(frozen=True, slots=True)
class Dialect:
    """What paragraph, table, row and cell are called, whatever the name space."""

    paragraphs: frozenset[str]
    table: str
    row: str
    cell: str
    words: Callable[[Any], str]
    is_heading: Callable[[Any], bool]


def _ooxml_words(paragraph: Any) -> str:
    return "".join(_run(each) for each in paragraph.iter())


def _run(element: Any) -> str:
    name = _local(element.tag)
    if name == "t":
        return element.text or ""
    return {"tab": "\t", "br": "\n", "cr": "\n"}.get(name, "")


def _is_word_heading(paragraph: Any) -> bool:
    styles = (each for each in paragraph.iter() if _local(each.tag) == "pStyle")
    names = (value for style in styles for value in style.attrib.values())
    return any(HEADING.fullmatch(name) for name in names)


MICROSOFT = Dialect(frozenset({"p"}), "tbl", "tr", "tc", _ooxml_words, _is_word_heading)
OPEN = Dialect(
    frozenset({"p", "h"}),
    "table",
    "table-row",
    "table-cell",
    lambda paragraph: "".join(paragraph.itertext()),
    lambda paragraph: _local(paragraph.tag) == "h",
)


def preview_office(file: BinaryIO, media_type: str) -> Preview:
    """Text and tables; the formats before 2007 have no parts that could be read."""
    blocks = Blocks()
    read = READERS.get(media_type) or (_odf if media_type.startswith(ODF) else None)
    if read is None:
        raise NotMade("old_format")
    with suppress(Full):
        read(file, blocks)
    return blocks.preview()


def _word(file: BinaryIO, blocks: Blocks) -> None:
    with zipfile.ZipFile(file) as archive, archive.open("word/document.xml") as part:
        _add(blocks, part, MICROSOFT)


def _slides(file: BinaryIO, blocks: Blocks) -> None:
    with zipfile.ZipFile(file) as archive:
        found = [SLIDE.fullmatch(name) for name in archive.namelist()]
        for number, name in sorted((int(each[1]), each[0]) for each in found if each):
            blocks.slide(number)
            with archive.open(name) as part:
                _add(blocks, part, MICROSOFT)


def _odf(file: BinaryIO, blocks: Blocks) -> None:
    with zipfile.ZipFile(file) as archive, archive.open("content.xml") as part:
        _add(blocks, part, OPEN)


def _sheets(file: BinaryIO, blocks: Blocks) -> None:
    """Values as they were last computed; formulas stay in the file."""
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    blocks.is_cut = len(book.worksheets) > MOST_SHEETS
    for sheet in book.worksheets[:MOST_SHEETS]:
        rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True)
        blocks.table([[_shown(value) for value in row] for row in rows], sheet.title)


READERS: dict[str, Callable[[BinaryIO, Blocks], None]] = {
    WORD: _word,
    SHEET: _sheets,
    SLIDES: _slides,
}


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes").removesuffix(" 00:00")
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(slots=True)
class _Reading:
    """Takes element after element; a table within a cell becomes text of that cell."""

    blocks: Blocks
    dialect: Dialect
    depth: int = 0
    rows: list[list[str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def begin(self, name: str) -> None:
        self.depth += name == self.dialect.table

    def end(self, name: str, element: Any) -> None:
        if name in self.dialect.paragraphs:
            self._paragraph(element)
        elif name == self.dialect.table:
            self._table()
        elif self.depth == 1 and name == self.dialect.cell:
            self.cells.append("\n".join(filter(None, self.words)))
            self.words = []
        elif self.depth == 1 and name == self.dialect.row:
            self.rows.append(self.cells)
            self.cells = []
            element.clear()

    def _paragraph(self, element: Any) -> None:
        words = self.dialect.words(element)
        if self.depth:
            self.words.append(words)
        else:
            self.blocks.text(words, "heading" if self.dialect.is_heading(element) else "text")
        element.clear()

    def _table(self) -> None:
        self.depth -= 1
        if not self.depth:
            self.blocks.table(self.rows)
            self.rows, self.cells, self.words = [], [], []


def _add(blocks: Blocks, part: IO[bytes], dialect: Dialect) -> None:
    """Element by element, so that a long document is never in memory as a tree."""
    reading = _Reading(blocks, dialect)
    for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
        name = _local(element.tag)
        if event == "start":
            reading.begin(name)
        else:
            reading.end(name, element)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
