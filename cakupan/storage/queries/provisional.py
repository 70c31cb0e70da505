"""Which of the figures that charts rest on did their publisher call provisional?"""

from collections.abc import Sequence

from sqlalchemy import select

from cakupan.domain.measures import Maturity, Measure
from cakupan.storage.queries.selection import marked
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, SeriesRow


def provisional_figures(
    reader: Reader,
    *,
    measures: Sequence[Measure],
    publishers: Sequence[str],
) -> frozenset[tuple[str, Measure, str]]:
    """Region, measure and period of each, of any segment."""
    rows = reader.execute(
        select(FigureRow.region_code, SeriesRow.measure, FigureRow.period)
        .join_from(FigureRow, SeriesRow)
        .where(
            marked(Maturity.PROVISIONAL),
            SeriesRow.measure.in_([measure.value for measure in measures]),
            SeriesRow.publisher.in_(publishers),
        )
        .distinct()
    )
    return frozenset((region, Measure(measure), period) for region, measure, period in rows)
