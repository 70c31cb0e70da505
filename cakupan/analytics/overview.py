"""One look at a region: everything the Ringkasan page shows, asked of the other modules in turn.

No formula of its own comes in here.
"""

from collections.abc import Sequence
from fractions import Fraction

from cakupan.analytics.breaks import Break, break_between, breaks
from cakupan.analytics.gaps import target_gap
from cakupan.analytics.growth import year_on_year
from cakupan.analytics.headline import headline
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.analytics.ranking import ranking
from cakupan.analytics.refusal import refuse, refuse_rows
from cakupan.analytics.segments import segment_split
from cakupan.analytics.standing import standing
from cakupan.analytics.summary import Summary
from cakupan.analytics.trajectory import Mark, glide_path, outlook
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import Region


def summarise(
    panel: Panel,
    *,
    region: Region,
    targets: Sequence[Target],
    denominator_id: str,
    period: Period,
) -> Summary:
    """The summary of ``region`` as it stood at ``period``, a month; nothing later is looked at.

    ``panel`` measures against the denominator of this id. Of ``targets`` those of the region
    count, in the order given.
    """
    earlier = period.same_month_last_year()
    codes = [region.code, *(part.code for part in panel.directory.parts(region.code))]
    months = [panel.in_month(codes, when) for when in (period, earlier)]
    stand = standing(panel, region=region, period=period)
    now, marks = stand.headline, stand.marks
    before = headline(months[1], region=region, period=earlier, workforce=panel.workforce)
    parts = [month.iloc[1:] for month in months]
    aims = [target for target in targets if target.region_code == region.code]
    goal = _newest_goal(aims)
    return Summary(
        headline=now,
        gaps=tuple(
            target_gap(target, now=now, marks=marks, denominator_id=denominator_id)
            for target in aims
        ),
        year_on_year=refuse(year_on_year(now, before), _break(panel, region, period, earlier)),
        outlook=outlook(marks, due=goal.day if goal else None),
        trend=stand.line,
        glide=glide_path(marks[-1] if marks else None, goal),
        ranking=refuse_rows(ranking(*parts), *parts),
        segments=segment_split(
            panel.participants_in(period), region=region, directory=panel.directory
        ),
        breaks=tuple(breaks(panel, region.code, until=period.end)),
    )


def _break(panel: Panel, region: Region, period: Period, earlier: Period) -> Break | None:
    months = {"before": month_number(earlier.end), "after": month_number(period.end)}
    return break_between(panel, region.code, **months)


def _newest_goal(targets: Sequence[Target]) -> Mark | None:
    """The dated target furthest ahead; of two in one year the higher."""
    goals = [Mark(due.end, Fraction(t.ratio)) for t in targets if (due := t.due())]
    return max(goals, key=lambda goal: (goal.day, goal.coverage), default=None)
