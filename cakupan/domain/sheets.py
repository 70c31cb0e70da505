"""Workbooks as plain data: what stands in which sheet, before any file is written.

Nothing here knows a file format; cakupan.exports writes these books, etl.samples builds them.
"""

from decimal import Decimal

from cakupan.domain.records import Record

Cell = str | int | Decimal | None


class SheetColumn(Record, frozen=True):
    """One column: its header and its width in characters."""

    header: str
    width: int


class SampleSheet(Record, frozen=True):
    """Metadata lines (label, text), an empty row, the header, the rows.

    ``total_rows`` are the positions of rows that add up others. ``mark`` is a warning to be seen
    on screen and on paper ("DATA CONTOH"); a sheet of real figures has none. A ``Decimal`` is
    shown with the decimals it has, an ``int`` with thousands separators, ``None`` is empty.
    ``ValueError`` where a row is longer or shorter than the header.
    """

    name: str
    metadata: tuple[tuple[str, str], ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total_rows: frozenset[int] = frozenset()
    mark: str = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.name}: {len(row)} cells for {len(self.columns)} columns")


class SampleBook(Record, frozen=True):
    """One workbook; ``title`` is its document title."""

    file_name: str
    title: str
    sheets: tuple[SampleSheet, ...]
