"""The rows that head a table, as one path of labels a column. No label is understood here."""

from collections.abc import Collection, Sequence

from cakupan.domain.records import Record
from etl.readers.workbook import Area, CellValue, Row
from etl.shape.cells import cell_text, is_blank, is_heading

# Year over quarter over sex over unit: more rows than that are no header.
_MOST_ROWS = 5


class HeaderCell(Record, frozen=True):
    """What heads one column: its labels from the top down, groups it stands under included.

    ``row`` is the zero-based row of the lowest label.
    """

    index: int
    parts: tuple[CellValue, ...]
    row: int

    @property
    def text(self) -> str:
        """All labels in one line."""
        return " ".join(text for part in self.parts if (text := cell_text(part)))


class Header(Record, frozen=True):
    """A header block: its first and last zero-based row, and its columns."""

    top: int
    bottom: int
    cells: tuple[HeaderCell, ...]


def one_row(row: Row, number: int = 0) -> tuple[HeaderCell, ...]:
    """A header of a single row."""
    return tuple(
        HeaderCell(index, (cell,), number) for index, cell in enumerate(row) if not is_blank(cell)
    )


def header_at(
    rows: Sequence[Row],
    anchor: int,
    keys: Collection[int],
    *,
    lowest: int = 0,
    merged: Collection[Area] = (),
) -> Header:
    """The block around the row ``anchor``, whose columns ``keys`` are known to head rows.

    Rows above and below belong to it as long as they only hold headings and leave the key columns
    free; none above the row ``lowest`` does.
    """
    top, bottom = anchor, anchor
    while top > lowest and bottom - top + 1 < _MOST_ROWS and _continues(rows[top - 1], keys):
        top -= 1
    while bottom - top + 1 < _MOST_ROWS:
        below = _next_filled(rows, bottom + 1)
        if below is None or not _continues(rows[below], keys):
            break
        bottom = below
    return Header(top, bottom, tuple(_cells(rows, range(top, bottom + 1), keys, merged)))


def _continues(row: Row, keys: Collection[int]) -> bool:
    filled = [(index, cell) for index, cell in enumerate(row) if not is_blank(cell)]
    return bool(filled) and all(
        index not in keys and index > min(keys, default=-1) and is_heading(cell)
        for index, cell in filled
    )


def _next_filled(rows: Sequence[Row], number: int) -> int | None:
    """The next row, or the one after it where a title merged over two rows leaves one empty."""
    for candidate in (number, number + 1):
        if candidate < len(rows) and any(not is_blank(cell) for cell in rows[candidate]):
            return candidate
    return None


def _cells(
    rows: Sequence[Row], block: range, keys: Collection[int], merged: Collection[Area]
) -> list[HeaderCell]:
    width = max((len(rows[number]) for number in block), default=0)
    labels = {number: _labels(rows, number, block, keys, merged) for number in block}
    cells = []
    for index in range(width):
        own = [number for number in block if not is_blank(_at(rows, number, index))]
        if own:
            parts = tuple(
                cell for number in block if not is_blank(cell := labels[number].get(index))
            )
            cells.append(HeaderCell(index, parts, own[-1]))
    return cells


def _labels(
    rows: Sequence[Row], number: int, block: range, keys: Collection[int], merged: Collection[Area]
) -> dict[int, CellValue]:
    """The labels of one row, each spread over the columns it heads.

    Where the row's merges are known they say how far; where they were lost, a label reaches to
    the next label of its row or of a row above, over columns with a label of their own below.
    """
    width = max(len(rows[row]) for row in block)
    starts = {
        area.left: area.right
        for area in merged
        if area.top <= number <= area.bottom and area.right > area.left
    }
    spread: dict[int, CellValue] = {}
    label: CellValue = None
    reach = -1
    for index in range(width):
        cell = _at(rows, number, index)
        if not is_blank(cell):
            label, spread[index] = cell, cell
            lost = not starts and index not in keys
            reach = starts.get(index, width if lost else index)
        elif index <= reach and not _interrupted(rows, number, index, block, keys):
            spread[index] = label
        elif not starts:
            reach = -1
    return spread


def _interrupted(
    rows: Sequence[Row], number: int, index: int, block: range, keys: Collection[int]
) -> bool:
    """Whether a label cannot reach this column: another group begins, or nothing is below."""
    above = any(not is_blank(_at(rows, row, index)) for row in block if row < number)
    below = any(not is_blank(_at(rows, row, index)) for row in block if row > number)
    return index in keys or above or not below


def _at(rows: Sequence[Row], number: int, index: int) -> CellValue:
    row = rows[number]
    return row[index] if index < len(row) else None
