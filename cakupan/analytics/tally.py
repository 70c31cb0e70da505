"""Counts by region, period and kind (programme, level, group), with parents as sums of parts.

One tally is of one measure. What a page shows is a slice of it; ratios do not come in here.
"""

from collections.abc import Callable, Mapping, Sequence
from math import isnan

import numpy as np
import pandas as pd

from cakupan.analytics.blanks import blanked
from cakupan.analytics.totals import family, roll_up
from cakupan.domain.records import Record, replace
from cakupan.domain.regions import NATION_CODE, RegionDirectory

WHOLE = ""
"""The kind of a count that is stated for all kinds together."""


class Tally(Record, frozen=True):
    """``counts`` and ``samples`` are regions × periods × kinds; NaN where nothing is known.

    ``kinds`` are in the order of reading, with ``WHOLE`` as the last. A region with parts has the
    sum of its parts where all of them are known, else its own figure; ``own`` are those as stated.
    """

    kinds: tuple[str, ...]
    periods: tuple[str, ...]
    counts: np.ndarray
    samples: np.ndarray
    own: np.ndarray
    _rows: Mapping[str, int]
    _columns: Mapping[str, int]

    @classmethod
    def of(
        cls, frame: pd.DataFrame, directory: RegionDirectory, *, by: str, kinds: Sequence[str]
    ) -> "Tally":
        """Out of rows with region_code · period · count · sample and the column ``by``.

        Kinds that are not listed are left out.
        """
        known = (*kinds, WHOLE)
        codes = family(directory[NATION_CODE], directory)
        periods = tuple(sorted(frame["period"].unique()))
        grid = pd.MultiIndex.from_product(
            [codes, periods, known], names=["region_code", "period", by]
        )
        summed = frame.groupby(["region_code", "period", by]).agg({"count": "sum", "sample": "max"})
        table = summed.astype("float64").reindex(grid)
        rolled = roll_up(table.rename(columns={"sample": "count_sample"}), codes, directory)
        shape = (len(codes), len(periods), len(known))
        # Copies: a column would keep the whole table, twice as much as is asked of it.
        counts, own = (one["count"].to_numpy(copy=True).reshape(shape) for one in (rolled, table))
        return cls(
            kinds=known,
            periods=periods,
            counts=counts,
            samples=rolled["count_sample"].to_numpy().reshape(shape) > 0,
            own=own,
            _rows={code: place for place, code in enumerate(codes)},
            _columns={text: place for place, text in enumerate(periods)},
        )

    def only(self, sees: Callable[[str], bool]) -> "Tally":
        """The same of regions that may be seen; of all others nothing is known."""
        hidden = [place for code, place in self._rows.items() if not sees(code)]
        grids = (self.counts, self.samples, self.own)
        counts, samples, own = (blanked(grid, hidden) for grid in grids)
        return replace(self, counts=counts, samples=samples, own=own)

    def over(self, code: str, periods: Sequence[str]) -> dict[str, int | None]:
        """Sums over ``periods`` by kind, the whole included; None where one period is unknown.

        The whole is the sum of the kinds where all of them are known, else what is stated for it.
        """
        places = self._places_of(periods)
        if len(places) < len(periods) or not periods:
            return dict.fromkeys(self.kinds)
        # A handful of plain numbers: numpy takes longer to begin than to add them.
        rows = self.counts[self._rows[code], places].tolist()
        sums = [sum(column) for column in zip(*rows, strict=True)]
        sums[-1] = sum(_together(row) for row in rows)
        return {
            kind: None if isnan(total) else int(total)
            for kind, total in zip(self.kinds, sums, strict=True)
        }

    def own_over(self, code: str, periods: Sequence[str]) -> dict[str, int | None]:
        """The same of what the region itself states, whatever its parts and its kinds say."""
        places = self._places_of(periods)
        if len(places) < len(periods) or not periods:
            return dict.fromkeys(self.kinds)
        sums = self.own[self._rows[code], places].sum(axis=0).tolist()
        return {
            kind: None if isnan(total) else int(total)
            for kind, total in zip(self.kinds, sums, strict=True)
        }

    def is_sample(self, code: str, periods: Sequence[str]) -> bool:
        """Whether any of these counts rests on a sample."""
        return bool(self.samples[self._rows[code], self._places_of(periods)].any())

    def stated(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Periods in which any of these regions has a count, oldest first."""
        rows = [self._rows[code] for code in codes]
        known = ~np.isnan(self.counts[rows]).all(axis=(0, 2))
        return tuple(text for text, there in zip(self.periods, known, strict=True) if there)

    def _places_of(self, periods: Sequence[str]) -> list[int]:
        """Where those of the periods stand that there are."""
        return [self._columns[text] for text in periods if text in self._columns]


def _together(row: Sequence[float]) -> float:
    """The sum of the kinds where all are known, else what is stated for all, which is the last."""
    *kinds, stated = row
    total = sum(kinds)
    # Of no kinds at all the sum is zero, and says nothing.
    return stated if isnan(total) or not kinds else total
