"""What the child writes back, a JSON value a line: it can carry cells and findings, never code.

``{"container": …}``, then for each sheet ``{"sheet": name, …}`` and its rows in blocks:
``[first row, number of rows, columns]``. Rows between blocks are empty. Dates are tagged. A column
of texts that repeats itself is ``{"texts": […], "places": …}``: each text once, then which of them
stands in each row, as 16-bit numbers in base64.
``{"end": true}`` says that nothing is missing.
"""

import json
from array import array
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import islice, zip_longest
from typing import BinaryIO

from etl.jailed.cells import Column, Texts, filled, tidy_column, width
from etl.jailed.limits import LONGEST_LINE, Limits
from etl.jailed.refusal import RefusedError

_ROOM_TO_SAY_NO = 4096
# As many as columns of a few cells may have, and 16 bits can count.
_BLOCK_ROWS = 4096
# Before it is known how wide they are.
_FIRST_ROWS = 64
_BLOCK_CELLS = 64 * 1024


class AnswerWriter:
    """Writes one answer to a stream and counts what it writes."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._bytes_left = limits.answer_bytes - _ROOM_TO_SAY_NO
        self._cells_left = 0
        self._encode = json.JSONEncoder(
            default=_tagged, allow_nan=False, separators=(",", ":")
        ).encode

    def container(self, name: str, *, from_1904: bool = False) -> None:
        """What kind of file it is, and from which year it counts its days."""
        self._write({"container": name, "from_1904": from_1904})

    def sheet(self, name: str, **traits: object) -> None:
        """Begin a sheet; ``traits`` is what is known of it beside its cells."""
        self._cells_left = self._limits.sheet_cells
        self._write({"sheet": name, **traits})

    def rows(self, rows: Iterable[Sequence[object]]) -> None:
        """All rows of the current sheet from its first, empty ones included."""
        rest, first, size = iter(rows), 0, _FIRST_ROWS
        while block := list(islice(rest, size)):
            self._block(first, block)
            first += len(block)
            widest = max(map(len, block))
            size = max(1, min(_BLOCK_ROWS, _BLOCK_CELLS // max(1, widest)))

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

    def _block(self, first: int, rows: list[Sequence[object]]) -> None:
        """Rows as columns, without the empty rows and columns around them."""
        start, end = 0, len(rows)
        while end and not width(rows[end - 1]):
            end -= 1
        while start < end and not width(rows[start]):
            start += 1
        if start == end:
            return
        rows, first = rows[start:end], first + start
        columns = [tidy_column(column) for column in zip_longest(*rows)]
        while columns[-1].count(None) == len(rows):
            columns.pop()
        self._cells_left -= filled(columns)
        if self._cells_left < 0 or first + len(rows) > self._limits.sheet_cells:
            raise _too_many_cells(self._limits)
        self._columns(first, len(rows), columns)

    def _columns(self, first: int, height: int, columns: list[Column]) -> None:
        line = self._encode([first, height, columns])
        if len(line) < LONGEST_LINE:
            self._line(line)
            return
        if height == 1:
            raise RefusedError("row-too-long", row=first + 1)
        half = height // 2
        self._columns(first, half, [column[:half] for column in columns])
        self._columns(first + half, height - half, [column[half:] for column in columns])

    def _write(self, value: object) -> None:
        self._line(self._encode(value))

    def _line(self, text: str) -> None:
        line = text.encode() + b"\n"
        self._bytes_left -= len(line)
        if self._bytes_left < 0:
            raise _too_many_cells(self._limits)
        self._stream.write(line)


def _too_many_cells(limits: Limits) -> RefusedError:
    return RefusedError("sheet-too-large", limit_million=limits.sheet_cells // 1_000_000)


def _tagged(value: object) -> dict[str, object]:
    if isinstance(value, Texts):
        places = array("H", value.places).tobytes()
        return {"texts": value.texts, "places": b64encode(places).decode("ascii")}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    raise TypeError(type(value).__name__)
