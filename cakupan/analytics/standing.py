"""Where a region stands: its headline, its line over time, and the marks its pace is judged by."""

import pandas as pd

from cakupan.analytics.headline import headline
from cakupan.analytics.panel import Panel
from cakupan.analytics.refusal import of_one_kind
from cakupan.analytics.summary import Headline
from cakupan.analytics.trajectory import Mark, same_month_marks
from cakupan.analytics.trend import trend
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.domain.regions import Region


class Standing(Record, frozen=True):
    """``line`` is Summary.trend; ``marks`` are same-month marks that can be compared with now.

    Without coverage now there are none, and none lies across a break.
    """

    headline: Headline
    line: pd.DataFrame
    marks: tuple[Mark, ...]


def standing(panel: Panel, *, region: Region, period: Period) -> Standing:
    """Where ``region`` stood at ``period``, a month, against the panel's base."""
    codes = [region.code, *(part.code for part in panel.directory.parts(region.code))]
    now = headline(
        panel.in_month(codes, period), region=region, period=period, workforce=panel.workforce
    )
    line = panel.line(region.code, until=period.end)
    marks = same_month_marks(trend(of_one_kind(line)), month=period.end.month)
    return Standing(headline=now, line=trend(line), marks=marks if now.coverage is not None else ())
