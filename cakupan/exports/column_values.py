"""How each kind of number stands in a file that is taken away: in a cell, and in CSV."""

from cakupan.domain.columns import Column, ColumnKind
from cakupan.exports.untrusted_cells import as_text
from cakupan.texts.number_format import is_missing

# Excel writes these with the separators of the machine: 1.234.567 and 46,03% on an Indonesian one.
_FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.COUNT: "#,##0",
    ColumnKind.SHARE: "0.00%",
    ColumnKind.GROWTH: "+0.0%;-0.0%;0.0%",
    ColumnKind.POINTS: "+0.00;-0.00;0.00",
    ColumnKind.RANK: "0",
    ColumnKind.CLIMB: "+0;-0;0",
    ColumnKind.CHANGE: "+#,##0;-#,##0;0",
    ColumnKind.RUPIAH: '"Rp"#,##0;-"Rp"#,##0',
    ColumnKind.RATE: "#,##0.0",
    ColumnKind.SCORE: "#,##0.00",
}
_UNITS = {ColumnKind.SHARE: " (%)", ColumnKind.GROWTH: " (%)", ColumnKind.RUPIAH: " (Rp)"}
_HUNDREDFOLD = {ColumnKind.SHARE, ColumnKind.GROWTH, ColumnKind.POINTS}
_BROKEN = _HUNDREDFOLD | {ColumnKind.RATE, ColumnKind.SCORE}
_CSV_PLACES = 4


def number_format(kind: ColumnKind) -> str:
    """Excel's format of a kind of number."""
    return _FORMATS[kind]


def cell_value(value: str | float | None, kind: ColumnKind) -> str | float | None:
    """The value as it stands in a cell: points as points, a missing number as nothing."""
    if isinstance(value, str) or value is None:
        return value
    if is_missing(value):
        return None
    return value * 100 if kind is ColumnKind.POINTS else value


def csv_title(column: Column) -> str:
    """The head of a column, with the unit that its numbers do not carry themselves."""
    return as_text(f"{column.title}{_UNITS.get(column.kind, '')}")


def csv_text(value: str | float | None, kind: ColumnKind) -> str:
    """A value in CSV with a decimal point; shares, growth and points in percent or points."""
    if isinstance(value, str):
        return as_text(value)
    if value is None or is_missing(value):
        return ""
    if kind in _HUNDREDFOLD:
        return f"{value * 100:.{_CSV_PLACES}f}"
    if kind in _BROKEN or value != int(value):
        return f"{value:.{_CSV_PLACES}f}"
    return f"{value:.0f}"
