"""What does each figure of a region say, now or at a moment of the past, and who brought it?"""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from cakupan.domain.figures import FigureKey
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.as_of import standing
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import SERIES_COLUMNS, FigureRow, LoadRow, SeriesRow


class StandingFigure(Record, frozen=True):
    """A figure that counts, and the load that it came with."""

    key: FigureKey
    value: Decimal
    load_id: int
    file_name: str


def standing_figures(
    reader: Reader, *, measure: Measure, region_code: str, as_of: datetime | None = None
) -> list[StandingFigure]:
    """Every figure of a measure for one region, whoever publishes it; by period, then by series.

    Nothing is chosen between publishers: this shows what is on record, not what a chart shows.
    """
    columns = [getattr(SeriesRow, name) for name in SERIES_COLUMNS]
    rows = reader.execute(
        select(FigureRow.period, FigureRow.value, FigureRow.scale, *columns)
        .add_columns(FigureRow.load_id, LoadRow.file_name)
        .join_from(FigureRow, SeriesRow)
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .where(
            standing(FigureRow, as_of),
            SeriesRow.measure == measure.value,
            FigureRow.region_code == region_code,
        )
        .order_by(FigureRow.period, *columns)
    )
    return [
        StandingFigure(
            key=FigureKey(
                region_code=region_code,
                measure=measure,
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
            load_id=row.load_id,
            file_name=row.file_name,
        )
        for row in rows
    ]
