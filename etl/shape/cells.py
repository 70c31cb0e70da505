"""A cell as the text a reader of the sheet would see. No meaning is given to it here."""

import re
from datetime import date, datetime

from etl.number_text import DecimalSign, NumberProblem, read_number
from etl.period_text import read_period
from etl.readers.workbook import CellValue

_ERROR = re.compile(r"#[A-Z][A-Z0-9_/]*[!?]?", re.ASCII)


def cell_text(value: CellValue) -> str:
    """The cell in one line, without the ``.0`` that spreadsheets give to whole numbers."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value == datetime.combine(value.date(), datetime.min.time()):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def error_in(text: str) -> bool:
    """Whether a cell holds an error of a formula: #REF!, #DIV/0!, #N/A."""
    return _ERROR.fullmatch(text) is not None


def lines_of(value: CellValue) -> list[str]:
    """The lines written in a cell, the blank ones left out: bilingual headers have two."""
    if not isinstance(value, str):
        return [text] if (text := cell_text(value)) else []
    return [text for line in value.splitlines() if (text := cell_text(line))]


def is_blank(value: CellValue) -> bool:
    """Whether nothing stands in the cell: empty, or white space only."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_heading(value: CellValue) -> bool:
    """Whether a cell can head a column: words or a period, but no number and no missing mark."""
    if read_period(value) is not None:
        return True
    if not isinstance(value, str):
        return False
    return read_number(value, sign=DecimalSign.UNKNOWN).problem is NumberProblem.UNREADABLE


def holds_number(value: CellValue) -> bool:
    """Whether a number stands in the cell, readable or with two readings."""
    if value is None or isinstance(value, bool):
        return False
    reading = read_number(value, sign=DecimalSign.UNKNOWN)
    return reading.value is not None or reading.problem is NumberProblem.AMBIGUOUS
