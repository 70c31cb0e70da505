"""Participants of each segment month by month, of every region, worked out once.

The split of a single month is segments.py; what stands here agrees with it.
"""

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
import pandas as pd

from cakupan.analytics.blanks import blanked
from cakupan.analytics.months import month_ends, month_number, month_numbers, month_texts
from cakupan.analytics.participants import newest_in_month
from cakupan.analytics.totals import family, roll_up
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record, replace
from cakupan.domain.regions import NATION_CODE, RegionDirectory

SEGMENTS = tuple(segment for segment in Segment if segment is not Segment.TOTAL)


class SegmentCourse(Record, frozen=True):
    """Participants as codes × months × segments; NaN where a region states no segments."""

    people: np.ndarray
    first_month: int
    _places: Mapping[str, int]

    @classmethod
    def of(cls, directory: RegionDirectory, participants: pd.DataFrame) -> "SegmentCourse":
        """Out of the ``participants`` frame; wholes are sums of their parts, as in totals.py."""
        codes = family(directory[NATION_CODE], directory)
        places = {code: place for place, code in enumerate(codes)}
        kinds = [segment.value for segment in SEGMENTS]
        columns = {kind: column for column, kind in enumerate(kinds)}
        rows = newest_in_month(participants.assign(month=month_numbers(participants["date"])))
        rows = rows[rows["segment"].isin(kinds)]
        first = int(rows["month"].min()) if len(rows) else 0
        width = int(rows["month"].max()) - first + 1 if len(rows) else 0
        cells = _cells(rows, places, first, width)
        stated = np.zeros(len(codes) * width, dtype="bool")
        stated[cells] = True
        place = cells * len(kinds) + rows["segment"].map(columns).to_numpy(dtype="int64")
        counts = rows["participants"].to_numpy(dtype="float64")
        sums = np.bincount(place, weights=counts, minlength=stated.size * len(kinds))
        known = np.where(np.repeat(stated, len(kinds)), sums, np.nan)
        index = pd.MultiIndex.from_product([codes, range(width * len(kinds))])
        whole = roll_up(pd.DataFrame({"participants": known}, index=index), codes, directory)
        people = whole["participants"].to_numpy().reshape(len(codes), width, len(kinds))
        return cls(people, first, places)

    def only(self, sees: Callable[[str], bool]) -> "SegmentCourse":
        """The same of regions that may be seen; of all others nothing is known."""
        hidden = [place for code, place in self._places.items() if not sees(code)]
        return replace(self, people=blanked(self.people, hidden))

    def at(self, code: str, on: date) -> dict[Segment, int] | None:
        """People of each segment in the month of a day; None where that month states none."""
        month = month_number(on) - self.first_month
        if not 0 <= month < self.people.shape[1]:
            return None
        people = self.people[self._places[code], month]
        if np.isnan(people).any():
            return None
        return {one: int(count) for one, count in zip(SEGMENTS, people, strict=True)}

    def line(self, code: str, *, until: date) -> pd.DataFrame:
        """Date · period · one column a segment that anybody listed; months that are known only."""
        end = max(0, month_number(until) - self.first_month + 1)
        people = self.people[self._places[code], :end]
        months = np.flatnonzero(~np.isnan(people).any(axis=1))
        numbers = pd.Index(months + self.first_month)
        listed = np.any(people[months] > 0, axis=0).tolist()
        return pd.DataFrame(
            {
                "date": month_ends(numbers),
                "period": month_texts(numbers),
                **{
                    segment.value: people[months, column]
                    for column, segment in enumerate(SEGMENTS)
                    if listed[column]
                },
            }
        )


def _cells(
    rows: pd.DataFrame, places: Mapping[str, int], first: int, width: int
) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    place = rows["region_code"].map(places).to_numpy(dtype="int64")
    cells: np.ndarray[tuple[int], np.dtype[np.int64]] = (
        place * width + rows["month"].to_numpy(dtype="int64") - first
    )
    return cells
