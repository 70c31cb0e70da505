"""Cells as they are handed on: blank text is empty, 2025.0 is 2025, a time of day is text."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import cast

Cell = str | int | float | bool | date | datetime | None
# From here on two whole numbers can be one float.
_EXACT_INTEGERS = 2**53


def tidy_column(values: Sequence[object]) -> list[Cell]:
    """A column of cells, each in the type it is handed on as.

    Whole columns of one kind, which most are, are judged without a look at each value.
    """
    kinds = set(map(type, values))
    if kinds == {float}:
        numbers = cast("Sequence[float]", values)
        if all(map(float.is_integer, numbers)) and max(map(abs, numbers)) < _EXACT_INTEGERS:
            return list(map(int, numbers))
    elif kinds == {str}:
        texts = cast("Sequence[str]", values)
        if all(texts) and not any(map(str.isspace, texts)):
            return list(texts)
    return [_tidy(value) for value in values]


def width(row: Sequence[object]) -> int:
    """How many cells stand up to the last one that holds anything."""
    end = len(row)
    while end and _is_blank(row[end - 1]):
        end -= 1
    return end


def filled(columns: Iterable[Sequence[Cell]]) -> int:
    """How many cells hold something."""
    return sum(len(column) - column.count(None) for column in columns)


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and (not value or value.isspace()))


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
