"""A client's list becomes one that can be drawn from: canonical, counted, its faults named."""

import csv
import io
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from mingjian.evidence.rules.sampling import joined
from mingjian.kit.words import Words

MOST_ROWS, MOST_COLUMNS = 1_000_000, 200
MOST_NAMED = 50
"""Faults of one kind that are named by row; the others are counted."""
MOST_STRATA = 100
"""A column with more values makes no strata."""
PREVIEWED = 10
DELIMITERS = ",\t;|"
HEAD_BYTES = 20_000
TOGETHER = 1024
"""Lines that are handed on in one piece."""

PROBLEMS: dict[str, Words] = {
    "not_a_list": Words(
        "文件不是 CSV 或 Excel（.xlsx）清单。请将清单另存为其中一种格式后重新提供。",
        "This is no list in CSV or Excel (.xlsx). Save it as one of them and hand it over again.",
    ),
    "not_examined": Words(
        "文件未通过入库检查，不能作为清单使用。请查看原因后重新提供。",
        "The file did not pass examination and is not used as a list. See why, then hand over "
        "another.",
    ),
    "encoding": Words(
        "无法识别文字编码：只支持 UTF-8、UTF-16 和 GB18030。请另存为“CSV UTF-8”后重新提供。",
        "The encoding is none of UTF-8, UTF-16 and GB18030. Save it as “CSV UTF-8” and hand it "
        "over again.",
    ),
    "no_headings": Words(
        "清单为空，或第一行不是表头。第一行应写各列名称，其后每行一条。",
        "The list is empty, or its first row holds no headings. Headings come first, then one row "
        "each.",
    ),
    "no_rows": Words(
        "清单只有表头，没有数据行。请提供完整清单。",
        "The list has headings and no rows. Hand over the whole list.",
    ),
    "too_many_rows": Words(
        "清单超过 1 000 000 行。请与审核员商定按期间或场所拆分。",
        "The list has more than 1 000 000 rows. Agree with the auditor on how to split it.",
    ),
    "too_many_columns": Words(
        "清单超过 200 列。请只保留能识别每一条记录的列。",
        "The list has more than 200 columns. Keep those that tell one row from another.",
    ),
    "broken_row": Words(
        "第 {row} 行附近的引号没有成对，无法继续读取。请修正后重新提供。",
        "Near row {row} a quotation mark is not closed, so the rest cannot be read. Mend it and "
        "hand the list over again.",
    ),
    "too_large": Words(
        "Excel 工作簿过大。请另存为“CSV UTF-8”后重新提供。",
        "The Excel workbook is too large. Save it as “CSV UTF-8” and hand that over.",
    ),
}


class ListProblem(Exception):
    """The list cannot be drawn from; the code is a key of :data:`PROBLEMS`."""

    def __init__(self, code: str, row: int = 0) -> None:
        self.code, self.row = code, row
        super().__init__(code)


def problem_words(code: str, row: int) -> Words:
    known = PROBLEMS[code]
    return Words(known.zh.format(row=row), known.en.format(row=row))


@dataclass(slots=True)
class Faults:
    """Rows of one kind: the first ones by number, all of them counted."""

    count: int = 0
    named: list[tuple[int, ...]] = field(default_factory=list)

    def add(self, *rows: int) -> None:
        self.count += 1
        if len(self.named) < MOST_NAMED:
            self.named.append(rows)


class Population:
    """Reads a list once, row by row, in bounded memory; afterwards it knows what was in it.

    Rows are named as a spreadsheet numbers them: the headings are row 1.
    """

    def __init__(self, rows: Iterable[Sequence[str]], key_column: int = 0) -> None:
        self._rows, self._key_column = enumerate(rows, start=1), key_column
        self.headings: list[str] = []
        self.count = 0
        self.empty, self.without_key = Faults(), Faults()
        self.too_wide, self.duplicates = Faults(), Faults()
        self.preview: list[list[str]] = []
        self._values: dict[int, dict[str, int]] = {}
        self._seen: set[int] = set()
        self._keys, self._places = array("q"), array("L")

    def lines(self) -> Iterator[bytes]:
        """The canonical list, headings first; raises :class:`ListProblem`."""
        self.headings = self._headings()
        self._key_column = min(self._key_column, len(self.headings) - 1)
        self._values = {column: {} for column in range(len(self.headings))}
        yield joined(self.headings)
        for place, row in self._rows:
            cells = [" ".join(cell.split()) for cell in row]
            if not any(cells):
                self.empty.add(place)
                continue
            yield joined(self._noted(place, cells))
        if not self.count:
            raise ListProblem("no_rows")

    def strata(self) -> dict[int, dict[str, int]]:
        """Column → value → rows, of every column that may make strata."""
        return {
            column: dict(sorted(counts.items()))
            for column, counts in self._values.items()
            if 1 < len(counts) <= MOST_STRATA
        }

    def _headings(self) -> list[str]:
        _, first = next(self._rows, (0, ()))
        cells = [" ".join(cell.split()) for cell in first]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            raise ListProblem("no_headings")
        if len(cells) > MOST_COLUMNS:
            raise ListProblem("too_many_columns")
        return cells

    def _noted(self, place: int, cells: list[str]) -> list[str]:
        """The row as wide as the headings, counted, its faults noted."""
        width = len(self.headings)
        if len(cells) != width:
            if any(cells[width:]):
                self.too_wide.add(place)
            cells = (cells + [""] * width)[:width]
        self.count += 1
        if self.count > MOST_ROWS:
            raise ListProblem("too_many_rows")
        self._note_key(place, cells[self._key_column])
        self._note_values(cells)
        if len(self.preview) < PREVIEWED:
            self.preview.append(cells)
        return cells

    def _note_values(self, cells: list[str]) -> None:
        full = []
        for column, counts in self._values.items():
            value = cells[column]
            counts[value] = counts.get(value, 0) + 1
            if len(counts) > MOST_STRATA:
                full.append(column)
        for column in full:
            del self._values[column]

    def _note_key(self, place: int, key: str) -> None:
        if not key:
            self.without_key.add(place)
            return
        hashed = hash(key)
        if hashed in self._seen:
            self.duplicates.add(place, self._places[self._keys.index(hashed)])
            return
        self._seen.add(hashed)
        self._keys.append(hashed)
        self._places.append(place)


class Lines(io.RawIOBase):
    """Lines as a file that can be sealed while they are made."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines, self._rest = lines, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        filled = 0
        while filled < len(buffer):
            self._rest = self._rest or memoryview(b"".join(islice(self._lines, TOGETHER)))
            if not self._rest:
                break
            count = min(len(buffer) - filled, len(self._rest))
            buffer[filled : filled + count] = self._rest[:count]
            self._rest = self._rest[count:]
            filled += count
        return filled


def delimiter_of(head: str) -> str:
    """What parts the cells of the first line."""
    line = head.lstrip("\r\n").splitlines()[:1] or [""]
    return max(DELIMITERS, key=line[0].count)


def csv_rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Rows of a CSV; one whose quotation marks do not match is named."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):  # noqa: B007  (told where it breaks)
            yield row
    except csv.Error:
        raise ListProblem("broken_row", number + 1) from None
