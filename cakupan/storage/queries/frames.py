"""From chosen figures to a frame with the types that analytics is promised, even when empty."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Connection, SQLColumnExpression, select

from cakupan.domain.measures import Maturity
from cakupan.domain.periods import Period
from cakupan.storage.records import whole_people
from cakupan.storage.tables import FigureRow

_COLUMNS = (
    FigureRow.region_code,
    FigureRow.period,
    FigureRow.segment,
    FigureRow.value,
    FigureRow.scale,
    FigureRow.maturity,
)


def people_frame(
    connection: Connection,
    figures: Sequence[SQLColumnExpression[bool]],
    *,
    count: str,
    day: Callable[[Period], date],
) -> pd.DataFrame:
    """region_code str · period str · date datetime64 · segment str · ``count`` int64 · sample bool.

    ``day`` says which day of its period a figure stands for. Rows in order of region, period and
    segment.
    """
    order = [FigureRow.region_code, FigureRow.period, FigureRow.segment]
    rows = connection.execute(select(*_COLUMNS).where(*figures).order_by(*order)).all()
    by_column = zip(*rows, strict=True) if rows else ((),) * len(_COLUMNS)
    regions, periods, segments, values, scales, maturities = by_column
    days = {text: np.datetime64(day(Period(text)), "us") for text in set(periods)}
    return pd.DataFrame(
        {
            "region_code": pd.Series(regions, dtype="str"),
            "period": pd.Series(periods, dtype="str"),
            "date": np.array([days[text] for text in periods], dtype="datetime64[us]"),
            "segment": pd.Series(segments, dtype="str"),
            count: np.fromiter(map(whole_people, values, scales), dtype="int64"),
            "sample": np.array([m == Maturity.SAMPLE.value for m in maturities], dtype="bool"),
        }
    )
