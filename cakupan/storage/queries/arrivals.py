"""When did a figure come in first?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select

from cakupan.domain.loads import LoadState
from cakupan.domain.measures import Maturity, Measure
from cakupan.storage.queries.selection import within
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow


def first_arrivals(
    reader: Reader,
    *,
    measure: Measure,
    region_prefix: str,
    period_texts: Collection[str],
    publishers: Sequence[str],
) -> Mapping[tuple[str, str], datetime]:
    """By region and period, when the first load that counts brought a figure of a measure.

    Later versions do not change it. Samples came with the program, not from anybody: they have no
    arrival.
    """
    asked = select(SeriesRow.id).where(
        SeriesRow.measure == measure.value, SeriesRow.publisher.in_(publishers)
    )
    rows = reader.execute(
        select(FigureRow.region_code, FigureRow.period, func.min(LoadRow.loaded_at))
        .join_from(FigureRow, LoadRow)
        .where(
            LoadRow.state == LoadState.CURRENT.value,
            FigureRow.series_id.in_(asked),
            within(region_prefix),
            FigureRow.period.in_(period_texts),
            FigureRow.maturity != Maturity.SAMPLE.value,
        )
        .group_by(FigureRow.region_code, FigureRow.period)
    )
    return {(region, period): when for region, period, when in rows}
