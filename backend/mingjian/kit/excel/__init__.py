"""Excel workbooks: lists written out, filled-in templates read back."""

from mingjian.kit.excel.reading import read_sheet, read_table, sheet_rows
from mingjian.kit.excel.writing import Columns, page_or_workbook, workbook_response

__all__ = [
    "Columns",
    "page_or_workbook",
    "read_sheet",
    "read_table",
    "sheet_rows",
    "workbook_response",
]
