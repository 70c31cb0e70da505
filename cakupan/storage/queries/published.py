"""What coverage was published for a region, when, and by whom?"""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, select

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow


@dataclass(frozen=True, slots=True)
class PublishedCoverage:
    """A percentage as published: 0.4603 for 46,03%. It stands beside the computed one."""

    ratio: Decimal
    period: Period
    publisher: str
    citation: str
    note: str
    maturity: Maturity


def published_coverage(connection: Connection, *, region_code: str) -> list[PublishedCoverage]:
    """Current published coverage of the region as a whole, newest first."""
    rows = connection.execute(
        select(
            FigureRow.value,
            FigureRow.scale,
            FigureRow.period,
            FigureRow.publisher,
            FigureRow.citation,
            FigureRow.note,
            FigureRow.maturity,
        )
        .where(
            FigureRow.is_current,
            FigureRow.measure == Measure.COVERAGE_PUBLISHED.value,
            FigureRow.region_code == region_code,
            FigureRow.segment == Segment.TOTAL.value,
            FigureRow.programme == "",
            FigureRow.group_name == "",
        )
        .order_by(FigureRow.period_end.desc(), FigureRow.publisher)
    )
    return [
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
