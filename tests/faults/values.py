"""What a cell of a written workbook may be, beside text and numbers."""

from typing import NamedTuple

ERROR_NUMBERS = {"#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#N/A": 0x2A}


class Error(NamedTuple):
    """An error cell."""

    text: str


class Percent(float):
    """A number that is shown as percent."""


Cell = str | int | float | Error | None
