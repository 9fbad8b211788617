"""What a workbook's columns are called, in both languages, and what belongs into them."""

from collections.abc import Sequence
from dataclasses import dataclass

from mingjian.kit.excel import read_table
from mingjian.kit.excel.errors import WrongColumns
from mingjian.kit.words import in_language


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a template."""

    field: str
    heading: tuple[str, str]
    """In Chinese and in English."""
    example: str
    note: tuple[str, str]


def read_rows(content: bytes, columns: Sequence[Column]) -> list[tuple[int, dict[str, str]]]:
    """Row number and texts by field, from a template in either language."""
    fields = [column.field for column in columns]
    headings = [in_language(column.heading) for column in columns]
    try:
        table = read_table(content, headings)
    except WrongColumns as refusal:
        others = [next(h for h in c.heading if h != in_language(c.heading)) for c in columns]
        try:
            table = read_table(content, others)
        except WrongColumns:
            raise refusal from None
    return [(number, dict(zip(fields, texts, strict=True))) for number, texts in table]
