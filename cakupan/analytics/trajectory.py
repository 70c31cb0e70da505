"""The way to a target: marks reached so far, the straight path ahead, where the pace leads.

Judging the pace is assessment.py, counting people is gaps.py.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pandas as pd

from cakupan.analytics.months import MONTHS_A_YEAR, month_number
from cakupan.analytics.summary import Outlook
from cakupan.domain.records import Record

_FEWEST_CHANGES = 2


class Mark(Record, frozen=True):
    """Coverage reached on one day, exact."""

    day: date
    coverage: Fraction

    def years_to(self, day: date) -> Fraction:
        """Years from here to another day, counted in whole months."""
        return Fraction(month_number(day) - month_number(self.day), MONTHS_A_YEAR)

    def points_a_year(self, goal: "Mark") -> Fraction | None:
        """Straight pace from here to a later mark, as ratio; None where it is not later."""
        years = self.years_to(goal.day)
        return (goal.coverage - self.coverage) / years if years > 0 else None


def same_month_marks(trend: pd.DataFrame, *, month: int) -> tuple[Mark, ...]:
    """Marks of a trend in one calendar month (1–12), oldest first: the comparable ones."""
    rows = trend[trend["coverage"].notna() & (trend["date"].dt.month == month)]
    return tuple(
        Mark(when.date(), Fraction(int(participants), int(workers)))
        for when, participants, workers in zip(
            rows["date"], rows["participants"], rows["workers"], strict=True
        )
    )


def glide_path(current: Mark | None, goal: Mark | None) -> pd.DataFrame:
    """The straight way ``p0 + (pT − p0)(y − t0)/(T − t0)``: date · coverage, each 31 December.

    Begins at ``current``, ends at ``goal``; empty where either is missing, where the goal is
    reached or its day is past.
    """
    path: dict[date, float] = {}
    pace = current.points_a_year(goal) if current and goal else None
    if current and goal and pace and pace > 0:
        path = {
            day: float(current.coverage + pace * current.years_to(day))
            for day in _yearly(current.day, goal.day)
        }
    return pd.DataFrame(
        {
            "date": pd.Series(list(path), dtype="datetime64[us]"),
            "coverage": pd.Series(list(path.values()), dtype="float64"),
        }
    )


def yearly_changes(marks: Sequence[Mark]) -> list[Fraction]:
    """Change of coverage between every two marks that lie exactly a year apart, in their order."""
    reached = {month_number(mark.day): mark.coverage for mark in marks}
    return [
        coverage - reached[month - MONTHS_A_YEAR]
        for month, coverage in reached.items()
        if month - MONTHS_A_YEAR in reached
    ]


def outlook(marks: Sequence[Mark], *, due: date | None) -> Outlook | None:
    """Coverage by ``due`` if every year were like the worst, or the best, of those observed.

    ``marks`` are same-month marks, oldest first; the last is where the way goes on from. None
    with fewer than two observed yearly changes, or without a day ahead. Straight lines: the high
    end may pass 1, but neither falls below 0.
    """
    changes = yearly_changes(marks)
    if due is None or len(changes) < _FEWEST_CHANGES or marks[-1].years_to(due) <= 0:
        return None
    ahead = marks[-1].years_to(due)
    low, high = (marks[-1].coverage + change * ahead for change in (min(changes), max(changes)))
    return Outlook(year=due.year, low=max(0.0, float(low)), high=max(0.0, float(high)))


def _yearly(first: date, last: date) -> list[date]:
    """The first day and every 31 December of a later month, up to ``last``."""
    ends = [date(year, 12, 31) for year in range(first.year, last.year + 1)]
    return [first, *(end for end in ends if month_number(end) > month_number(first))]
