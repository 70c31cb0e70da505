"""Which months can be chosen?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from cakupan.domain.measures import Basis, Measure
from cakupan.domain.periods import Period, Precision
from cakupan.storage.queries.selection import chosen
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, SeriesRow


def participant_periods(
    reader: Reader,
    *,
    region_prefix: str,
    basis: Basis = Basis.REGISTRATION,
    publishers: Sequence[str],
    as_of: datetime | None = None,
) -> list[Period]:
    """Months with active participants anywhere within the region, newest first.

    The same choice as ``participant_counts``: every month given here has rows there.
    """
    figures = chosen(
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix=region_prefix,
        basis=basis,
        publishers=publishers,
        as_of=as_of,
    )
    stated = select(FigureRow.period).join(SeriesRow).where(figures).distinct()
    periods = sorted(map(Period, reader.execute(stated).scalars()), reverse=True)
    return [period for period in periods if period.precision is Precision.MONTH]
