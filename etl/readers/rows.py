"""The rows of a sheet, kept by column: a figure takes eight bytes, a row is made when asked for.

Nothing of a workbook's meaning is here; the cells are what the reader handed over.
"""

import datetime as dt
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import eq
from typing import cast, overload

from cakupan.domain.records import Record

CellValue = str | int | float | bool | dt.date | dt.datetime | None
Row = tuple[CellValue, ...]
Column = Sequence[CellValue]
_CELLS = frozenset({str, int, float, bool, dt.date, dt.datetime, type(None)})
_TEXTS = frozenset({str, type(None)})


class Block(Record, frozen=True):
    """Rows that follow each other. Every column is as long as the block has rows."""

    first: int
    height: int
    columns: tuple[Column, ...]

    def rows(self) -> Iterator[Row]:
        """Its rows, empty cells at their ends cut off."""
        if not self.columns:
            yield from repeat((), self.height)
        for row in zip(*self.columns, strict=True):
            yield row if row[-1] is not None else _cut(row)


class Rows(Sequence[Row]):
    """Rows by number from 0; blocks are sorted, and between two of them rows are empty.

    The block that was asked for last stays unpacked, so that walking through costs nothing.
    """

    __slots__ = ("_blocks", "_firsts", "_length", "_unpacked")

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = tuple(blocks)
        self._firsts = [block.first for block in self._blocks]
        last = self._blocks[-1] if self._blocks else Block(0, 0, ())
        self._length = last.first + last.height
        self._unpacked: tuple[int, Sequence[Row]] = (0, ())

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        length = 0
        for block in self._blocks:
            yield from repeat((), block.first - length)
            yield from block.rows()
            length = block.first + block.height

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(self._length)))
        number = place + self._length if place < 0 else place
        if not 0 <= number < self._length:
            raise IndexError(place)
        first, rows = self._unpacked
        if not 0 <= number - first < len(rows):
            first, rows = self._unpack(number)
        return rows[number - first]

    def column(self, index: int, start: int, stop: int) -> list[CellValue]:
        """The cells of one column in the rows from ``start`` to before ``stop``."""
        cells: list[CellValue] = []
        place = max(0, bisect_right(self._firsts, start) - 1)
        for block in self._blocks[place:]:
            if block.first >= stop:
                break
            cells += repeat(None, block.first - start - len(cells))
            held = slice(max(0, start - block.first), stop - block.first)
            if index < len(block.columns):
                cells += block.columns[index][held]
            else:
                cells += repeat(None, len(range(*held.indices(block.height))))
        cells += repeat(None, stop - start - len(cells))
        return cells

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _unpack(self, number: int) -> tuple[int, Sequence[Row]]:
        place = bisect_right(self._firsts, number) - 1
        block = self._blocks[max(0, place)]
        if place < 0 or number >= block.first + block.height:
            return number, ((),)
        self._unpacked = block.first, tuple(block.rows())
        return self._unpacked


def column_of(rows: Sequence[Row], index: int, start: int, stop: int) -> list[CellValue]:
    """The cells of one column in some rows; None where a row ends before it."""
    if isinstance(rows, Rows):
        return rows.column(index, start, stop)
    return [row[index] if index < len(row) else None for row in rows[start:stop]]


def packed(cells: Sequence[CellValue], known: dict[CellValue, CellValue]) -> Column:
    """A column in little room: numbers of one kind as an array, equal texts as one text.

    ``known`` holds the texts seen so far. Raises TypeError where a value is none of a cell's.
    """
    kinds = set(map(type, cells))
    if kinds <= _TEXTS:
        return tuple(map(known.setdefault, cells, cells))
    if not kinds <= _CELLS:
        raise TypeError(str(kinds - _CELLS))
    if kinds == {float}:
        return array("d", cast("Sequence[float]", cells))
    if kinds == {int}:
        try:
            return array("q", cast("Sequence[int]", cells))
        except OverflowError:
            return tuple(cells)
    return tuple(cells)


def _cut(row: Row) -> Row:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]
