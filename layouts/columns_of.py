"""Columns of a card's table, named by the sentences of its topic."""

from collections.abc import Iterable
from fractions import Fraction
from math import isnan
from numbers import Integral

import numpy as np
import pandas as pd

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.records import Record
from cakupan.texts import Words
from cakupan.texts.number_format import is_missing
from cakupan.texts.number_writer import Number

Value = Number | None


class ColumnsOf(Record, frozen=True):
    """Makes columns whose titles stand under one topic, such as ``ringkasan.column``.

    ``title`` is one that needs more words than the topic has: the name of a target, a month.
    """

    words: Words
    topic: str

    def text(self, key: str, values: Iterable[str], *, title: str | None = None) -> Column:
        """A column of texts."""
        return Column(key, title or self.title(key), ColumnKind.TEXT, tuple(values))

    def number(
        self, key: str, kind: ColumnKind, values: Iterable[Value], *, title: str | None = None
    ) -> Column:
        """A column of plain numbers, unrounded; NaN is a missing one."""
        plain = (
            _plain_column(values)
            if isinstance(values, pd.Series | np.ndarray)
            else map(_plain, values)
        )
        return Column(key, title or self.title(key), kind, tuple(plain))

    def title(self, key: str) -> str:
        """What stands above the column."""
        return self.words(f"{self.topic}.{key}")


def _plain_column(values: pd.Series | np.ndarray) -> Iterable[float | None]:
    """Of a frame: it hands out its own types one by one, plain ones all at once."""
    if values.dtype == "float64":
        # A number that is missing is none that equals itself.
        return [value if value == value else None for value in values.tolist()]  # noqa: PLR0124
    return map(_plain, values.tolist())


def _plain(value: Value) -> float | None:
    """As any program reads it: no fraction, no number of numpy."""
    # Nearly all there are: a frame holds whole numbers as floats where some may be missing.
    if isinstance(value, float):
        return None if isnan(value) else float(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Fraction):
        return value.numerator / value.denominator
    if is_missing(value):
        return None
    return int(value) if isinstance(value, Integral) else float(value)  # type: ignore[arg-type]
