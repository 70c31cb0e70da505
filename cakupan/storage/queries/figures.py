"""Which figures count, whole, with all that they say?"""

from decimal import Decimal
from typing import Any

from sqlalchemy import Row, Select, select

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.storage.queries.selection import within
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import (
    ORIGIN_COLUMNS,
    SERIES_COLUMNS,
    FigureRow,
    OriginRow,
    SeriesRow,
)

_SERIES = [getattr(SeriesRow, name) for name in SERIES_COLUMNS]
_ORIGIN = [getattr(OriginRow, name) for name in ORIGIN_COLUMNS]


def current_figures(reader: Reader, *, region_prefix: str) -> list[Figure]:
    """Everything current within a region, by measure, region, period and the rest of the key."""
    rows = reader.execute(
        whole_figures()
        .where(FigureRow.is_current, within(region_prefix))
        .order_by(SeriesRow.measure, FigureRow.region_code, FigureRow.period, *_SERIES)
    )
    return [figure_of(row) for row in rows]


def whole_figures() -> Select[Any]:
    """Figures with their series and origins; to be narrowed down."""
    return (
        select(FigureRow.__table__, *_SERIES, *_ORIGIN)
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
    )


def figure_of(row: Row[Any]) -> Figure:
    """The figure of a row of ``whole_figures``."""
    return Figure(
        key=FigureKey(
            region_code=row.region_code,
            measure=Measure(row.measure),
            period=Period(row.period),
            publisher=row.publisher,
            segment=Segment(row.segment),
            programme=row.programme,
            group=row.group_name,
            basis=Basis(row.basis),
            aspect=row.aspect,
            stage=row.stage,
        ),
        value=from_scaled(row.value, row.scale),
        unit=Unit(row.unit),
        rounding_unit=Decimal(row.rounding_unit),
        maturity=Maturity(row.maturity),
        sheet=row.sheet,
        cell=row.cell,
        citation=row.citation,
        note=row.note,
    )
