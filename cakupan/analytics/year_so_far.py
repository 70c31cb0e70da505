"""A year that is not over, month by month beside the same months of an earlier one.

What has not happened yet is not filled in, and no part of a year is held against a whole one.
"""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.comparison import Comparison, compare_months
from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.panel import Panel
from cakupan.domain.records import Record


class YearSoFar(Record, frozen=True):
    """The months of a year up to the one shown, each with the same month of the earlier year.

    ``months`` has one comparison a calendar month from January on. ``growth`` is of the average
    over the months that can be compared, ``compared`` of them; None where none can.
    """

    year: int
    base_year: int
    months: tuple[Comparison, ...]
    compared: int
    growth: Fraction | None

    @property
    def complete(self) -> bool:
        """Whether the year has all twelve months."""
        return len(self.months) == MONTHS_A_YEAR and all(
            month.after.participants for month in self.months
        )

    @property
    def stated(self) -> int:
        """How many months of the year have participants."""
        return sum(month.after.participants is not None for month in self.months)


def year_so_far(panel: Panel, code: str, *, month: int, years_back: int) -> YearSoFar:
    """The year of ``month``, a month's number, as it stood then; nothing later is looked at."""
    january = month - month % MONTHS_A_YEAR
    months = compare_months(
        panel, code, range(january, month + 1), months_back=years_back * MONTHS_A_YEAR
    )
    known = [each for each in months if each.growth is not None]
    year = 1970 + january // MONTHS_A_YEAR
    return YearSoFar(
        year=year,
        base_year=year - years_back,
        months=months,
        compared=len(known),
        growth=_growth_of_average(known),
    )


def _growth_of_average(months: Sequence[Comparison]) -> Fraction | None:
    """Growth of the mean over the months; the number of months cancels out."""
    before = sum((each.before.participants.exact for each in months if each.before.participants), 0)
    after = sum((each.after.participants.exact for each in months if each.after.participants), 0)
    return Fraction(after) / Fraction(before) - 1 if before else None
