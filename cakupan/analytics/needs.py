"""What a target asks for, year by year, while the workforce changes: people to add, exactly.

Years are whole here: the figure shown stands for its year, the target for the last one.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from cakupan.analytics.gaps import months_left, people_a_month, workers_after
from cakupan.domain.periods import Period
from cakupan.domain.records import Record


class YearNeed(Record, frozen=True):
    """What 31 December of ``year`` asks for on the straight way.

    ``participants`` is Nreq, rounded up to a whole person. ``additions`` are those of the
    ``months`` since the step before; below zero where a shrinking workforce asks for fewer.
    """

    year: int
    coverage: Fraction
    workers: Fraction
    participants: int
    additions: int
    months: int
    a_month: int


def glide_coverage(start: Fraction, goal: Fraction, *, elapsed: int, total: int) -> Fraction:
    """``p*(y) = p0 + (pT − p0)(y − t0)/(T − t0)`` after ``elapsed`` of ``total`` years.

    With no year between the two, the goal itself.
    """
    return start + (goal - start) * Fraction(elapsed, total) if total else goal


def yearly_needs(
    participants: int,
    workers: int,
    *,
    period: Period,
    ratio: Decimal,
    year: int,
    growth: Decimal,
) -> tuple[YearNeed, ...]:
    """``Nreq(y) = p*(y)·D0(1+g)^(y−t0)`` for each year from the one of ``period`` to ``year``.

    ``workers`` is above zero. Empty once the target's last month has come. The months of the steps
    add up to those left, their additions to the whole need.
    """
    if not months_left(period, year):
        return ()
    total = year - period.year
    needs: list[YearNeed] = []
    held, passed = participants, 0
    for elapsed in range(1, total + 1) if total else (0,):
        base = workers_after(workers, growth=growth, years=elapsed)
        coverage = glide_coverage(
            Fraction(participants, workers), Fraction(ratio), elapsed=elapsed, total=total
        )
        required, months = ceil(coverage * base), months_left(period, period.year + elapsed)
        needs.append(
            YearNeed(
                year=period.year + elapsed,
                coverage=coverage,
                workers=base,
                participants=required,
                additions=required - held,
                months=months - passed,
                a_month=people_a_month(max(0, required - held), months - passed) or 0,
            )
        )
        held, passed = required, months
    return tuple(needs)
