"""What the child writes back, a JSON value a line: it can carry cells and findings, never code.

``{"container": …}``, then for each sheet ``{"sheet": name}`` and its rows: a list is a row, a
number stands for so many empty ones. Dates are tagged. ``{"end": true}`` says that nothing is
missing.
"""

import json
import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import BinaryIO

from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError

Cell = str | int | float | bool | date | datetime | None
_EXACT_INTEGERS = 2**53
_ROOM_TO_SAY_NO = 4096


def tidy_row(values: Iterable[object]) -> list[Cell]:
    """Cells without the empty ones at the end. Blank text is empty, 2025.0 is 2025."""
    cells = [_tidy(value) for value in values]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


class AnswerWriter:
    """Writes one answer to a stream and counts what it writes."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._bytes_left = limits.answer_bytes - _ROOM_TO_SAY_NO
        self._cells_left = 0
        self._next_row = 0
        self._encode = json.JSONEncoder(
            default=_tagged, allow_nan=False, separators=(",", ":")
        ).encode

    def container(self, name: str) -> None:
        """What kind of file it is: xlsx or csv."""
        self._write({"container": name})

    def sheet(self, name: str) -> None:
        """Begin a sheet."""
        self._cells_left = self._limits.sheet_cells
        self._next_row = 0
        self._write({"sheet": name})

    def row(self, index: int, cells: list[Cell]) -> None:
        """One row of the current sheet, ``index`` counted from 0; rows come in rising order."""
        if not cells:
            return
        self._cells_left -= sum(cell is not None for cell in cells)
        if self._cells_left < 0 or index > self._limits.sheet_cells:
            raise _too_many_cells(self._limits)
        if index > self._next_row:
            self._write(index - self._next_row)
        self._next_row = index + 1
        self._write(cells)

    def finding(
        self,
        code: str,
        *,
        severity: str,
        sheet: str | None = None,
        cell: str | None = None,
        details: dict[str, str | int],
    ) -> None:
        """Something the sender should know."""
        said = {"code": code, "severity": severity, "sheet": sheet, "cell": cell}
        self._bytes_left += _ROOM_TO_SAY_NO
        self._write({"finding": {**said, "details": details}})

    def end(self) -> None:
        """The last line."""
        self._write({"end": True})
        self._stream.flush()

    def _write(self, value: object) -> None:
        line = self._encode(value).encode() + b"\n"
        self._bytes_left -= len(line)
        if self._bytes_left < 0:
            raise _too_many_cells(self._limits)
        self._stream.write(line)


def _too_many_cells(limits: Limits) -> RefusedError:
    return RefusedError("sheet-too-large", limit_million=limits.sheet_cells // 1_000_000)


def _tidy(value: object) -> Cell:
    if isinstance(value, str):
        return None if not value or value.isspace() else value
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)
        whole = value.is_integer() and abs(value) < _EXACT_INTEGERS
        return int(value) if whole else value
    if value is None or isinstance(value, int | date):
        return value
    # A time of day or a span of time is no figure: it stays text.
    return str(value)


def _tagged(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    raise TypeError(type(value).__name__)
