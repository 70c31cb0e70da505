"""How the values of a column are written for a reader."""

from collections.abc import Callable
from functools import partial

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.texts.number_format import bare_points, counts, decimals, growths, percents, rupiahs
from cakupan.texts.number_writer import Number, Writer

_WRITERS: dict[ColumnKind, Callable[[Language], Writer]] = {
    ColumnKind.COUNT: counts,
    ColumnKind.SHARE: percents,
    ColumnKind.GROWTH: growths,
    # The title of the column names the unit.
    ColumnKind.POINTS: bare_points,
    ColumnKind.RANK: counts,
    ColumnKind.CLIMB: partial(counts, signed=True),
    ColumnKind.CHANGE: partial(counts, signed=True),
    ColumnKind.RUPIAH: rupiahs,
    ColumnKind.RATE: partial(decimals, places=1),
    ColumnKind.SCORE: partial(decimals, places=2),
}


def column_texts(column: Column, language: Language) -> list[str]:
    """Every value of a column as text; a missing number is an en dash."""
    if column.kind is ColumnKind.TEXT:
        return list(map(str, column.values))
    return _WRITERS[column.kind](language).all(column.values)  # type: ignore[arg-type]


def value_text(kind: ColumnKind, value: Number | None, language: Language) -> str:
    """One number as it stands in a column of its kind."""
    return _WRITERS[kind](language).one(value)
