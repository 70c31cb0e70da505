"""Who won, who was nominated, and how many, in all awards that were loaded?"""

from decimal import Decimal

from sqlalchemy import select

from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.selection import usable
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

AWARD_MEASURES = (
    *(Measure.AWARD_PLACE, Measure.AWARD_ASSESSED_YEAR),
    *(Measure.AWARD_NOMINEES, Measure.AWARD_WINNERS),
)


class AwardFigure(Record, frozen=True):
    """One figure of an award. ``winner`` is a named body, empty where the region itself won."""

    region_code: str
    measure: Measure
    period: Period
    category: str
    winner: str
    value: Decimal
    publisher: str
    citation: str
    note: str
    sample: bool


def award_figures(reader: Reader) -> list[AwardFigure]:
    """Current, undisputed figures of awards, of all regions: newest first, then by region."""
    rows = reader.execute(
        select(
            FigureRow.region_code,
            FigureRow.period,
            FigureRow.value,
            FigureRow.scale,
            FigureRow.maturity,
            SeriesRow.measure,
            SeriesRow.publisher,
            SeriesRow.programme,
            SeriesRow.group_name,
            OriginRow.citation,
            OriginRow.note,
        )
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .where(
            FigureRow.is_current,
            SeriesRow.measure.in_([measure.value for measure in AWARD_MEASURES]),
            usable(FigureRow),
        )
        .order_by(FigureRow.series_id, FigureRow.period)
    )
    found = [
        AwardFigure(
            region_code=row.region_code,
            measure=Measure(row.measure),
            period=Period(row.period),
            category=row.group_name,
            winner=row.programme,
            value=from_scaled(row.value, row.scale),
            publisher=row.publisher,
            citation=row.citation,
            note=row.note,
            sample=row.maturity == Maturity.SAMPLE.value,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one.period.year, one.region_code, one.category))
