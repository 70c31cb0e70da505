"""Coverage: participants over workers, missing where either is missing, never clipped.

The table every other question starts from is built here, out of the two frames that come in.
"""

from collections.abc import Sequence

import pandas as pd

from cakupan.analytics.counted import Counted
from cakupan.analytics.pairing import pair_workforce
from cakupan.analytics.totals import roll_up
from cakupan.domain.regions import Region, RegionDirectory


def coverage(participants: pd.Series, workers: pd.Series) -> pd.Series:
    """``participants / workers`` as ratio; NaN where the workforce is missing or zero.

    A ratio above 1 is kept: it is real where people are counted at the office of registration.
    """
    return participants / workers.where(workers > 0)


def coverage_table(
    *,
    region: Region,
    directory: RegionDirectory,
    participants: pd.DataFrame,
    workforce: pd.DataFrame,
    months: Sequence[int],
) -> pd.DataFrame:
    """Everything known of a region and all below it in each of ``months``, by their numbers.

    Indexed by region_code · month (every code of the family in every month) with
    participants · workers · workers_oldest · workers_newest · coverage · sample, and the sample
    marks of both counts.
    """
    return measured(Counted.of(region, directory, participants, months), workforce)


def measured(counted: Counted, workforce: pd.DataFrame) -> pd.DataFrame:
    """``coverage_table`` of participants that were summed up already."""
    ours = workforce["region_code"].isin(counted.codes)
    paired = pair_workforce(counted.dates, workforce[ours])
    workers = roll_up(paired, counted.codes, counted.directory)
    table = pd.concat([counted.table, workers], axis=1)
    return table.assign(
        coverage=coverage(table["participants"], table["workers"]),
        sample=(table["participants_sample"] > 0) | (table["workers_sample"] > 0),
    )
