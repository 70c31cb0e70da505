"""What if: so many people a month, a workforce that grows so fast, another goal or another year.

The workforce changes once a year, with the survey it is counted by; all of it is exact.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from cakupan.analytics.arrival import LAST_YEAR, months_later
from cakupan.analytics.gaps import months_left, people_a_month, people_needed, workers_after
from cakupan.domain.periods import Period
from cakupan.domain.records import Record


class Assumption(Record, frozen=True):
    """What is assumed: ``growth`` of the workforce a year as ratio, people added a month, goal."""

    growth: Decimal
    a_month: int
    year: int
    ratio: Decimal


class WhatIf(Record, frozen=True):
    """What follows by the end of the assumed year.

    ``needed`` people are missing to the goal from today on, ``a_month`` of them each month (None
    where no month is left). With the additions assumed, coverage is then ``coverage``, and
    ``short`` people are missing; below zero they are more than needed. ``arrives`` is the first
    month in which the goal is reached, None if not until LAST_YEAR. ``line`` holds year and
    coverage at each 31 December.
    """

    assumed: Assumption
    needed: int
    months: int
    a_month: int | None
    workers: Fraction
    coverage: Fraction
    short: int
    arrives: Period | None
    line: tuple[tuple[int, Fraction], ...]


def what_if(participants: int, workers: int, *, period: Period, assumed: Assumption) -> WhatIf:
    """The answer for a region with so many participants of ``workers`` (above zero) today."""
    months = months_left(period, assumed.year)
    base = workers_then(workers, period=period, assumed=assumed, year=assumed.year)
    needed = people_needed(participants, base, ratio=assumed.ratio)
    reached = participants + assumed.a_month * months
    years = range(period.year, max(assumed.year, period.year) + 1)
    line = [
        (
            year,
            (participants + assumed.a_month * months_left(period, year))
            / workers_then(workers, period=period, assumed=assumed, year=year),
        )
        for year in years
    ]
    return WhatIf(
        assumed=assumed,
        needed=needed,
        months=months,
        a_month=people_a_month(needed, months),
        workers=base,
        coverage=reached / base,
        short=ceil(Fraction(assumed.ratio) * base) - reached,
        arrives=goal_month(participants, workers, period=period, assumed=assumed),
        line=tuple(line),
    )


def workers_then(workers: int, *, period: Period, assumed: Assumption, year: int) -> Fraction:
    """The workforce of a year not before that of ``period``: ``D0·(1+g)^(y−t0)``."""
    return workers_after(workers, growth=assumed.growth, years=max(0, year - period.year))


def goal_month(
    participants: int, workers: int, *, period: Period, assumed: Assumption
) -> Period | None:
    """The first month, from that of ``period`` on, in which participants reach the goal's share."""
    elapsed = 0
    for year in range(period.year, LAST_YEAR + 1):
        base = workers_then(workers, period=period, assumed=assumed, year=year)
        missing = ceil(Fraction(assumed.ratio) * base) - participants
        until = months_left(period, year)
        if missing <= elapsed * assumed.a_month:
            return months_later(period, elapsed)
        if missing <= until * assumed.a_month:
            return months_later(period, ceil(Fraction(missing, assumed.a_month)))
        # The next year's workforce counts from its January on.
        elapsed = until + 1
    return None
