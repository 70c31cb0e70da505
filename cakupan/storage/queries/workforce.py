"""How many workers can participants be measured against, by region and period?"""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter

import pandas as pd

from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.storage.queries.frames import people_frame
from cakupan.storage.queries.selection import chosen
from cakupan.storage.reading import Reader


def workforce_counts(
    reader: Reader,
    *,
    measure: Measure,
    region_prefix: str,
    publishers: Sequence[str],
    as_of: datetime | None = None,
) -> pd.DataFrame:
    """Workers of one denominator's measure, the ``workforce`` frame of cakupan.analytics.

    ``date`` is the period's first day, from which the figure is in force. Bases of a single
    segment are not among them. ``as_of`` asks what was current at a moment of the past.
    """
    figures = chosen(
        measure=measure,
        region_prefix=region_prefix,
        basis=Basis.NONE,
        publishers=publishers,
        as_of=as_of,
    )
    frame = people_frame(
        reader, figures, count="workers", publishers=publishers, day=attrgetter("start")
    )
    whole = frame[frame["segment"] == Segment.TOTAL.value]
    return whole.drop(columns="segment").reset_index(drop=True)
