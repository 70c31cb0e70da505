"""A workbook as it was read: sheets of cells, nothing interpreted."""

from collections.abc import Sequence

from cakupan.domain.findings import Finding
from cakupan.domain.records import Record, field
from etl.readers.areas import Area, Areas
from etl.readers.rows import CellValue, Row

__all__ = ["Area", "Areas", "CellValue", "ReadResult", "Row", "Sheet", "Workbook", "cell_address"]


class Sheet(Record, frozen=True):
    """``rows[0][0]`` is A1. Empty rows and cells at the end are cut off, so rows differ in length.

    Text is as it stands ("1.234", "0101", "NA"); whole numbers are int; an error cell is its text
    ("#REF!"), and a formula that was never calculated is the formula ("=A1+B1").

    ``merges`` are merged cells, of which the first one holds the value; ``percents`` are cells
    that show percent, so that 0.4603 there means 46,03%. ``hidden_rows`` and ``hidden_columns``
    are first and last numbers, counted from 0. What a container does not tell is empty.
    """

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    hidden_rows: tuple[tuple[int, int], ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merges: Areas = field(default_factory=Areas)
    percents: Areas = field(default_factory=Areas)


class Workbook(Record, frozen=True):
    """A file that could be read. ``container`` is xlsx, xlsm, xlsb, xls, ods, html or csv.

    A csv is one sheet. ``from_1904`` says that its days are counted from 1904, as on old Macs;
    dates are right either way, a day number that was typed over is not.
    """

    file_name: str
    sha256: str
    container: str
    sheets: tuple[Sheet, ...]
    from_1904: bool = False


class ReadResult(Record, frozen=True):
    """A workbook, or a finding that says why there is none.

    ``sha256`` is empty where the file could not be read to its end.
    """

    file_name: str
    sha256: str
    workbook: Workbook | None
    findings: tuple[Finding, ...]


def cell_address(row: int, column: int) -> str:
    """A1 for (0, 0), AA11 for (10, 26)."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
