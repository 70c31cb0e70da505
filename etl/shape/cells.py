"""A cell as the text a reader of the sheet would see. No meaning is given to it here."""

from datetime import date, datetime

from etl.readers.workbook import CellValue


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


def is_blank(value: CellValue) -> bool:
    """Whether nothing stands in the cell: empty, or white space only."""
    return value is None or (isinstance(value, str) and not value.strip())
