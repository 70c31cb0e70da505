"""From a path to cells: whatever the file is, the result is a workbook or a finding."""

from etl.jailed.limits import DEFAULT_LIMITS, Limits
from etl.readers.reading import begun, read_file
from etl.readers.workbook import CellValue, ReadResult, Sheet, Workbook, cell_address

__all__ = [
    "DEFAULT_LIMITS",
    "CellValue",
    "Limits",
    "ReadResult",
    "Sheet",
    "Workbook",
    "begun",
    "cell_address",
    "read_file",
]
