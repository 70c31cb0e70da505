"""Which published figures speak of a region and its parts, and where do they stand?"""

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import select

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.queries.selection import marked, within
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, LoadRow, OriginRow, SeriesRow

_ABOUT = (
    *(SeriesRow.measure, SeriesRow.publisher, SeriesRow.segment, SeriesRow.group_name),
    *(OriginRow.rounding_unit, OriginRow.citation, OriginRow.sheet, LoadRow.file_name),
)


class ToldFigure(Record, frozen=True):
    """A published figure with the cell it was read from."""

    region_code: str
    measure: Measure
    segment: Segment
    group: str
    period: Period
    value: Decimal
    rounding_unit: Decimal
    publisher: str
    citation: str
    disputed: bool
    file_name: str
    sheet: str
    cell: str


def told_figures(
    reader: Reader,
    *,
    region_prefix: str,
    publishers: Sequence[str],
    measures: Sequence[Measure],
) -> list[ToldFigure]:
    """Current figures from anybody but ``publishers``, and disputed ones, newest first.

    ``region_prefix`` is ``""`` for all, ``"36"`` for a province and its parts.
    """
    told = (
        select(FigureRow.__table__, *_ABOUT)
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .where(
            within(region_prefix),
            SeriesRow.measure.in_([measure.value for measure in measures]),
            SeriesRow.programme == "",
        )
        .order_by(FigureRow.series_id, FigureRow.region_code, FigureRow.period)
    )
    of_others = told.where(
        FigureRow.is_current,
        # Says nothing but to the planner: the index leads with the series.
        FigureRow.series_id.in_(select(SeriesRow.id).where(SeriesRow.publisher.not_in(publishers))),
        FigureRow.maturity.not_in([Maturity.RETIRED.value, Maturity.DISPUTED.value]),
    )
    # Two questions, each with an index of its own: one with an "or" would read all figures.
    rows = [
        *reader.execute(of_others),
        *reader.execute(told.where(marked(Maturity.DISPUTED))),
    ]
    found = [
        ToldFigure(
            region_code=row.region_code,
            measure=Measure(row.measure),
            segment=Segment(row.segment),
            group=row.group_name,
            period=Period(row.period),
            value=from_scaled(row.value, row.scale),
            rounding_unit=Decimal(row.rounding_unit),
            publisher=row.publisher,
            citation=row.citation,
            disputed=row.maturity == Maturity.DISPUTED.value,
            file_name=row.file_name,
            sheet=row.sheet,
            cell=row.cell,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.period.end, one.region_code), reverse=True)
