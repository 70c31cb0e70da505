"""A table of columns as a file: a workbook with real numbers, or CSV as a spreadsheet reads it.

What the numbers are and where they come from stands in the workbook above the table.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.exports.untrusted_cells import CellWriter, as_text, sheet_name
from cakupan.texts.number_format import is_missing

_FORMATS = {
    ColumnKind.COUNT: "#,##0",
    ColumnKind.SHARE: "0.00%",
    ColumnKind.GROWTH: "+0.0%;-0.0%;0.0%",
    ColumnKind.POINTS: "+0.00;-0.00;0.00",
    ColumnKind.RANK: "0",
    ColumnKind.CLIMB: "+0;-0;0",
}
_PERCENT = {ColumnKind.SHARE, ColumnKind.GROWTH}
_HUNDREDFOLD = _PERCENT | {ColumnKind.POINTS}
_NARROWEST, _WIDEST, _HEAD_WIDTH = 9, 42, 16
_CSV_PLACES = 4
_UTF8_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """A table that is taken away: ``notes`` say what, where, when, and from which source."""

    file_name: str
    title: str
    notes: Sequence[str]
    columns: Sequence[Column]

    @property
    def rows(self) -> list[tuple[str | float | None, ...]]:
        """The values row by row."""
        return list(zip(*(column.values for column in self.columns), strict=True))


def columns_workbook(table: ColumnTable, *, made_at: datetime) -> bytes:
    """An .xlsx with the notes above the table, a filter on it, and its head in sight."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True, "remove_timezone": True}) as workbook:
        workbook.set_properties({"title": table.title, "author": "Cakupan", "created": made_at})
        cells = CellWriter(workbook)
        paper = workbook.add_worksheet(sheet_name(table.title, set(), "Cakupan"))
        head = _write_notes(paper, cells, table)
        for place, column in enumerate(table.columns):
            cells.write_text(
                paper,
                head,
                place,
                column.title,
                bold=True,
                text_wrap=True,
                valign="bottom",
                bottom=1,
            )
            paper.set_column(place, place, _width(column))
        for line, row in enumerate(table.rows, start=head + 1):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                _write_value(paper, cells, (line, place), column.kind, value)
        last = len(table.columns) - 1
        paper.autofilter(head, 0, head + len(table.rows), last)
        paper.freeze_panes(head + 1, 2)
        paper.set_landscape()
        paper.set_paper(9)
        paper.fit_to_pages(1, 0)
        paper.repeat_rows(head)
    return written.getvalue()


def columns_csv(table: ColumnTable, language: Language) -> bytes:
    """UTF-8 with its mark. In Indonesian semicolons and decimal commas, as Excel expects there.

    Shares, growth and points are in percent or points with four decimals; counts are bare digits.
    """
    indonesian = language is Language.ID
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";" if indonesian else ",", lineterminator="\r\n")
    writer.writerow([_csv_title(column) for column in table.columns])
    for row in table.rows:
        texts = (
            _csv_text(value, column.kind) for column, value in zip(table.columns, row, strict=True)
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


def _write_notes(paper: Worksheet, cells: CellWriter, table: ColumnTable) -> int:
    """The title and the notes; gives the row of the table's head."""
    cells.write_text(paper, 0, 0, table.title, bold=True, font_size=14)
    for line, note in enumerate(table.notes, start=1):
        cells.write_text(paper, line, 0, note, font_color="#5A6772")
    return len(table.notes) + 2


def _write_value(
    paper: Worksheet,
    cells: CellWriter,
    place: tuple[int, int],
    kind: ColumnKind,
    value: str | float | None,
) -> None:
    if isinstance(value, str):
        cells.write_text(paper, *place, value)
    elif value is not None and not is_missing(value):
        shown = value * 100 if kind is ColumnKind.POINTS else value
        cells.write(paper, *place, shown, num_format=_FORMATS[kind])


def _width(column: Column) -> float:
    if column.kind is not ColumnKind.TEXT:
        return _HEAD_WIDTH
    longest = max((len(str(value)) for value in column.values), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2))


def _csv_title(column: Column) -> str:
    return as_text(f"{column.title} (%)" if column.kind in _PERCENT else column.title)


def _csv_text(value: str | float | None, kind: ColumnKind) -> str:
    if isinstance(value, str):
        return as_text(value)
    if value is None or is_missing(value):
        return ""
    if kind in _HUNDREDFOLD:
        return f"{value * 100:.{_CSV_PLACES}f}"
    return f"{value:.0f}"
