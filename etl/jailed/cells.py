"""Cells as they are handed on: blank text is empty, 2025.0 is 2025, a time of day is text."""

import math
from array import array
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import cast

Cell = str | int | float | bool | date | datetime | None
# From here on two whole numbers can be one float.
_EXACT_INTEGERS = 2**53
_TEXTS = frozenset({str, type(None)})


class Texts:
    """A column of texts and empty cells that repeats itself: ``places`` leads to its ``texts``."""

    __slots__ = ("places", "texts")

    def __init__(self, texts: Sequence[str | None], places: Sequence[int]) -> None:
        self.texts = texts
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, part: slice) -> "Texts":
        return Texts(self.texts, self.places[part])

    def count(self, text: str | None) -> int:
        """How many cells hold a text, or nothing."""
        return sum(self.places.count(place) for place, one in enumerate(self.texts) if one == text)


Column = list[Cell] | Texts


def tidy_column(values: Sequence[object]) -> Column:
    """A column of cells, each in the type it is handed on as.

    Whole columns of one kind, which most are, are judged without a look at each value.
    """
    kinds = set(map(type, values))
    if kinds == {float}:
        numbers = cast("Sequence[float]", values)
        if all(map(float.is_integer, numbers)) and max(map(abs, numbers)) < _EXACT_INTEGERS:
            return list(map(int, numbers))
    elif kinds <= _TEXTS:
        texts = cast("Sequence[str | None]", values)
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        which = array("H", map(places.__getitem__, texts))
        tidied = [None if _is_blank(text) else text for text in places]
        if 2 * len(places) <= len(texts):
            return Texts(tidied, which)
        return [tidied[place] for place in which]
    return [_tidy(value) for value in values]


def width(row: Sequence[object]) -> int:
    """How many cells stand up to the last one that holds anything."""
    end = len(row)
    while end and _is_blank(row[end - 1]):
        end -= 1
    return end


def filled(columns: Iterable[Column]) -> int:
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
