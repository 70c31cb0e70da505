"""When the pace observed so far reaches a target: a month, and the range it may fall in."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.trajectory import Mark, yearly_changes
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

FEWEST_CHANGES = 2
LAST_YEAR = 2100
"""Further ahead nothing is foretold: that is as good as never."""


class Arrival(Record, frozen=True):
    """The month a target is reached in by the mean pace, by the best year and by the worst.

    None stands for never, or after ``LAST_YEAR``. Paces are in ratio a year. ``changes`` is how
    many yearly changes were observed.
    """

    mean: Period | None
    earliest: Period | None
    latest: Period | None
    mean_pace: Fraction
    best_pace: Fraction
    worst_pace: Fraction
    changes: int


def arrival(marks: Sequence[Mark], *, ratio: Decimal) -> Arrival | None:
    """``t + (pT − pt)/(points a year)`` from the last of same-month marks, oldest first.

    The mean pace runs from the first mark to the last. None with fewer than two observed yearly
    changes: one year alone says nothing of the next.
    """
    changes = yearly_changes(marks)
    mean = marks[0].points_a_year(marks[-1]) if marks else None
    if mean is None or len(changes) < FEWEST_CHANGES:
        return None
    best, worst = max(changes), min(changes)
    return Arrival(
        mean=arrival_month(marks[-1], ratio=ratio, pace=mean),
        earliest=arrival_month(marks[-1], ratio=ratio, pace=best),
        latest=arrival_month(marks[-1], ratio=ratio, pace=worst),
        mean_pace=mean,
        best_pace=best,
        worst_pace=worst,
        changes=len(changes),
    )


def arrival_month(current: Mark, *, ratio: Decimal, pace: Fraction) -> Period | None:
    """The first month in which a straight line of ``pace`` a year reaches ``ratio``."""
    missing = Fraction(ratio) - current.coverage
    if missing <= 0:
        return months_later(Period.of_day(current.day), 0)
    if pace <= 0:
        return None
    return months_later(Period.of_day(current.day), ceil(missing * MONTHS_A_YEAR / pace))


def months_later(period: Period, months: int) -> Period | None:
    """The month so many after the last one of a period; None after ``LAST_YEAR``."""
    years, month = divmod(period.end.month - 1 + months, MONTHS_A_YEAR)
    year = period.year + years
    return Period.of_month(year, month + 1) if year <= LAST_YEAR else None
