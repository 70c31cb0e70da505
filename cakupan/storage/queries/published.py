"""What coverage was published for a region, when, and by whom?"""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.as_of import standing
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow


class PublishedCoverage(Record, frozen=True):
    """A percentage as published: 0.4603 for 46,03%. It stands beside the computed one."""

    ratio: Decimal
    period: Period
    publisher: str
    citation: str
    note: str
    maturity: Maturity


def published_coverage(
    reader: Reader, *, region_code: str, as_of: datetime | None = None
) -> list[PublishedCoverage]:
    """Current published coverage of the region as a whole, newest first."""
    rows = reader.execute(
        select(
            FigureRow.value,
            FigureRow.scale,
            FigureRow.period,
            FigureRow.maturity,
            SeriesRow.publisher,
            OriginRow.citation,
            OriginRow.note,
        )
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .where(
            standing(FigureRow, as_of),
            SeriesRow.measure == Measure.COVERAGE_PUBLISHED.value,
            FigureRow.region_code == region_code,
            SeriesRow.segment == Segment.TOTAL.value,
            SeriesRow.programme == "",
            SeriesRow.group_name == "",
        )
        .order_by(SeriesRow.publisher, FigureRow.series_id, FigureRow.period)
    )
    published = [
        PublishedCoverage(
            ratio=from_scaled(row.value, row.scale),
            period=Period(row.period),
            publisher=row.publisher,
            citation=row.citation,
            note=row.note,
            maturity=Maturity(row.maturity),
        )
        for row in rows
    ]
    return sorted(published, key=lambda coverage: coverage.period.end, reverse=True)
