"""Which workforce belongs to which participants: the newest in force at their date, never a later.

Ratios do not come in here; they are in coverage.py.
"""

import pandas as pd

from cakupan.analytics.statements import printed_unit, publisher_codes


def pair_workforce(dates: pd.Series, workforce: pd.DataFrame) -> pd.DataFrame:
    """The workforce in force on each date; ``dates`` are indexed by region_code and more.

    Comes with that index and workers float64 · workers_sample float64 (1 for a sample, else 0) ·
    workers_unit float64 (the unit it was rounded to, 0 where exact) · workers_publisher float64 (a
    code of statements.py) · workers_oldest and workers_newest datetime64 (both the first day of the
    period taken; sums over regions tell them apart). All are missing where no period began by
    then, and where the workforce stated is zero: a region with no workers has no coverage, and an
    older count does not stand in for it.
    """
    in_force = workforce.sort_values(["date", "period"])
    start = in_force["date"].astype("datetime64[us]")
    known = in_force["workers"] > 0
    offered = pd.DataFrame(
        {
            "region_code": in_force["region_code"].astype("str"),
            "start": start,
            "workers": in_force["workers"].astype("float64").where(known),
            "workers_sample": in_force["sample"].astype("float64").where(known),
            "workers_unit": printed_unit(in_force["rounding_unit"]).where(known),
            "workers_publisher": publisher_codes(in_force["publisher"]).where(known),
            "workers_oldest": start.where(known),
            "workers_newest": start.where(known),
        }
    )
    asked = pd.DataFrame(
        {
            "region_code": dates.index.get_level_values("region_code").astype("str"),
            "date": dates.to_numpy().astype("datetime64[us]"),
        }
    ).sort_values("date")
    paired = pd.merge_asof(asked, offered, left_on="date", right_on="start", by="region_code")
    as_asked = paired.set_axis(asked.index).sort_index().set_axis(dates.index)
    return as_asked.drop(columns=["region_code", "date", "start"])
