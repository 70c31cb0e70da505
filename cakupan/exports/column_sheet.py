"""One table of columns on a sheet of a workbook: its notes, its head, its numbers."""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.records import Record, field
from cakupan.exports.column_table import ColumnTable
from cakupan.exports.column_values import cell_value, number_format
from cakupan.exports.palette import GREY
from cakupan.exports.untrusted_cells import CellWriter

_NARROWEST, _WIDEST, _HEAD_WIDTH = 9, 42, 16


class Placed(Record, frozen=True):
    """Where a table stands on its sheet: the row of its head, how many follow, its columns."""

    head: int
    rows: int
    columns: Mapping[str, int] = field(default_factory=dict)

    @property
    def beside(self) -> int:
        """The first column clear of the table."""
        return len(self.columns) + 1


def write_table(paper: Worksheet, cells: CellWriter, table: ColumnTable) -> Placed:
    """The notes above the table, a filter on it, its head in sight; ready for paper."""
    head = _write_notes(paper, cells, table)
    write_columns(paper, cells, table.columns, (head, 0))
    placed = Placed(
        head=head,
        rows=max((len(column.values) for column in table.columns), default=0),
        columns={column.key: place for place, column in enumerate(table.columns)},
    )
    if table.columns:
        paper.autofilter(head, 0, head + placed.rows, len(table.columns) - 1)
        paper.freeze_panes(head + 1, 1)
        paper.repeat_rows(head)
    paper.set_landscape()
    paper.set_paper(9)
    paper.fit_to_pages(1, 0)
    paper.set_footer("&L&A&R&P / &N")
    return placed


def write_columns(
    paper: Worksheet, cells: CellWriter, columns: tuple[Column, ...], corner: tuple[int, int]
) -> None:
    """Heads in the row of the corner, values below them."""
    row, first = corner
    for place, column in enumerate(columns, start=first):
        cells.write_text(
            paper, row, place, column.title, bold=True, text_wrap=True, valign="bottom", bottom=1
        )
        paper.set_column(place, place, _width(column))
        for line, value in enumerate(column.values, start=row + 1):
            _write_value(paper, cells, (line, place), column.kind, value)


def _write_notes(paper: Worksheet, cells: CellWriter, table: ColumnTable) -> int:
    """The title and the notes; gives the row of the table's head."""
    cells.write_text(paper, 0, 0, table.title, bold=True, font_size=14)
    for line, note in enumerate(table.notes, start=1):
        cells.write_text(paper, line, 0, note, font_color=f"#{GREY}")
    return len(table.notes) + 2


def _write_value(
    paper: Worksheet,
    cells: CellWriter,
    place: tuple[int, int],
    kind: ColumnKind,
    value: str | float | None,
) -> None:
    shown = cell_value(value, kind)
    if isinstance(shown, str):
        cells.write_text(paper, *place, shown)
    elif shown is not None:
        cells.write(paper, *place, shown, num_format=number_format(kind))


def _width(column: Column) -> float:
    if column.kind is not ColumnKind.TEXT:
        return _HEAD_WIDTH
    longest = max((len(str(value)) for value in column.values), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2))
