"""How many claims, scholarships or vulnerable workers are there, programme by programme?"""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import select

from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.storage.queries.selection import usable
from cakupan.storage.reading import Reader
from cakupan.storage.records import whole_people
from cakupan.storage.tables import FigureRow, SeriesRow

_KEY = ["measure", "region_code", "period", "programme", "group"]


def detailed_counts(
    reader: Reader, *, measures: Sequence[Measure], publishers: Sequence[str]
) -> pd.DataFrame:
    """Current, undisputed figures of these measures, with the programme and group they are of.

    measure str · region_code str · period str · date datetime64 (the period's last day) ·
    programme str · group str · count int64 · sample bool. Both are empty for a whole. Of several
    publishers the one named first in ``publishers`` counts.
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
    names = [*_KEY, "publisher", "value", "scale", "sample"]
    frame = pd.DataFrame(dict(zip(names, reader.fetch(chosen), strict=True)))
    ends = {text: Period(text).end for text in frame["period"].unique()}
    order = frame["publisher"].map({name: place for place, name in enumerate(publishers)})
    counts = [whole_people(*pair) for pair in zip(frame["value"], frame["scale"], strict=True)]
    typed = frame.assign(
        date=pd.Series(frame["period"].map(ends), dtype="datetime64[us]"),
        count=pd.Series(counts, dtype="int64", index=frame.index),
        sample=frame["sample"].astype("bool"),
        order=order,
    ).astype(dict.fromkeys(_KEY, "str"))
    best = typed.sort_values([*_KEY, "order"]).drop_duplicates(_KEY)
    return best[[*_KEY[:3], "date", *_KEY[3:], "count", "sample"]].reset_index(drop=True)
