"""One look at a region: everything the Ringkasan page shows, asked of the other modules in turn.

No formula of its own comes in here.
"""

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from cakupan.analytics.coverage import coverage_table, in_month
from cakupan.analytics.gaps import target_gap
from cakupan.analytics.growth import year_on_year
from cakupan.analytics.headline import headline
from cakupan.analytics.months import month_number
from cakupan.analytics.ranking import ranking
from cakupan.analytics.segments import segment_split
from cakupan.analytics.summary import Summary
from cakupan.analytics.trajectory import Mark, glide_path, outlook, same_month_marks
from cakupan.analytics.trend import trend
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import Region, RegionDirectory


def summarise(
    *,
    region: Region,
    directory: RegionDirectory,
    participants: pd.DataFrame,
    workforce: pd.DataFrame,
    targets: Sequence[Target],
    denominator_id: str,
    period: Period,
) -> Summary:
    """The summary of ``region`` as it stood at ``period``; nothing later is looked at.

    ``participants`` and ``workforce`` are the frames of the package docstring, the workforce of
    one denominator; rows of other regions are ignored. Of ``targets`` those of the region count,
    in the order given.
    """
    table = coverage_table(
        region=region,
        directory=directory,
        participants=participants,
        workforce=workforce,
        until=period.end,
    )
    periods = (period, period.same_month_last_year())
    months = [in_month(table, month_number(when.end)) for when in periods]
    now, before = (
        headline(month, region=region, directory=directory, period=when, workforce=workforce)
        for month, when in zip(months, periods, strict=True)
    )
    line = trend(table, region.code)
    marks = same_month_marks(line, month=period.end.month) if now.coverage is not None else ()
    aims = [target for target in targets if target.region_code == region.code]
    goal = _newest_goal(aims)
    return Summary(
        headline=now,
        gaps=tuple(
            target_gap(target, now=now, marks=marks, denominator_id=denominator_id)
            for target in aims
        ),
        year_on_year=year_on_year(now, before),
        outlook=outlook(marks, due=goal.day if goal else None),
        trend=line,
        glide=glide_path(marks[-1] if marks else None, goal),
        ranking=ranking(*months, region=region, directory=directory),
        segments=segment_split(participants, region=region, directory=directory, period=period),
    )


def _newest_goal(targets: Sequence[Target]) -> Mark | None:
    """The dated target furthest ahead; of two in one year the higher."""
    goals = [Mark(due.end, Fraction(t.ratio)) for t in targets if (due := t.due())]
    return max(goals, key=lambda goal: (goal.day, goal.coverage), default=None)
