"""Workbooks to be filled in, as plain data: what is printed in them and what may be typed where.

Nothing here knows a file format; cakupan.exports writes these books, etl.templates builds them.
"""

from enum import StrEnum

from cakupan.domain.records import Record
from cakupan.domain.sheets import Cell


class EntryKind(StrEnum):
    """What may be typed into a cell; OFFER shows a list and takes other words too."""

    COUNT = "count"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    OFFER = "offer"


class Entry(Record, frozen=True):
    """A cell to be filled in.

    ``hint`` shows when the cell is chosen, ``complaint`` when what was typed is not taken.
    ``least`` is the smallest number taken. An ``optional`` cell may stay empty.
    """

    kind: EntryKind
    hint: str = ""
    complaint: str = ""
    choices: tuple[str, ...] = ()
    least: int = 0
    optional: bool = False


class TemplateLine(Record, frozen=True):
    """A line above the table: its label, what stands beside it, and whether that can be changed."""

    label: str
    text: str
    entry: Entry | None = None


class TemplateColumn(Record, frozen=True):
    """One column: its header, its width in characters, and what its cells take.

    Cells of a column without an entry are printed and locked.
    """

    header: str
    width: int
    entry: Entry | None = None


class TemplateSheet(Record, frozen=True):
    """Lines, an empty row, the header, the rows; ``None`` is a cell to be filled in.

    ``key_columns`` columns stay in sight when the sheet is scrolled, ``blocks`` are the rows that
    begin a block (a month). ``ValueError`` where a row is longer or shorter than the header.
    """

    name: str
    lines: tuple[TemplateLine, ...]
    columns: tuple[TemplateColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key_columns: int
    blocks: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.name}: {len(row)} cells for {len(self.columns)} columns")


class CellState(StrEnum):
    """How a cell of a template looks: still to be filled in, free, locked, or filled in wrongly."""

    MISSING = "missing"
    FREE = "free"
    LOCKED = "locked"
    WRONG = "wrong"


class GuideRow(Record, frozen=True):
    """One column explained: where it is, what goes into it, and an example."""

    column: str
    meaning: str
    example: Cell


class Guide(Record, frozen=True):
    """The sheet of instructions. ``table_header`` heads the explained columns."""

    name: str
    title: str
    lead: str
    steps_title: str
    steps: tuple[str, ...]
    legend_title: str
    legend: tuple[tuple[CellState, str], ...]
    table_title: str
    table_header: tuple[str, str, str]
    table: tuple[GuideRow, ...]


class TemplateBook(Record, frozen=True):
    """One workbook.

    ``lists_name`` names the sheet of lists too long for a cell's own; ``complaint_title`` heads
    every complaint.
    """

    file_name: str
    title: str
    guide: Guide
    sheets: tuple[TemplateSheet, ...]
    lists_name: str
    complaint_title: str
