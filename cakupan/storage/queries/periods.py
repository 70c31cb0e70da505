"""Which months can be chosen?"""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from cakupan.domain.measures import Basis, Measure
from cakupan.domain.periods import Period, Precision
from cakupan.storage.queries.selection import chosen
from cakupan.storage.tables import FigureRow


def participant_periods(
    connection: Connection,
    *,
    region_prefix: str,
    basis: Basis = Basis.REGISTRATION,
    publishers: Sequence[str],
) -> list[Period]:
    """Months with active participants anywhere within the region, newest first.

    The same choice as ``participant_counts``: every month given here has rows there.
    """
    figures = chosen(
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix=region_prefix,
        basis=basis,
        publishers=publishers,
    )
    months = (
        select(FigureRow.period)
        .where(*figures, FigureRow.precision == Precision.MONTH.value)
        .distinct()
        .order_by(FigureRow.period.desc())
    )
    return [Period(text) for text in connection.execute(months).scalars()]
