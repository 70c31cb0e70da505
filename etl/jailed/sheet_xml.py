"""A second look at a sheet's XML, in pieces: error cells, formulas without a value, what is hidden.

And lone cells far below the table, which it can cut off for the engine.
"""

import html
import re
from collections.abc import Iterable
from itertools import pairwise

from etl.jailed.refusal import RefusedError
from etl.jailed.row_tally import FAR
from etl.jailed.sheet_look import MOST_ROWS, Area, FarCells, SheetLook, column_number

_FEW = 1_000
_ADDRESS = re.compile(rb"""(?:^|\s)r=["']([A-Z]{1,3})(\d{1,7})["']""")
_PLAIN_ROW = re.compile(rb'<row r="(\d{1,7})"')
# A row number that engines cut to 32 bits would be read as another one.
_BEYOND = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\sr=["']\d{8}""")
_MERGE = re.compile(
    rb"""mergeCell\s[^<>]*?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']"""
)
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
_NUMBER = re.compile(rb"""\b(min|max)=["'](\d{1,5})["']""")
_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")


class XmlLook:
    """Reads one sheet piece by piece and is then complete: ``sheet`` and, if cut, ``near``."""

    def __init__(self, percent_styles: frozenset[int], name: str = "") -> None:
        self.sheet = SheetLook()
        self._name = name
        self._last_row = 0
        self._far_row = 0
        self._far_cells = 0
        self._far_first = b""
        self._set_prefix(b"")
        self._styles = b"|".join(b"%d" % style for style in sorted(percent_styles))

    def read(self, pieces: Iterable[bytes]) -> None:
        """Look at the whole sheet. Row numbers that do not rise are refused."""
        rest, begun, ended = b"", False, False
        for piece in pieces:
            rest += piece
            if not begun:
                begin = re.search(rb"<(\w+:)?sheetData\b", rest)
                if begin is None:
                    continue
                begun = True
                self._set_prefix(begin[1] or b"")
                self._columns(rest[: begin.start()])
                rest = rest[begin.start() :]
            if not ended:
                rest, ended = self._body(rest)
        self._merges(rest)
        if 0 < self._far_cells <= _FEW:
            self.sheet.far = FarCells(self._far_first.decode(), self._far_cells)
        if self.cut_from:
            texts = self.sheet.texts
            self.sheet.texts = {
                place: text for place, text in texts.items() if place[0] + 1 < self._far_row
            }

    @property
    def cut_from(self) -> int:
        """The number of the first row that is better left out, 0 where all of them are needed."""
        return self._far_row if self._far_cells <= _FEW else 0

    def near(self, xml: bytes) -> bytes:
        """The sheet without its far rows."""
        row = re.search(rb"<%brow\b[^<>]*?\sr=[\"']%d[\"']" % (self._prefix, self.cut_from), xml)
        end = xml.rfind(b"</" + self._prefix + b"sheetData>")
        return xml[: row.start()] + xml[end:] if row and end > row.start() else xml

    def _set_prefix(self, prefix: bytes) -> None:
        self._prefix = prefix
        self._row_tag = b"<" + prefix + b"row"
        self._row = re.compile(rb"<" + prefix + rb"""row\b[^<>]*?\sr=["'](\d{1,7})["'][^<>]*>""")
        self._filled = re.compile(rb"<" + prefix + rb"c\b([^<>]*[^/<>])>")
        self._error = re.compile(
            rb"<%bc\b([^<>]*?\st=[\"']e[\"'][^<>]*)>(?:\s*<%bf\b[^<>]*(?:/>|>[^<>]*</%bf>))?"
            rb"\s*<%bv>([^<>]*)</%bv>" % ((prefix,) * 5)
        )
        self._uncalculated = re.compile(
            rb"<%bc\b([^<>]*)>\s*<%bf\b[^<>]*(?:/>|>([^<>]*)</%bf>)"
            rb"\s*(?:<%bv\s*/>|<%bv></%bv>)?\s*</%bc>" % ((prefix,) * 7)
        )

    def _body(self, data: bytes) -> tuple[bytes, bool]:
        """Look at the whole rows of what is there; what is left, and whether the rows ended."""
        end = data.find(b"</" + self._prefix + b"sheetData>")
        whole = end if end >= 0 else data.rfind(self._row_tag)
        if whole <= 0:
            return data, False
        rows = data[:whole]
        self._numbers(rows)
        self._texts(rows)
        self._hidden(rows)
        self._percents(rows)
        return data[whole:], end >= 0

    def _numbers(self, rows: bytes) -> None:
        found = _PLAIN_ROW.findall(rows)
        if len(found) != rows.count(self._row_tag):
            found = self._row.findall(rows)
            if _BEYOND.search(rows):
                raise RefusedError("file-truncated")
        numbers = [self._last_row, *map(int, found)]
        for before, number in pairwise(numbers):
            if number <= before:
                # Whether the first or the last of the two is read depends on the program.
                raise RefusedError("row-doubled", sheet_name=self._name, row=number)
            if not self._far_row and before and number - before > FAR:
                self._far_row = number
        self._last_row = numbers[-1]
        if self._last_row > MOST_ROWS:
            raise RefusedError("file-truncated")
        if self._far_row and self._far_cells <= _FEW:
            self._count_far(rows)

    def _count_far(self, rows: bytes) -> None:
        for attributes in self._filled.findall(rows):
            address = _ADDRESS.search(attributes)
            if address is None:
                # A cell without an address cannot be told to be far.
                self._far_cells += _FEW + 1
            elif int(address[2]) >= self._far_row:
                self._far_cells += 1
                self._far_first = self._far_first or address[1] + address[2]

    def _texts(self, rows: bytes) -> None:
        if b't="e"' in rows or b"t='e'" in rows:
            self._keep((cell[1], cell[2]) for cell in self._error.finditer(rows))
        if b"<" + self._prefix + b"f" in rows:
            # ``t="str"`` without a result is an empty text, and sound.
            self._keep(
                (cell[1], b"=" + (cell[2] or b""))
                for cell in self._uncalculated.finditer(rows)
                if b'"str"' not in cell[1]
            )

    def _keep(self, cells: Iterable[tuple[bytes, bytes]]) -> None:
        for attributes, text in cells:
            address = _ADDRESS.search(attributes)
            if address is not None:
                self.sheet.texts[_place(address)] = html.unescape(text.decode(errors="replace"))

    def _hidden(self, rows: bytes) -> None:
        if b"hidden=" in rows:
            self.sheet.hidden_rows += (
                int(row[1]) - 1 for row in self._row.finditer(rows) if _HIDDEN.search(row[0])
            )

    def _percents(self, rows: bytes) -> None:
        if not self._styles:
            return
        for cell in re.finditer(
            rb"<%bc\b([^<>]*\ss=[\"'](?:%b)[\"'][^<>/]*)>" % (self._prefix, self._styles), rows
        ):
            address = _ADDRESS.search(cell[1])
            if address is not None:
                self.sheet.percents.add(*_place(address))

    def _columns(self, head: bytes) -> None:
        for column in _COLUMNS.finditer(head):
            if _HIDDEN.search(column[0]):
                sides = {name: int(number) - 1 for name, number in _NUMBER.findall(column[1])}
                if len(sides) == 2:
                    self.sheet.hidden_columns.append((sides[b"min"], sides[b"max"]))

    def _merges(self, tail: bytes) -> None:
        self.sheet.merges = [area for area in map(_area, _MERGE.finditer(tail)) if area]


def _place(address: re.Match[bytes]) -> tuple[int, int]:
    return int(address[2]) - 1, column_number(address[1].decode())


def _area(found: re.Match[bytes]) -> Area | None:
    left, right = (column_number(found[place].decode()) for place in (1, 3))
    top, bottom = int(found[2]) - 1, int(found[4]) - 1
    return (top, left, bottom, right) if top <= bottom and left <= right else None
