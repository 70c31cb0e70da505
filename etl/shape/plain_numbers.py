"""A column of cells as whole numbers, all at once; what is anything else is left out."""

from collections.abc import Sequence
from typing import cast

from etl.number_text import DecimalSign, all_plain, read_number
from etl.readers.workbook import CellValue

_ONE_BY_ONE = frozenset({bool})


def whole_numbers(cells: Sequence[CellValue], sign: DecimalSign) -> Sequence[int | None]:
    """The number of each cell as ``read_number`` reads it, where it is whole and exact; else None.

    A column of nothing but whole numbers, stored or written in plain digits, is most of what comes.
    """
    kinds = set(map(type, cells))
    if kinds == {int}:
        return cast("Sequence[int]", cells)
    if kinds == {str}:
        texts = cast("Sequence[str]", cells)
        if all_plain(texts):
            return list(map(int, texts))
    if kinds & _ONE_BY_ONE:
        # True is equal to 1, and would be taken for it.
        return [None if isinstance(cell, bool) else _whole(cell, sign) for cell in cells]
    known = {cell: _whole(cell, sign) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _whole(cell: CellValue, sign: DecimalSign) -> int | None:
    reading = read_number(cell, sign=sign)
    value = reading.value
    if value is None or reading.is_percent or reading.rounding_unit != 1:
        return None
    return int(value) if value == value.to_integral_value() else None
