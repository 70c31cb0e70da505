"""Is the pace enough? Actual over required pace, with every component and the reason why not.

Ratios are exact fractions, so no rounding decides on which side of a cut-off one falls.
"""

import math
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cakupan.analytics.months import month_number
from cakupan.analytics.summary import Assessment, Reason, Status
from cakupan.analytics.trajectory import Mark

ON_TRACK_FROM = Fraction(95, 100)
ACCELERATE_FROM = Fraction(60, 100)


def pace_status(ratio: Fraction | float) -> Status:
    """The word for a ratio of actual to required pace, linear or compound."""
    if ratio < 0:
        return Status.FALLING
    if ratio < ACCELERATE_FROM:
        return Status.FAR_BEHIND
    return Status.ACCELERATE if ratio < ON_TRACK_FROM else Status.ON_TRACK


def not_assessed(reason: Reason | None) -> Assessment:
    """An assessment without components, where there is no coverage to assess."""
    return Assessment(Status.NOT_ASSESSED, reason, None, None, None, None, None, None)


def assess(current: Mark, *, start: Mark | None, ratio: Decimal, due: date | None) -> Assessment:
    """Status of ``current`` on the way from ``start`` to ``ratio`` on the day ``due``.

    ``R = [(pt − p0)/(t − t0)] / [(pT − p0)/(T − t0)]``; a target reached is reached, whatever its
    year. Components are given as far as they exist, also where there is no verdict.
    """
    goal = Mark(due, Fraction(ratio)) if due else None
    actual = start.points_a_year(current) if start else None
    required = start.points_a_year(goal) if start and goal else None
    pace = actual / required if actual is not None and required and required > 0 else None
    reached = current.coverage >= Fraction(ratio)
    reason = None if reached else _reason(current, start=start, goal=goal)
    status = Status.NOT_ASSESSED if reason or pace is None else pace_status(pace)
    return Assessment(
        status=Status.REACHED if reached else status,
        reason=reason,
        ratio=pace,
        cagr_ratio=_cagr_ratio(current, start=start, goal=goal) if pace is not None else None,
        start=start.day if start else None,
        start_coverage=float(start.coverage) if start else None,
        points_a_year=None if actual is None else float(actual),
        required_points_a_year=None if required is None else float(required),
    )


def _reason(current: Mark, *, start: Mark | None, goal: Mark | None) -> Reason | None:
    """The first thing that stands in the way of a verdict on a target not yet reached."""
    if goal is None:
        return Reason.NO_TARGET_YEAR
    if month_number(current.day) > month_number(goal.day):
        return Reason.AFTER_TARGET_YEAR
    if start is None or start.years_to(current.day) <= 0:
        return Reason.TOO_FEW_POINTS
    return Reason.TARGET_NOT_ABOVE_START if goal.coverage <= start.coverage else None


def _cagr_ratio(current: Mark, *, start: Mark | None, goal: Mark | None) -> float | None:
    """``CAGR actual / CAGR required``; growth from nothing has no rate."""
    if start is None or goal is None or start.coverage == 0:
        return None
    return _yearly_growth(start, current) / _yearly_growth(start, goal)


def _yearly_growth(start: Mark, end: Mark) -> float:
    return math.pow(end.coverage / start.coverage, 1 / start.years_to(end.day)) - 1
