"""Tables of columns as a file: a workbook with real numbers, or CSV as a spreadsheet reads it.

What the numbers are and where they come from stands in the workbook above each table.
"""

import csv
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from cakupan.domain.columns import ColumnKind
from cakupan.domain.language import Language
from cakupan.exports.column_sheet import write_table
from cakupan.exports.column_table import ColumnTable, Cover
from cakupan.exports.column_values import csv_text, csv_title
from cakupan.exports.palette import BLUE, GREY
from cakupan.exports.plan_charts import add_chart
from cakupan.exports.untrusted_cells import CellWriter, plain_text, sheet_name

_UTF8_MARK = "\ufeff"
_UNNAMED = "Cakupan"
_LABEL_WIDTH, _TEXT_WIDTH = 22, 90
_LONGEST = 250


def columns_workbook(
    tables: Sequence[ColumnTable],
    *,
    made_at: datetime,
    cover: Cover | None = None,
) -> bytes:
    """An .xlsx with a sheet for each table; a ``cover`` goes before them and leads to each."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True, "remove_timezone": True}) as workbook:
        title = cover.title if cover else tables[0].title
        workbook.set_properties({"title": title, "author": "Cakupan", "created": made_at})
        cells, taken = CellWriter(workbook), set[str]()
        front = None
        if cover:
            front = workbook.add_worksheet(sheet_name(cover.contents, taken, _UNNAMED))
        named = []
        for table in tables:
            name = sheet_name(table.sheet or table.title, taken, _UNNAMED)
            paper = workbook.add_worksheet(name)
            placed = write_table(paper, cells, table)
            if table.plan is not None:
                add_chart(workbook, paper, cells, table, placed)
            named.append(name)
        if front is not None and cover is not None:
            _write_cover(front, cells, cover, list(zip(named, tables, strict=True)))
    return written.getvalue()


def columns_csv(table: ColumnTable, language: Language) -> bytes:
    """UTF-8 with its mark. In Indonesian semicolons and decimal commas, as Excel expects there.

    Shares, growth and points are in percent or points with four decimals; counts are bare digits.
    """
    indonesian = language is Language.ID
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";" if indonesian else ",", lineterminator="\r\n")
    writer.writerow([csv_title(column) for column in table.columns])
    for row in table.rows:
        texts = (
            csv_text(value, column.kind) for column, value in zip(table.columns, row, strict=True)
        )
        writer.writerow(
            [
                text.replace(".", ",")
                if indonesian and column.kind is not ColumnKind.TEXT
                else text
                for column, text in zip(table.columns, texts, strict=True)
            ]
        )
    return (_UTF8_MARK + lines.getvalue()).encode()


def _write_cover(
    paper: Worksheet,
    cells: CellWriter,
    cover: Cover,
    sheets: Sequence[tuple[str, ColumnTable]],
) -> None:
    """The facts, then each sheet by its title, which leads there."""
    cells.write_text(paper, 0, 0, cover.title, bold=True, font_size=18)
    for line, (label, text) in enumerate(cover.facts, start=2):
        cells.write_text(paper, line, 0, label, font_color=f"#{GREY}")
        cells.write_text(paper, line, 1, text)
    first = len(cover.facts) + 3
    cells.write_text(paper, first, 0, cover.contents, bold=True, font_size=13)
    link = cells.look(font_color=f"#{BLUE}", underline=1)
    for line, (name, table) in enumerate(sheets, start=first + 1):
        cells.write(paper, line, 0, line - first)
        paper.write_url(
            line, 1, f"internal:{quote_sheetname(name)}!A1", link, plain_text(table.title, _LONGEST)
        )
    paper.set_column(0, 0, _LABEL_WIDTH)
    paper.set_column(1, 1, _TEXT_WIDTH)
    paper.set_paper(9)
    paper.fit_to_pages(1, 0)
    paper.hide_gridlines(2)
