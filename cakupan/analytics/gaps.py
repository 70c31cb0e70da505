"""The distance to a target: in people and in people a month, exact to the last person."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil

from cakupan.analytics.assessment import assess, not_assessed
from cakupan.analytics.months import MONTHS_A_YEAR
from cakupan.analytics.summary import Headline, TargetGap
from cakupan.analytics.trajectory import Mark
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target


def workers_after(workers: int, *, growth: Decimal, years: int) -> Fraction:
    """Workforce ``D0 · (1 + g)^years`` after whole years; ``growth`` is 0.015 for 1,5% a year."""
    return workers * _grown(growth, years)


@lru_cache(maxsize=256)
def _grown(growth: Decimal, years: int) -> Fraction:
    """By how much everybody's workforce grows: worked out once for all parts of a region."""
    return (1 + Fraction(growth)) ** years


def people_needed(participants: int, workers: int | Fraction, *, ratio: Decimal) -> int:
    """People missing to the target: ``ceil(ratio · workers) − participants``, 0 when reached."""
    return max(0, ceil(Fraction(ratio) * workers) - participants)


def months_left(period: Period, year: int) -> int:
    """Months from the month of a figure to 31 December of ``year``: October 2025 to 2030 is 62.

    0 once the year is over.
    """
    return max(0, (year - period.year) * MONTHS_A_YEAR + MONTHS_A_YEAR - period.end.month)


def people_a_month(people: int, months: int) -> int | None:
    """People to add each month, rounded up; None where people are missing and no month is left."""
    if not people:
        return 0
    return ceil(Fraction(people, months)) if months else None


def target_gap(
    target: Target, *, now: Headline, marks: Sequence[Mark], denominator_id: str
) -> TargetGap:
    """The gap between a headline and a target, with the workforce held as it is.

    ``marks`` are the same-month marks up to ``now``, oldest first, none without coverage. The
    first of them is the start the pace is measured from.
    """
    due = target.due()
    people = months = None
    if now.participants is not None and now.workers:
        people = people_needed(now.participants, now.workers, ratio=target.ratio)
    if target.year is not None:
        months = months_left(now.period, target.year)
    return TargetGap(
        target=target,
        people_needed=people,
        months_left=months,
        people_a_month=None if people is None or months is None else people_a_month(people, months),
        assessment=assess(
            marks[-1],
            start=marks[0] if len(marks) > 1 else None,
            ratio=target.ratio,
            due=due.end if due else None,
        )
        if marks
        else not_assessed(now.reason),
        same_denominator=target.denominator == denominator_id,
    )
