"""Calendar months as whole numbers, so that a year earlier is minus twelve.

A month number counts from January 1970, as numpy does. No figures come in here.
"""

from datetime import date

import numpy as np
import pandas as pd

MONTHS_A_YEAR = 12
_EPOCH = 1970


def month_number(day: date) -> int:
    """Number of the month this day lies in."""
    return (day.year - _EPOCH) * MONTHS_A_YEAR + day.month - 1


def month_numbers(dates: pd.Series) -> pd.Series:
    """Month number of each date; ``dates`` is datetime64 without a missing one."""
    numbers = dates.to_numpy().astype("datetime64[M]").astype("int64")
    return pd.Series(numbers, index=dates.index, name="month")


def month_ends(months: pd.Index) -> pd.DatetimeIndex:
    """Last day of each numbered month: the cut-off a monthly count is dated at."""
    first_of_next = (months.to_numpy(dtype="int64") + 1).astype("datetime64[M]")
    last = first_of_next.astype("datetime64[D]") - np.timedelta64(1, "D")
    return pd.DatetimeIndex(last).as_unit("us")


def month_texts(months: pd.Index) -> pd.Series:
    """Each numbered month as a period is written: ``2025-10``."""
    texts = np.datetime_as_string(months.to_numpy(dtype="int64").astype("datetime64[M]"))
    return pd.Series(texts, dtype="str")
