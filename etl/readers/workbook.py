"""A workbook as it was read: sheets of cells, nothing interpreted."""

import datetime as dt
from dataclasses import dataclass

from cakupan.domain.findings import Finding

CellValue = str | int | float | bool | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows[0][0]`` is A1. Empty rows and cells at the end are cut off, so rows differ in length.

    Text is as it stands ("1.234", "0101", "NA"); whole numbers are int; an error cell is its text
    ("#REF!"), and a formula that was never calculated is the formula ("=A1+B1").
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that could be read. ``container`` is xlsx or csv; a csv is one sheet."""

    file_name: str
    sha256: str
    container: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class ReadResult:
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
