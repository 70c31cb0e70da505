"""Participants of each region, one number a month, out of stated totals and segments.

Sums over regions do not come in here; they are in totals.py.
"""

from types import MappingProxyType

import numpy as np
import pandas as pd

from cakupan.analytics.months import month_numbers
from cakupan.analytics.statements import (
    definition_codes,
    joint_code,
    printed_unit,
    publisher_codes,
)
from cakupan.domain.measures import Segment

_HOW = MappingProxyType(
    {
        "date": "max",
        "participants": "sum",
        "participants_sample": "max",
        "participants_unit": "sum",
        "participants_definition": "max",
        "first": "min",
        "last": "max",
    }
)


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


def rows_of_months(participants: pd.DataFrame) -> dict[int, np.ndarray]:
    """Where the rows of each month stand, by its number, in the order they come in."""
    numbers = month_numbers(participants["date"]).to_numpy()
    order = np.argsort(numbers, kind="stable").astype("int32")
    months, starts = np.unique(numbers[order], return_index=True)
    # No rows at all are one part, and no month.
    return dict(zip(months.tolist(), np.split(order, starts[1:]), strict=False))


def participants_by_month(participants: pd.DataFrame) -> pd.DataFrame:
    """Participants per region and month: the stated total, else the sum of the segments.

    Comes indexed by region_code · month with date datetime64 and float64: participants ·
    participants_sample (1 where any figure used is a sample, else 0) · participants_unit (the
    units it was rounded to, added up; 0 where exact) · participants_publisher and
    participants_definition (codes of statements.py).
    """
    rows = newest_in_month(participants)
    publisher = publisher_codes(rows["publisher"])
    rows = rows.assign(
        is_total=rows["segment"] == Segment.TOTAL.value,
        participants=rows["participants"].astype("float64"),
        participants_sample=rows["sample"].astype("float64"),
        participants_unit=printed_unit(rows["rounding_unit"]),
        participants_definition=definition_codes(rows),
        first=publisher,
        last=publisher,
    )
    sums = rows.groupby(["region_code", "month", "is_total"]).agg(dict(_HOW))
    sums["participants_publisher"] = joint_code(sums.pop("first"), sums.pop("last"))
    # False sorts before True: the last of a month is the stated total, where there is one.
    used = sums.droplevel("is_total")
    return used[~used.index.duplicated(keep="last")]
