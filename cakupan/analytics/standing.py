"""Where a region stands: its headline, its line over time, and the marks its pace is judged by."""

from dataclasses import dataclass

import pandas as pd

from cakupan.analytics.headline import headline
from cakupan.analytics.panel import Panel
from cakupan.analytics.summary import Headline
from cakupan.analytics.trajectory import Mark, same_month_marks
from cakupan.analytics.trend import trend
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region


@dataclass(frozen=True, slots=True)
class Standing:
    """``line`` is Summary.trend; ``marks`` are same-month marks, none without coverage now."""

    headline: Headline
    line: pd.DataFrame
    marks: tuple[Mark, ...]


def standing(panel: Panel, *, region: Region, period: Period) -> Standing:
    """Where ``region`` stood at ``period``, a month, against the panel's base."""
    codes = [region.code, *(part.code for part in panel.directory.parts(region.code))]
    now = headline(
        panel.in_month(codes, period), region=region, period=period, workforce=panel.workforce
    )
    line = trend(panel.line(region.code, until=period.end))
    complete = now.coverage is not None
    return Standing(
        headline=now,
        line=line,
        marks=same_month_marks(line, month=period.end.month) if complete else (),
    )
