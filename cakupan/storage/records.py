"""Domain types to columns and back. Decimals stay exact on the way; no statement runs here."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Row

from cakupan.domain.figure_columns import Number, Shared, Subject
from cakupan.domain.loads import Load, LoadCounts, LoadEvent, LoadEventKind, LoadState
from cakupan.domain.measures import Unit

_LARGEST = 2**63 - 1


def to_scaled(value: Number) -> tuple[int, int]:
    """An exact number as ``(whole, scale)`` with the smallest scale: 0.460 is ``(46, 2)``.

    One number has one form, so that equal numbers are equal columns. ``ValueError`` for what has
    no such form: NaN, infinity, or more digits than a 64-bit integer holds.
    """
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"not a number to keep: {value}")
    whole, scale = int(value), 0
    if whole != value:
        numerator, denominator = value.as_integer_ratio()
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


# A figure's key but for region and period, in the order of SERIES_COLUMNS. An enumeration among
# its parts is equal to the text it stands for.
Series = tuple[str, ...]
series_of: Callable[[Subject], Series] = attrgetter(
    *("measure", "basis", "publisher", "segment", "programme", "group", "aspect", "stage")
)

# A series' number, a region's code and a period: what a row of the figure table is about.
Key = tuple[int, str, str]

# How and where a figure is stated, in the order of ORIGIN_COLUMNS.
Origin = tuple[str, Unit, Decimal, str, str]
origin_of: Callable[[Shared], Origin] = attrgetter(
    "sheet", "unit", "rounding_unit", "citation", "note"
)


def origin_columns(origin: Origin) -> tuple[str, ...]:
    """An origin as columns."""
    sheet, unit, rounding_unit, citation, note = origin
    return sheet, unit.value, _plain(rounding_unit), citation, note


class Stated(NamedTuple):
    """What a figure says under its key, as columns. Citation and note do not change a figure."""

    value: int
    scale: int
    maturity: str
    unit: str
    rounding_unit: str


def stated(shared: Shared, number: Number) -> Stated:
    """What a figure says under its key."""
    value, scale = to_scaled(number)
    return Stated(value, scale, shared.maturity, shared.unit, _plain(shared.rounding_unit))


@lru_cache(maxsize=64)
def _plain(rounding_unit: Decimal) -> str:
    """One number has one text, as in ``to_scaled``; equal ones may meet here by another one's."""
    return format(rounding_unit.normalize(), "f")


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


def event_of(row: Row[Any]) -> LoadEvent:
    """An event from a full row of its table."""
    return LoadEvent(
        load_id=row.load_id, kind=LoadEventKind(row.event), by=row.done_by, at=row.done_at
    )
