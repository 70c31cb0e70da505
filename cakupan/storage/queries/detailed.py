"""How many claims, scholarships or vulnerable workers are there, programme by programme?"""

from collections.abc import Sequence
from operator import attrgetter

import numpy as np
import pandas as pd
from sqlalchemy import select

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.storage.queries.frames import days_of, whole_numbers, words
from cakupan.storage.queries.selection import usable
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, SeriesRow

_KEY = ["measure", "region_code", "period", "programme", "group"]


def detailed_counts(
    reader: Reader, *, measures: Sequence[Measure], publishers: Sequence[str]
) -> pd.DataFrame:
    """Current, undisputed figures of these measures, with the programme and group they are of.

    measure · region_code · period · date datetime64 (the period's last day) · programme · group ·
    count int64 · sample bool. Words are categories in their order; programme and group are empty
    for a whole. Of several publishers the one named first in ``publishers`` counts.
    """
    chosen = (
        select(
            SeriesRow.measure,
            FigureRow.region_code,
            FigureRow.period,
            SeriesRow.programme,
            SeriesRow.group_name,
            SeriesRow.publisher,
            FigureRow.value,
            FigureRow.scale,
            FigureRow.maturity == Maturity.SAMPLE.value,
        )
        .join(SeriesRow)
        .where(
            FigureRow.is_current,
            SeriesRow.measure.in_([measure.value for measure in measures]),
            SeriesRow.segment == Segment.TOTAL.value,
            SeriesRow.publisher.in_(publishers),
            usable(FigureRow),
        )
    )
    *texts, publisher, values, scales, samples = reader.fetch(chosen)
    key = {name: words(column) for name, column in zip(_KEY, texts, strict=True)}
    preferred = {name: place for place, name in enumerate(publishers)}
    frame = pd.DataFrame(
        {
            **key,
            "date": days_of(key["period"], attrgetter("end")),
            "count": whole_numbers(values, scales),
            "sample": np.array(samples, dtype="bool"),
            "order": np.array([preferred[name] for name in publisher], dtype="int64"),
        }
    )
    best = frame.sort_values([*_KEY, "order"]).drop_duplicates(_KEY)
    return best[[*_KEY[:3], "date", *_KEY[3:], "count", "sample"]].reset_index(drop=True)
