"""What else was published of a region, that no chart rests on?"""

from collections.abc import Sequence
from decimal import Decimal

from sqlalchemy import or_, select

from cakupan.domain.measures import UNUSED_MATURITIES, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.reading import Reader
from cakupan.storage.records import from_scaled
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

_ABOUT = (
    *(SeriesRow.measure, SeriesRow.publisher, SeriesRow.segment, SeriesRow.group_name),
    *(OriginRow.unit, OriginRow.rounding_unit, OriginRow.citation, OriginRow.note),
)
BESIDE_COVERAGE = (
    *(Measure.COVERAGE_PUBLISHED, Measure.PARTICIPANTS_ACTIVE, Measure.ELIGIBLE_WORKERS),
    *(Measure.EMPLOYED, Measure.LABOUR_FORCE, Measure.UNPROTECTED_WORKERS),
    *(Measure.VULNERABLE_WORKERS, Measure.VULNERABLE_REGISTERED),
)


class CitedFigure(Record, frozen=True):
    """A published figure as it stands in its source; ``disputed`` says that it cannot be right."""

    measure: Measure
    segment: Segment
    group: str
    period: Period
    value: Decimal
    unit: Unit
    rounding_unit: Decimal
    publisher: str
    citation: str
    note: str
    disputed: bool


def cited_figures(
    reader: Reader,
    *,
    region_code: str,
    publishers: Sequence[str],
    measures: Sequence[Measure] = BESIDE_COVERAGE,
) -> list[CitedFigure]:
    """Current figures of the region itself from anybody but ``publishers``, and disputed ones.

    Newest first.
    """
    unused = [maturity.value for maturity in sorted(UNUSED_MATURITIES)]
    rows = reader.execute(
        select(FigureRow.__table__, *_ABOUT)
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .where(
            FigureRow.is_current,
            FigureRow.region_code == region_code,
            # Says nothing but to the planner: the index leads with the series.
            FigureRow.series_id.in_(select(SeriesRow.id)),
            SeriesRow.measure.in_([measure.value for measure in measures]),
            or_(
                SeriesRow.publisher.not_in(publishers),
                FigureRow.maturity.in_(unused),
            ),
        )
        .order_by(FigureRow.series_id, FigureRow.period)
    )
    found = [
        CitedFigure(
            measure=Measure(row.measure),
            segment=Segment(row.segment),
            group=row.group_name,
            period=Period(row.period),
            value=from_scaled(row.value, row.scale),
            unit=Unit(row.unit),
            rounding_unit=Decimal(row.rounding_unit),
            publisher=row.publisher,
            citation=row.citation,
            note=row.note,
            disputed=row.maturity == Maturity.DISPUTED.value,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.period.end, one.measure.value), reverse=True)
