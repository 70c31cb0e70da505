"""How the values of a column are written for a reader."""

from collections.abc import Callable
from typing import Any

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.texts.number_format import Number, count, decimal, growth, percent, points, rupiah

_WRITE: dict[ColumnKind, Callable[[Any, Language], str]] = {
    ColumnKind.TEXT: lambda value, _language: str(value),
    ColumnKind.COUNT: count,
    ColumnKind.SHARE: percent,
    ColumnKind.GROWTH: growth,
    # The title of the column names the unit.
    ColumnKind.POINTS: lambda value, language: points(value, language).split(" ")[0],
    ColumnKind.RANK: count,
    ColumnKind.CLIMB: lambda value, language: count(value, language, signed=True),
    ColumnKind.CHANGE: lambda value, language: count(value, language, signed=True),
    ColumnKind.RUPIAH: rupiah,
    ColumnKind.RATE: lambda value, language: decimal(value, language, 1),
    ColumnKind.SCORE: lambda value, language: decimal(value, language, 2),
}


def column_texts(column: Column, language: Language) -> list[str]:
    """Every value of a column as text; a missing number is an en dash."""
    write = _WRITE[column.kind]
    return [write(value, language) for value in column.values]


def value_text(kind: ColumnKind, value: str | Number | None, language: Language) -> str:
    """One value as it stands in a column of its kind."""
    return _WRITE[kind](value, language)
