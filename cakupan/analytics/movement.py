"""A region and its parts from one month to another: everything the Pertumbuhan page tells.

No formula of its own comes in here.
"""

from collections.abc import Sequence

from cakupan.analytics.comparison import Comparison, comparable_years, compare, pooled
from cakupan.analytics.contributions import Contributions, contributions
from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.panel import Panel
from cakupan.analytics.year_so_far import YearSoFar, year_so_far
from cakupan.domain.records import Record
from cakupan.domain.regions import Region


class Movement(Record, frozen=True):
    """From the month ``before`` to the month ``after``, given by their numbers.

    ``pooled`` are the parts that can be compared, as if they were one region; ``bases`` the months
    that ``before`` could be, newest first; ``year`` the months of the year so far.
    """

    before: int
    after: int
    whole: Comparison
    parts: tuple[Comparison, ...]
    pooled: Comparison | None
    contributions: Contributions | None
    bases: Sequence[int]
    year: YearSoFar

    @property
    def years(self) -> int:
        """How many years lie between the two months."""
        return (self.after - self.before) // MONTHS_A_YEAR


def movement(panel: Panel, region: Region, *, month: int, before: int | None) -> Movement:
    """The movement up to ``month`` since ``before``, a month's number, or for None a year.

    ``before`` counts only where it is one of the months that can be compared.
    """
    bases = comparable_years(panel, region.code, month)
    start = before if before is not None and before in bases else month - MONTHS_A_YEAR
    codes = [region.code, *(part.code for part in panel.directory.parts(region.code))]
    whole, *parts = compare(panel, codes, before=start, after=month)
    return Movement(
        before=start,
        after=month,
        whole=whole,
        parts=tuple(parts),
        pooled=pooled(parts),
        contributions=contributions(whole, parts),
        bases=bases,
        year=year_so_far(
            panel, region.code, month=month, years_back=(month - start) // MONTHS_A_YEAR
        ),
    )
