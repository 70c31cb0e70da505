"""From chosen figures to a frame with the types that analytics is promised, even when empty."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, select

from cakupan.domain.measures import Maturity
from cakupan.domain.periods import Period
from cakupan.storage.reading import Reader
from cakupan.storage.records import whole_people
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

_COLUMNS = (
    FigureRow.region_code,
    FigureRow.period,
    SeriesRow.segment,
    FigureRow.value,
    FigureRow.scale,
    FigureRow.maturity == Maturity.SAMPLE.value,
    SeriesRow.publisher,
    OriginRow.rounding_unit,
)


def people_frame(
    reader: Reader,
    figures: ColumnElement[bool],
    *,
    count: str,
    publishers: Sequence[str],
    day: Callable[[Period], date],
) -> pd.DataFrame:
    """region_code · period · date datetime64 · segment · ``count`` int64 · sample bool.

    And publisher, a category of ``publishers`` in that order · rounding_unit float64. Region,
    period and segment are categories in the order of their texts. ``day`` says which day of its
    period a figure stands for. Rows in order of region, period and segment.
    """
    order = [FigureRow.region_code, FigureRow.period, SeriesRow.segment]
    chosen = select(*_COLUMNS).join(SeriesRow).join(OriginRow).where(figures).order_by(*order)
    regions, periods, segments, values, scales, samples, publisher, units = reader.fetch(chosen)
    months = words(periods)
    return pd.DataFrame(
        {
            "region_code": words(regions),
            "period": months,
            "date": days_of(months, day),
            "segment": words(segments),
            count: whole_numbers(values, scales),
            "sample": np.array(samples, dtype="bool"),
            "publisher": pd.Categorical(publisher, categories=list(dict.fromkeys(publishers))),
            "rounding_unit": np.array(units, dtype="float64"),
        }
    )


def words(texts: Sequence[str]) -> pd.Categorical:
    """A few hundred words said hundreds of thousands of times: categories in order.

    As texts they take eight bytes a row instead of one or two, and whatever compares or counts
    them looks at the text of every row, all in one breath: nobody else is answered for as long.
    """
    known = sorted(set(texts))
    places = {word: place for place, word in enumerate(known)}
    codes = np.fromiter(map(places.__getitem__, texts), dtype="int32", count=len(texts))
    return pd.Categorical.from_codes(codes, categories=pd.Index(known, dtype="str"), ordered=True)


def days_of(periods: pd.Categorical, day: Callable[[Period], date]) -> np.ndarray:
    """The day that stands for the period of each row."""
    days = [day(Period(text)) for text in periods.categories]
    return np.array(days, dtype="datetime64[us]").take(periods.codes)


def whole_numbers(values: Sequence[int], scales: Sequence[int]) -> np.ndarray:
    """Counts of people or things; most files hold nothing but whole numbers."""
    counts = map(whole_people, values, scales) if any(scales) else values
    return np.fromiter(counts, dtype="int64", count=len(values))
