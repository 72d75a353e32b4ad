"""The workbook: every number of the paper, a sheet for each table. Nothing in it is calculated by Excel."""

from pathlib import Path

import xlsxwriter

from bot.views.documents.paper import HEAD_ROW, Paper, Sheet, shown

_WIDTHS = (48, 14)


def write(paper: Paper, to: Path) -> None:
    with xlsxwriter.Workbook(str(to), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": paper.title, "created": paper.made_at.replace(tzinfo=None)})
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in paper.sheets():
            _write_sheet(book.add_worksheet(sheet.name), sheet, bold, wrapped)


def _write_sheet(
    page: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    bold: xlsxwriter.format.Format,
    wrapped: xlsxwriter.format.Format,
) -> None:
    page.set_column(0, 0, _WIDTHS[0])
    page.set_column(1, len(sheet.head), 60 if sheet.name == "Cover" else _WIDTHS[1])
    page.write_string(0, 0, sheet.title, bold)
    for column, name in enumerate(sheet.head):
        page.write_string(HEAD_ROW, column, name, bold)
    for row, values in enumerate(sheet.rows, HEAD_ROW + 1):
        for column, value in enumerate(values):
            if isinstance(value, int | float):
                page.write_number(row, column, value)
            else:
                page.write_string(row, column, shown(value), wrapped)
