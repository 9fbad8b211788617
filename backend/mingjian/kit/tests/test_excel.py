"""Workbooks: written so that nothing in them runs, read so that nothing from outside hurts."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mingjian.kit.excel import read_table, workbook_response
from mingjian.kit.excel.errors import NotAWorkbook, WorkbookTooLarge, WrongColumns
from mingjian.kit.excel.reading import MOST_BYTES, MOST_ROWS
from mingjian.kit.ids import uuid7


def written(columns: list[str], rows: list[list[object]]) -> Worksheet:
    book = load_workbook(BytesIO(workbook_response("人员", columns, rows).content))
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def workbook(*rows: list[object]) -> bytes:
    book, content = Workbook(), BytesIO()
    assert isinstance(book.active, Worksheet)
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("attack", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_a_text_that_looks_like_a_formula_stays_a_text(attack: str) -> None:
    cell = written(["姓名"], [[attack]])["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (attack, "s", True)


def test_the_head_is_bold_and_stays_in_sight() -> None:
    sheet = written(["姓名", "邮箱"], [["沈知远", "s@example.com"]])
    assert sheet["B1"].font.bold
    assert sheet.freeze_panes == "A2"


def test_instants_ids_numbers_and_empty_cells_are_written_as_what_they_are() -> None:
    id_ = uuid7()
    at = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    row = [cell.value for cell in written(list("abcde"), [[at, id_, 3, None, True]])[2]]
    assert row == [datetime(2026, 11, 23, 8, 30), str(id_), 3, None, "√"]  # noqa: DTZ001


def test_control_characters_and_endless_texts_do_not_break_the_workbook() -> None:
    sheet = written(["备注"], [["a\x00b\x1fc"], ["长" * 40_000]])
    assert sheet["A2"].value == "abc"
    assert len(str(sheet["A3"].value)) == 32_767


def test_the_file_keeps_its_chinese_name() -> None:
    disposition = workbook_response("人员", ["姓名"], [])["Content-Disposition"]
    assert "filename*=utf-8''%E4%BA%BA%E5%91%98.xlsx" in disposition


def test_what_was_written_can_be_read_back_whatever_the_order_of_columns() -> None:
    content = workbook_response("人员", ["邮箱", "姓名"], [["a@b.example", "=张三"]]).content
    assert read_table(content, ["姓名", "邮箱"]) == [(2, ["=张三", "a@b.example"])]


def test_numbers_and_dates_are_read_as_somebody_would_type_them() -> None:
    content = workbook(["电话", "日期"], [13800001111.0, date(2026, 3, 1)])
    assert read_table(content, ["电话", "日期"]) == [(2, ["13800001111", "2026-03-01"])]


def test_empty_rows_are_passed_over_and_row_numbers_kept() -> None:
    content = workbook(["姓名"], [None], ["  "], ["沈知远"])
    assert read_table(content, ["姓名"]) == [(4, ["沈知远"])]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(WrongColumns) as refusal:
        read_table(workbook(["姓名"]), ["姓名", "邮箱"])
    assert refusal.value.params == {"missing": "邮箱"}


def test_an_empty_workbook_misses_every_column() -> None:
    with pytest.raises(WrongColumns):
        read_table(workbook(), ["姓名"])


@pytest.mark.parametrize("content", [b"", b"name,email\n", b"\xd0\xcf\x11\xe0old excel"])
def test_other_files_are_refused(content: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        read_table(content, ["姓名"])


def test_a_damaged_workbook_is_refused() -> None:
    whole = workbook(["姓名"], ["沈知远"])
    with pytest.raises(NotAWorkbook):
        read_table(whole[: len(whole) // 2], ["姓名"])


def test_too_many_rows_and_too_many_bytes_are_refused() -> None:
    rows: list[list[object]] = [["某人"] for _ in range(MOST_ROWS + 1)]
    with pytest.raises(WorkbookTooLarge):
        read_table(workbook(["姓名"], *rows), ["姓名"])
    with pytest.raises(WorkbookTooLarge):
        read_table(b"PK" + b"0" * MOST_BYTES, ["姓名"])


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as bomb:
        for number in range(11):
            bomb.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 10 * 1024**2)
    assert len(content.getvalue()) < MOST_BYTES
    with pytest.raises(WorkbookTooLarge):
        read_table(content.getvalue(), ["姓名"])


def test_entities_in_the_workbooks_xml_are_refused() -> None:
    source, target = ZipFile(BytesIO(workbook(["姓名"], ["沈知远"]))), BytesIO()
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with ZipFile(target, "w") as changed:
        for member in source.namelist():
            content = source.read(member)
            is_sheet = member.startswith("xl/worksheets")
            changed.writestr(member, bomb + content if is_sheet else content)
    with pytest.raises(NotAWorkbook):
        read_table(target.getvalue(), ["姓名"])
