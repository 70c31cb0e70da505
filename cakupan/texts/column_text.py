"""How the values of a column are written for a reader."""

from collections.abc import Callable
from functools import partial
from typing import Any

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.texts.number_format import (
    Number,
    bare_points,
    counts,
    decimals,
    growths,
    percents,
    rupiah,
)

_WRITERS: dict[ColumnKind, Callable[[Language], Callable[[Any], str]]] = {
    ColumnKind.TEXT: lambda _language: str,
    ColumnKind.COUNT: counts,
    ColumnKind.SHARE: percents,
    ColumnKind.GROWTH: growths,
    # The title of the column names the unit.
    ColumnKind.POINTS: bare_points,
    ColumnKind.RANK: counts,
    ColumnKind.CLIMB: partial(counts, signed=True),
    ColumnKind.CHANGE: partial(counts, signed=True),
    ColumnKind.RUPIAH: lambda language: partial(rupiah, language=language),
    ColumnKind.RATE: partial(decimals, places=1),
    ColumnKind.SCORE: partial(decimals, places=2),
}


def column_texts(column: Column, language: Language) -> list[str]:
    """Every value of a column as text; a missing number is an en dash."""
    return list(map(_WRITERS[column.kind](language), column.values))


def value_text(kind: ColumnKind, value: str | Number | None, language: Language) -> str:
    """One value as it stands in a column of its kind."""
    return _WRITERS[kind](language)(value)
