"""The numbers of a table's columns by row, and which columns beside a total are parts of it.

Nobody says which columns split a total up: men and women, ages, classes of schooling. Columns whose
headers begin alike, or that stand side by side, are tried, and taken for parts where they add up.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cakupan.domain.records import Record
from etl.number_text import DecimalSign, decimal_sign, read_number
from etl.readers.workbook import CellValue
from etl.shape.table import Table


class Split(Record, frozen=True):
    """Columns that may split a total up, by index and header."""

    indexes: tuple[int, ...]
    headers: tuple[str, ...]


def splits(table: Table) -> list[Split]:
    """Groups of two or more columns of numbers that nothing else is read from."""
    beside = {
        column.index: column.header for column in (*table.columns.aside, *table.columns.unread)
    }
    begun: dict[str, list[int]] = {}
    for index, header in sorted(beside.items()):
        start, underscore, _ = header.partition("_")
        if underscore:
            begun.setdefault(start.casefold(), []).append(index)
    alike = [tuple(group) for group in begun.values()]
    named = {index for group in alike for index in group}
    side_by_side = _runs(index for index in sorted(beside) if index not in named)
    return [
        Split(group, tuple(beside[index] for index in group))
        for group in dict.fromkeys((*alike, *side_by_side))
        if len(group) > 1
    ]


def numbers(cells: Iterable[CellValue]) -> list[float | None]:
    """Each cell as a number; 0 for a dash or nothing at all, None for what is no number."""
    cells = list(cells)
    sign = decimal_sign(cells)
    return [_number(cell, sign) for cell in cells]


def _runs(indexes: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Neighbouring columns together."""
    for _, run in groupby(enumerate(indexes), lambda pair: pair[1] - pair[0]):
        yield tuple(index for _, index in run)


def _number(cell: CellValue, sign: DecimalSign) -> float | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    reading = read_number(cell, sign=sign)
    if reading.is_missing:
        return 0.0
    return None if reading.value is None else float(reading.value)
