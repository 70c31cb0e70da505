"""Participants of each region, one number a month, out of stated totals and segments.

Sums over regions do not come in here; they are in totals.py.
"""

import pandas as pd

from cakupan.analytics.months import month_numbers
from cakupan.domain.measures import Segment


def newest_in_month(participants: pd.DataFrame) -> pd.DataFrame:
    """The rows of the latest statement a region made in each month, with a column ``month``.

    A statement is all rows of one region and period. Of two in a month the later date counts,
    of two with one date the one stated more precisely; they are never added to each other.
    """
    rows = participants.assign(month=month_numbers(participants["date"]))
    if rows["period"].nunique() == rows["month"].nunique():
        return rows  # every month is stated in one way: nothing to choose between
    order = rows.groupby(["date", "period"]).ngroup()
    newest = order.groupby([rows["region_code"], rows["month"]], sort=False).transform("max")
    return rows[order == newest]


def participants_by_month(participants: pd.DataFrame) -> pd.DataFrame:
    """Participants per region and month: the stated total, else the sum of the segments.

    Comes indexed by region_code · month with date datetime64 · participants float64 ·
    participants_sample float64 (1 where any figure used is a sample, else 0).
    """
    rows = newest_in_month(participants)
    rows = rows.assign(
        is_total=rows["segment"] == Segment.TOTAL.value,
        participants=rows["participants"].astype("float64"),
        participants_sample=rows["sample"].astype("float64"),
    )
    sums = rows.groupby(["region_code", "month", "is_total"]).agg(
        {"date": "max", "participants": "sum", "participants_sample": "max"}
    )
    # False sorts before True: the last of a month is the stated total, where there is one.
    used = sums.droplevel("is_total")
    return used[~used.index.duplicated(keep="last")]
