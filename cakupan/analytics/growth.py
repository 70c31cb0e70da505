"""Change over a year: counts in percent, ratios in points, split into what caused it.

Only same-month pairs come in; who is compared with whom is decided by the caller.
"""

from fractions import Fraction

from cakupan.analytics.summary import Headline, Reason, YearOnYear
from cakupan.domain.records import Record


class PointsChange(Record, frozen=True):
    """A change of coverage, as ratios: ``participants_part + workers_part == points``, exactly."""

    points: Fraction
    participants_part: Fraction
    workers_part: Fraction


def relative_growth(before: int, after: int) -> Fraction | None:
    """``(x1 − x0)/x0``; None where it would grow from nothing."""
    return Fraction(after - before, before) if before else None


def decompose(*, n0: int, d0: int, n1: int, d1: int) -> PointsChange:
    """``Δp = ΔN/D0 − N1·ΔD/(D0·D1)``: what participants brought, what the workforce took.

    ``n`` are participants, ``d`` workers (above zero), before and after.
    """
    return PointsChange(
        points=Fraction(n1, d1) - Fraction(n0, d0),
        participants_part=Fraction(n1 - n0, d0),
        workers_part=-Fraction(n1 * (d1 - d0), d0 * d1),
    )


def year_on_year(now: Headline, before: Headline) -> YearOnYear:
    """The change between two headlines of one region; what cannot be said is None, with why."""
    change = growth = None
    if now.participants is not None and before.participants is not None:
        change = now.participants - before.participants
        growth = relative_growth(before.participants, now.participants)
    split = _split(now, before)
    return YearOnYear(
        from_period=before.period,
        to_period=now.period,
        participants_change=change,
        participants_growth=None if growth is None else float(growth),
        points=float(split.points) if split else None,
        participants_part=float(split.participants_part) if split else None,
        workers_part=float(split.workers_part) if split else None,
        reason=None if split else _reason(now, before),
    )


def _split(now: Headline, before: Headline) -> PointsChange | None:
    if (
        now.participants is None
        or before.participants is None
        or not now.workers
        or not before.workers
    ):
        return None
    return decompose(n0=before.participants, d0=before.workers, n1=now.participants, d1=now.workers)


def _reason(now: Headline, before: Headline) -> Reason | None:
    if now.reason:
        return now.reason
    return Reason.NO_SAME_MONTH if before.reason is Reason.NO_DATA else before.reason
