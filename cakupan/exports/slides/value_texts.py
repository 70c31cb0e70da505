"""A number as a slide writes it, and how the cell behind it is formatted."""

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import points

_FORMATS = {
    ColumnKind.COUNT: "#,##0",
    ColumnKind.SHARE: "0.00%",
    ColumnKind.GROWTH: "+0.0%;-0.0%;0.0%",
    ColumnKind.POINTS: "+0.00%;-0.00%;0.00%",
    ColumnKind.RANK: "0",
    ColumnKind.CLIMB: "+0;-0;0",
    ColumnKind.CHANGE: "+#,##0;-#,##0;0",
    ColumnKind.RUPIAH: "#,##0",
    ColumnKind.RATE: "#,##0.0",
    ColumnKind.SCORE: "0.00",
}
RATIOS = {ColumnKind.SHARE, ColumnKind.GROWTH, ColumnKind.POINTS}


def value_texts(column: Column, language: Language) -> list[str]:
    """Every value of a column; points with their unit, for no header stands beside them."""
    if column.kind is ColumnKind.POINTS:
        return [points(_number(value), language) for value in column.values]
    return column_texts(column, language)


def value_text(value: float | None, kind: ColumnKind, language: Language) -> str:
    """One value."""
    return value_texts(Column("", "", kind, (value,)), language)[0]


def cell_format(kind: ColumnKind) -> str:
    """The number format of a cell."""
    return _FORMATS.get(kind, "General")


def numbers(column: Column) -> list[float | None]:
    """The values of a column as plain floats, for a chart and its workbook."""
    return [_number(value) for value in column.values]


def names(column: Column, language: Language) -> list[str]:
    """The values of a column as names of rows."""
    return value_texts(column, language)


def _number(value: str | float | None) -> float | None:
    return None if value is None or isinstance(value, str) else float(value)
