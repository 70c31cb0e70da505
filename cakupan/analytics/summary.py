"""What one look at a region must answer: the frozen result that pages, slides and API share."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

import pandas as pd

from cakupan.analytics.breaks import Break
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.reference import Target


class Status(StrEnum):
    """Pace against the linear glide path (methods: 0,95 and 0,60 are the cut-offs)."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    ACCELERATE = "accelerate"
    FAR_BEHIND = "far_behind"
    FALLING = "falling"
    NOT_ASSESSED = "not_assessed"


class Reason(StrEnum):
    """Why something is not assessed; each has a sentence in texts/."""

    NO_DATA = "no_data"
    NO_DENOMINATOR = "no_denominator"
    INCOMPLETE = "incomplete"
    TOO_FEW_POINTS = "too_few_points"
    NO_TARGET_YEAR = "no_target_year"
    AFTER_TARGET_YEAR = "after_target_year"
    TARGET_NOT_ABOVE_START = "target_not_above_start"
    NO_SAME_MONTH = "no_same_month"
    ACROSS_BREAK = "across_break"


class Headline(Record, frozen=True):
    """Coverage of the region at one period. Without full parts there is no coverage.

    ``covered_part`` is the ratio of sums over the parts that have both numbers; it is shown only
    under that name. Where the parts' workforce stems from several periods, ``workers_period`` is
    the newest of them and ``workers_period_oldest`` the oldest; else they are the same.
    """

    region_code: str
    period: Period
    participants: int | None
    workers: int | None
    coverage: float | None
    workers_period: Period | None
    parts_with_data: int
    parts_expected: int
    covered_part: float | None
    sample: bool
    reason: Reason | None
    workers_period_oldest: Period | None = None


class Assessment(Record, frozen=True):
    """Status with every component it rests on; ``ratio`` is actual over required pace.

    ``required_points_a_year`` is the straight pace from the start to the target, the one that
    ``points_a_year``, the pace kept so far, is measured by. Both are ratios (0.02 is 2 points).
    """

    status: Status
    reason: Reason | None
    ratio: Fraction | None
    cagr_ratio: float | None
    start: date | None
    start_coverage: float | None
    points_a_year: float | None
    required_points_a_year: float | None


class TargetGap(Record, frozen=True):
    """Distance to one target in people. Without a year there is no monthly need.

    ``months_left`` is 0 once the target's year is over. ``same_denominator`` is False where the
    target was stated for another base than the one shown.
    """

    target: Target
    people_needed: int | None
    months_left: int | None
    people_a_month: int | None
    assessment: Assessment
    same_denominator: bool


class YearOnYear(Record, frozen=True):
    """Change against the same month of the year before. Counts grow in %, ratios in points.

    ``participants_part + workers_part == points`` exactly (in points as ratios).
    """

    from_period: Period
    to_period: Period
    participants_change: int | None
    participants_growth: float | None
    points: float | None
    participants_part: float | None
    workers_part: float | None
    reason: Reason | None


class Outlook(Record, frozen=True):
    """Where the present pace leads by ``year``: the range of the observed yearly changes."""

    year: int
    low: float
    high: float


class Summary(Record, frozen=True):
    """Everything the Ringkasan page shows of one region, period and denominator.

    ``trend``     date · period · participants · workers · coverage · sample, one row a month
    ``glide``     date · coverage: the straight way to the newest dated target, yearly points
    ``ranking``   region_code · participants · workers · coverage · points · growth · rank ·
                  rank_change · sample, best first; NaN coverage last, without a rank
    ``segments``  segment · participants · share · sample, in the order PU, BPU, JAKON, PMI

    Counts, ranks and ratios in frames are float64 (exact for whole numbers below 2**53) with NaN
    for a missing one; ``date`` is datetime64, ``sample`` bool. ``trend`` ends at the period shown
    and has a row for each month in which the region or a part of it has participants, so a month
    with a part missing is a row of NaN. A coverage above 1 is listed after the ranked rows,
    without a rank. ``rank_change`` is positive for a climb, NaN without a rank a year before.
    ``glide`` and ``segments`` are empty, with their columns, where there is nothing to show.
    ``breaks`` lie in the trend, oldest first.
    """

    headline: Headline
    gaps: tuple[TargetGap, ...]
    year_on_year: YearOnYear
    outlook: Outlook | None
    trend: pd.DataFrame
    glide: pd.DataFrame
    ranking: pd.DataFrame
    segments: pd.DataFrame
    breaks: tuple[Break, ...] = ()
