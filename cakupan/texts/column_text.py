"""How the values of a column are written for a reader."""

from collections.abc import Callable

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.texts.number_format import MISSING, count, decimal, growth, is_missing, percent

Write = Callable[[float, Language], str]

_WRITE: dict[ColumnKind, Write] = {
    ColumnKind.COUNT: count,
    ColumnKind.SHARE: percent,
    ColumnKind.GROWTH: growth,
    # The title of the column names the unit.
    ColumnKind.POINTS: lambda value, language: decimal(value * 100, language, 2, signed=True),
    ColumnKind.RANK: count,
    ColumnKind.CLIMB: lambda value, language: count(value, language, signed=True),
}


def column_texts(column: Column, language: Language) -> list[str]:
    """Every value of a column as text; a missing number is an en dash."""
    write = _WRITE.get(column.kind)
    if write is None:
        return [str(value) for value in column.values]
    return [
        MISSING
        if value is None or isinstance(value, str) or is_missing(value)
        else write(value, language)
        for value in column.values
    ]
