"""Two months of a region side by side, exactly: what is known of each, and what may be said of it.

Which months are compared is decided by the caller: the same month of two years. Nothing is said
across a break.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import numpy as np

from cakupan.analytics.growth import PointsChange, decompose
from cakupan.analytics.kinds import Change, differences
from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.panel import Panel
from cakupan.analytics.rounding import GrowthBounds, Rounded, growth_bounds
from cakupan.domain.records import Record

_OF_WORKERS = frozenset({Change.WORKERS_PUBLISHER})


class Count(Record, frozen=True, dict=True):  # what is asked for often is kept
    """Participants and workers of one region in one month, as stated; None where nobody states."""

    participants: Rounded | None
    workers: Rounded | None

    @cached_property
    def coverage(self) -> Fraction | None:
        """``N/D``, exact; None where either is missing."""
        if self.participants is None or self.workers is None:
            return None
        return self.participants.exact / self.workers.exact

    @cached_property
    def is_exact(self) -> bool:
        """Whether neither is known to be rounded."""
        return not any(each and each.unit for each in (self.participants, self.workers))

    @cached_property
    def range(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest coverage that the rounding of both allows."""
        if self.participants is None or self.workers is None or self.workers.low <= 0:
            return None
        return (
            self.participants.low / self.workers.high,
            self.participants.high / self.workers.low,
        )


class Comparison(Record, frozen=True, dict=True):  # as above
    """One region in two months. What cannot be said is None.

    ``changes`` are the breaks between the two: participants are not compared across one of
    theirs, the workforce not across one of its own, coverage not across any. ``ranked`` says
    whether the later coverage may be called best or worst of any.
    """

    region_code: str
    before: Count
    after: Count
    changes: tuple[Change, ...]
    ranked: bool = False

    @cached_property
    def counted_alike(self) -> bool:
        """Whether participants of both months are of one kind, whatever the workforce."""
        return set(self.changes) <= _OF_WORKERS

    @cached_property
    def growth(self) -> GrowthBounds | None:
        """Relative growth of participants, with what their rounding allows."""
        if not self.counted_alike:
            return None
        return _growth(self.before.participants, self.after.participants)

    @cached_property
    def workers_growth(self) -> GrowthBounds | None:
        """Relative growth of the workforce, with what its rounding allows."""
        if Change.WORKERS_PUBLISHER in self.changes:
            return None
        return _growth(self.before.workers, self.after.workers)

    @cached_property
    def points(self) -> PointsChange | None:
        """The change of coverage and its two parts, exact."""
        before, after = self.before, self.after
        if self.changes or not (
            before.participants and before.workers and after.participants and after.workers
        ):
            return None
        return decompose(
            n0=int(before.participants.exact),
            d0=int(before.workers.exact),
            n1=int(after.participants.exact),
            d1=int(after.workers.exact),
        )

    @cached_property
    def points_range(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest change of coverage that rounding allows."""
        if self.points and self.before.is_exact and self.after.is_exact:
            return self.points.points, self.points.points
        before, after = self.before.range, self.after.range
        if self.points is None or before is None or after is None:
            return None
        return after[0] - before[1], after[1] - before[0]


def compare(
    panel: Panel, codes: Sequence[str], *, before: int, after: int
) -> tuple[Comparison, ...]:
    """Each region in two months, given by their numbers, in the order of ``codes``."""
    return tuple(_compared(panel, codes, [before], [after]))


def compare_months(
    panel: Panel, code: str, months: Sequence[int], *, months_back: int
) -> tuple[Comparison, ...]:
    """One region in each of these months against the month so many months earlier."""
    earlier = [month - months_back for month in months]
    return tuple(_compared(panel, [code], earlier, months))


def pooled(parts: Sequence[Comparison]) -> Comparison | None:
    """The parts that can be compared as if they were one region: ratios of sums, both months.

    None where there is none. It stands for those parts alone, not for the region they belong to.
    """
    known = [part for part in parts if part.points is not None]
    if not known:
        return None
    return Comparison(
        region_code="",
        before=_sum([part.before for part in known]),
        after=_sum([part.after for part in known]),
        changes=(),
    )


def comparable_years(panel: Panel, code: str, month: int) -> list[int]:
    """Numbers of the earlier months, whole years before ``month``, with participants; newest first.

    Of the region itself, or of any part of it.
    """
    codes = [code, *(part.code for part in panel.directory.parts(code))]
    earlier = list(range(month - MONTHS_A_YEAR, panel.first_month - 1, -MONTHS_A_YEAR))
    known = ~np.isnan(panel.block(codes, earlier, only=["participants"])["participants"])
    return [each for each, stated in zip(earlier, known.any(axis=0), strict=True) if stated]


def _compared(
    panel: Panel, codes: Sequence[str], before: Sequence[int], after: Sequence[int]
) -> Iterator[Comparison]:
    """Each code with each pair of months."""
    then, now = panel.block(codes, before), panel.block(codes, after)
    broken = differences(then, now)
    for row, code in enumerate(codes):
        for column in range(len(after)):
            place = (row, column)
            changes = tuple(change for change, apart in broken.items() if apart[place])
            yield Comparison(
                region_code=code,
                before=_count(then, place),
                after=_count(now, place),
                changes=changes,
                ranked=bool(now["ranked"][place]),
            )


def _growth(before: Rounded | None, after: Rounded | None) -> GrowthBounds | None:
    return growth_bounds(before, after) if before and after else None


def _count(block: Mapping[str, np.ndarray], place: tuple[int, int]) -> Count:
    return Count(
        _rounded(block["participants"][place], block["participants_unit"][place]),
        _rounded(block["workers"][place], block["workers_unit"][place]),
    )


def _rounded(value: float, unit: float) -> Rounded | None:
    """A count of a panel; NaN is none. Whole numbers below 2**53 are exact there."""
    return None if math.isnan(value) else Rounded(Decimal(int(value)), Decimal(int(unit)))


def _sum(counts: Sequence[Count]) -> Count:
    """Added up; the units of rounded figures add up too."""
    return Count(
        _total([count.participants for count in counts if count.participants]),
        _total([count.workers for count in counts if count.workers]),
    )


def _total(figures: Sequence[Rounded]) -> Rounded:
    return Rounded(
        sum((figure.value for figure in figures), Decimal(0)),
        sum((figure.unit for figure in figures), Decimal(0)),
    )
