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
    """region_code str · period str · date datetime64 · segment str · ``count`` int64 · sample bool.

    And publisher, a category of ``publishers`` in that order · rounding_unit float64. ``day`` says
    which day of its period a figure stands for. Rows in order of region, period and segment.
    """
    order = [FigureRow.region_code, FigureRow.period, SeriesRow.segment]
    chosen = select(*_COLUMNS).join(SeriesRow).join(OriginRow).where(figures).order_by(*order)
    regions, periods, segments, values, scales, samples, publisher, units = reader.fetch(chosen)
    days = {text: np.datetime64(day(Period(text)), "us") for text in set(periods)}
    return pd.DataFrame(
        {
            "region_code": pd.Series(regions, dtype="str"),
            "period": pd.Series(periods, dtype="str"),
            "date": np.array([days[text] for text in periods], dtype="datetime64[us]"),
            "segment": pd.Series(segments, dtype="str"),
            count: _whole(values, scales),
            "sample": np.array(samples, dtype="bool"),
            "publisher": pd.Categorical(publisher, categories=list(dict.fromkeys(publishers))),
            "rounding_unit": np.array(units, dtype="float64"),
        }
    )


def _whole(values: Sequence[int], scales: Sequence[int]) -> np.ndarray:
    """Counts of people; most files hold nothing but whole numbers."""
    people = map(whole_people, values, scales) if any(scales) else values
    return np.fromiter(people, dtype="int64", count=len(values))
