"""Participants of a region and all below it by month, summed up once for every denominator.

What they are measured by does not come in here; that is in coverage.py.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from cakupan.analytics.months import MONTHS_A_YEAR, month_ends, month_numbers
from cakupan.analytics.participants import participants_by_month, rows_of_months
from cakupan.analytics.totals import family, roll_up
from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE, Region, RegionDirectory


class Counted(Record, frozen=True):
    """``table`` has the counts of ``participants_by_month``, a whole as the sum of its parts.

    Indexed by region_code · month: every one of ``codes`` in every one of ``months``. ``dates`` are
    the days that a region's own figures are of, else the last of the month. ``participants`` is the
    frame it was made of, ``rows_of_month`` where the rows of a month stand in it.
    """

    directory: RegionDirectory
    participants: pd.DataFrame
    codes: list[str]
    months: Sequence[int]
    table: pd.DataFrame
    dates: pd.Series
    rows_of_month: Mapping[int, np.ndarray]

    @classmethod
    def of(
        cls,
        region: Region,
        directory: RegionDirectory,
        participants: pd.DataFrame,
        months: Sequence[int],
    ) -> "Counted":
        """Out of the frame that comes in; ``months`` by their numbers."""
        codes = family(region, directory)
        grid = pd.MultiIndex.from_product([codes, months], names=["region_code", "month"])
        ours = participants["region_code"].isin(codes)
        known = participants_by_month(participants[ours]).reindex(grid)
        ends = pd.Series(month_ends(grid.get_level_values("month")), index=grid)
        dates = known.pop("date").fillna(ends)
        table = roll_up(known, codes, directory)
        rows = rows_of_months(participants)
        return cls(directory, participants, codes, months, table, dates, rows)

    @classmethod
    def of_nation(cls, directory: RegionDirectory, participants: pd.DataFrame) -> "Counted":
        """Of all regions in all months there are participants of, and in the year before."""
        numbers = month_numbers(participants["date"])
        first, last = (numbers.min(), numbers.max()) if len(numbers) else (0, -1)
        months = range(int(first) - MONTHS_A_YEAR, int(last) + 1)
        return cls.of(directory[NATION_CODE], directory, participants, months)
