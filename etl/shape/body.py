"""The rows of a table, chosen from those of its sheet: asked for one by one or column by column."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import overload

from etl.readers.rows import CellValue, Row, column_of

# The first row of a run, and the one behind its last.
Span = tuple[int, int]
Numbered = tuple[int, Row]


class Body(Sequence[Numbered]):
    """Zero-based numbers and cells of rows, each at least ``width`` cells wide.

    ``mended`` are rows, by number, that stand here otherwise than in the sheet.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        spans: Sequence[Span],
        *,
        width: int,
        mended: Mapping[int, Row] | None = None,
    ) -> None:
        self._rows = rows
        self._spans = spans
        self._width = width
        self._mended = dict(mended or {})
        self._columns: dict[int, list[CellValue]] = {}
        self.numbers: Sequence[int] = (
            range(*spans[0])
            if len(spans) == 1
            else list(chain.from_iterable(range(*span) for span in spans))
        )

    def with_rows(self, mended: Mapping[int, Row]) -> "Body":
        """The same rows, some of them otherwise."""
        rows = {**self._mended, **mended}
        return Body(self._rows, self._spans, width=self._width, mended=rows)

    def column(self, index: int) -> Sequence[CellValue]:
        """The cells of one column; None where a row ends before it."""
        if index not in self._columns:
            self._columns[index] = self._column(index)
        return self._columns[index]

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Numbered]:
        return ((number, self._row(number)) for number in self.numbers)

    @overload
    def __getitem__(self, place: int) -> Numbered: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Numbered]: ...
    def __getitem__(self, place: int | slice) -> Numbered | Sequence[Numbered]:
        if isinstance(place, slice):
            return [(number, self._row(number)) for number in self.numbers[place]]
        number = self.numbers[place]
        return number, self._row(number)

    def _row(self, number: int) -> Row:
        row = self._mended[number] if number in self._mended else self._rows[number]
        missing = self._width - len(row)
        return (*row, *[None] * missing) if missing > 0 else row

    def _column(self, index: int) -> list[CellValue]:
        if not self._spans:
            return []
        first, end = self._spans[0][0], self._spans[-1][1]
        cells = column_of(self._rows, index, first, end)
        for number, row in self._mended.items():
            cells[number - first] = row[index] if index < len(row) else None
        if len(self._spans) == 1:
            return cells
        return [cell for start, stop in self._spans for cell in cells[start - first : stop - first]]


def add(spans: list[Span], start: int, stop: int) -> None:
    """One more run behind the others; it may go on where the last one ends."""
    if spans and spans[-1][1] == start:
        start, _ = spans.pop()
    if start < stop:
        spans.append((start, stop))
