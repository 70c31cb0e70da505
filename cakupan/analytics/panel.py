"""Coverage of every region in every month against one base, worked out once and asked many times.

What a page shows is a slice of it: one month of some regions, or one region over time. No formula
of its own comes in here.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np
import pandas as pd

from cakupan.analytics.blanks import blanked
from cakupan.analytics.counted import Counted
from cakupan.analytics.coverage import measured
from cakupan.analytics.kinds import PASSED
from cakupan.analytics.months import month_number
from cakupan.analytics.participants import rows_of_months
from cakupan.analytics.rulings import Rulings
from cakupan.analytics.totals import family
from cakupan.domain.periods import Period
from cakupan.domain.records import Record, replace
from cakupan.domain.regions import RegionDirectory

# Of regions in a month that nobody speaks of.
_NOTHING: Mapping[str, object] = MappingProxyType(
    {"participants_sample": 0.0, "sample": False, "ranked": False}
)


class Panel(Record, frozen=True):
    """The coverage table of the nation, cut by region and by month without searching.

    ``participants`` and ``workforce`` are the frames of the package docstring, the workforce of
    one denominator. ``columns`` are those of ``coverage_table`` as arrays of codes × months, with
    ``ranked``, whether the coverage may take a rank, and ``PASSED`` of kinds.py; the months follow
    each other without a gap, from a year before the first participants.
    """

    directory: RegionDirectory
    participants: pd.DataFrame
    workforce: pd.DataFrame
    columns: Mapping[str, np.ndarray]
    first_month: int
    _places: Mapping[str, int]
    _rows_of_month: Mapping[int, np.ndarray]

    @classmethod
    def of(
        cls,
        directory: RegionDirectory,
        *,
        participants: pd.DataFrame,
        workforce: pd.DataFrame,
        rulings: Rulings | None = None,
    ) -> "Panel":
        """Work out the coverage of all regions in all months there are participants of."""
        counted = Counted.of_nation(directory, participants)
        return cls.measured(counted, workforce=workforce, rulings=rulings)

    @classmethod
    def measured(
        cls, counted: Counted, *, workforce: pd.DataFrame, rulings: Rulings | None = None
    ) -> "Panel":
        """The same of ``Counted.of_nation``, which serves for every denominator."""
        codes, first_month = counted.codes, counted.months[0]
        table = measured(counted, workforce)
        columns = {
            str(name): column.to_numpy().reshape(len(codes), -1) for name, column in table.items()
        }
        said = rulings or Rulings()
        columns["ranked"] = said.ranked(columns["coverage"], codes=codes, first_month=first_month)
        columns[PASSED] = said.passed(columns, codes=codes, first_month=first_month)
        return cls(
            directory=counted.directory,
            participants=counted.participants,
            workforce=workforce,
            columns=columns,
            first_month=first_month,
            _places={code: place for place, code in enumerate(codes)},
            _rows_of_month=counted.rows_of_month,
        )

    def in_month(
        self, codes: Sequence[str], period: Period, *, only: Collection[str] = ()
    ) -> pd.DataFrame:
        """The coverage table of these regions in the month of a period, indexed by region_code.

        ``only`` are the columns that are asked for, where not all are: each costs something.
        """
        return self.at(codes, month_number(period.end), only=only)

    def at(self, codes: Sequence[str], month: int, *, only: Collection[str] = ()) -> pd.DataFrame:
        """The coverage table of these regions in a month given by its number."""
        place, names = month - self.first_month, only or self.columns
        index = pd.Series(codes, dtype="str").rename("region_code")
        if not 0 <= place < self._width:
            empty = {name: _NOTHING.get(name, np.nan) for name in names}
            return pd.DataFrame(empty, index=index)
        rows = self.rows(codes)
        return pd.DataFrame({name: self.columns[name][rows, place] for name in names}, index=index)

    def block(
        self, codes: Sequence[str], months: Sequence[int], *, only: Collection[str] = ()
    ) -> dict[str, np.ndarray]:
        """The columns of these regions in these months, codes × months.

        Outside of all months there are, a number is NaN and a mark is False; days are left out.
        ``only`` as in ``in_month``.
        """
        places = np.asarray(months, dtype="int64") - self.first_month
        inside = (places >= 0) & (places < self._width)
        rows = np.array([self._places[code] for code in codes], dtype="int64")[:, None]
        found = {}
        for name in only or self.columns:
            grid = self.columns[name]
            if grid.dtype.kind in "fb":
                nothing = np.nan if grid.dtype.kind == "f" else False
                found[name] = np.full((len(codes), len(places)), nothing)
                found[name][:, inside] = grid[rows, places[inside]]
        return found

    def line(self, code: str, *, until: date, only: Collection[str] = ()) -> pd.DataFrame:
        """The coverage table of one region, indexed by month number; ``only`` as in ``in_month``.

        It has the months up to ``until`` in which the region or any below it has participants.
        """
        end = min(month_number(until) - self.first_month + 1, self._width)
        rows = [self._places[each] for each in family(self.directory[code], self.directory)]
        known = ~np.isnan(self.columns["participants"][rows, : max(end, 0)])
        months = np.flatnonzero(known.any(axis=0))
        place = self._places[code]
        return pd.DataFrame(
            {name: self.columns[name][place, months] for name in only or self.columns},
            index=pd.Index(months + self.first_month, name="month"),
        )

    def series(self, code: str, months: Sequence[int]) -> pd.DataFrame:
        """The coverage table of one region in months given by their numbers, indexed by them.

        A month before or after all that there is has nothing but missing values.
        """
        places = np.asarray(months, dtype="int64") - self.first_month
        inside = (places >= 0) & (places < self._width)
        row = self._places[code]
        known = pd.DataFrame(
            {name: grid[row, places[inside]] for name, grid in self.columns.items()},
            index=np.asarray(months)[inside],
        )
        return known.reindex(pd.Index(months, name="month"))

    def participants_in(self, period: Period) -> pd.DataFrame:
        """The rows of ``participants`` in the month of a period, of all regions."""
        rows = self._rows_of_month.get(month_number(period.end))
        return self.participants.iloc[:0] if rows is None else self.participants.iloc[rows]

    def after(self, period: Period) -> slice:
        """Where the months after that of a period stand in ``columns``."""
        return slice(max(month_number(period.end) - self.first_month + 1, 0), None)

    def rows(self, codes: Sequence[str]) -> list[int]:
        """Where these regions stand in ``columns``."""
        return [self._places[code] for code in codes]

    def only(self, sees: Callable[[str], bool]) -> "Panel":
        """The same of regions that may be seen; of all others nothing is known."""
        kept = [self.participants["region_code"].map(sees), self.workforce["region_code"].map(sees)]
        participants = self.participants[kept[0].astype("bool")].reset_index(drop=True)
        hidden = [place for code, place in self._places.items() if not sees(code)]
        return replace(
            self,
            participants=participants,
            workforce=self.workforce[kept[1].astype("bool")].reset_index(drop=True),
            columns={name: blanked(grid, hidden) for name, grid in self.columns.items()},
            _rows_of_month=rows_of_months(participants),
        )

    @property
    def publishers(self) -> tuple[str, ...]:
        """Ids of publishers, each in the place that is its code in ``…_publisher`` columns."""
        return tuple(pd.Categorical(self.participants["publisher"]).categories)

    @property
    def _width(self) -> int:
        return int(self.columns["participants"].shape[1])
