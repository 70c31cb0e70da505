"""Domain types to columns and back. Decimals stay exact on the way; no statement runs here."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Row

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import Load, LoadCounts, LoadState
from cakupan.domain.periods import Period
from cakupan.storage.tables import KEY_COLUMNS

_LARGEST = 2**63 - 1


def to_scaled(value: Decimal) -> tuple[int, int]:
    """An exact decimal as ``(whole, scale)`` with the smallest scale: 0.460 is ``(46, 2)``.

    One number has one form, so that equal numbers are equal columns. ``ValueError`` for what has
    no such form: NaN, infinity, or more digits than a 64-bit integer holds.
    """
    if not value.is_finite():
        raise ValueError(f"not a number to keep: {value}")
    numerator, denominator = value.as_integer_ratio()
    scale = 0
    while 10**scale % denominator:
        scale += 1
    whole = numerator * 10**scale // denominator
    if abs(whole) > _LARGEST:
        raise ValueError(f"too large to keep: {value}")
    return whole, scale


def from_scaled(whole: int, scale: int) -> Decimal:
    """The exact decimal of two columns."""
    return Decimal(whole).scaleb(-scale)


def whole_people(whole: int, scale: int) -> int:
    """The same as a count of people: a survey's decimals are rounded half up."""
    if scale == 0:
        return whole
    return int(from_scaled(whole, scale).to_integral_value(ROUND_HALF_UP))


def key_values(key: FigureKey) -> tuple[str, ...]:
    """A key as column values, in the order of KEY_COLUMNS."""
    return (
        key.measure.value,
        key.region_code,
        key.period.text,
        key.segment.value,
        key.programme,
        key.group,
        key.basis.value,
        key.publisher,
    )


class Stated(NamedTuple):
    """What a figure says under its key, as columns. Citation and note do not change a figure."""

    value: int
    scale: int
    unit: str
    rounding_unit: str
    maturity: str


def stated(figure: Figure) -> Stated:
    """What a figure says under its key."""
    value, scale = to_scaled(figure.value)
    rounding_unit = format(figure.rounding_unit.normalize(), "f")
    return Stated(value, scale, figure.unit.value, rounding_unit, figure.maturity.value)


def figure_columns(figure: Figure, load_id: int) -> dict[str, Any]:
    """One row of the figure table; which version is current is decided after all are there."""
    return {
        **dict(zip(KEY_COLUMNS, key_values(figure.key), strict=True)),
        **_period_columns(figure.key.period),
        **stated(figure)._asdict(),
        "load_id": load_id,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "citation": figure.citation,
        "note": figure.note,
        "is_current": False,
    }


@lru_cache(maxsize=1024)
def _period_columns(period: Period) -> dict[str, Any]:
    return {
        "precision": period.precision.value,
        "period_start": period.start,
        "period_end": period.end,
    }


def load_of(row: Row[Any]) -> Load:
    """A load from a full row of the load table."""
    return Load(
        id=row.id,
        file_name=row.file_name,
        sha256=row.sha256,
        family=row.family,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
        counts=LoadCounts(
            figures=row.figures, new=row.new, changed=row.changed, unchanged=row.unchanged
        ),
        state=LoadState(row.state),
        withdrawn_by=row.withdrawn_by,
        withdrawn_at=row.withdrawn_at,
    )
