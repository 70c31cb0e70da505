"""The coverage of a view as a line that is drawn elsewhere, with the ways ahead of it."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from cakupan.charts.target_marks import TargetMark
from cakupan.domain.columns import ColumnKind
from cakupan.domain.periods import Period
from cakupan.domain.plans import LinePlan, PlanLine, Stroke
from cakupan.domain.records import Record
from layouts.captions import short_period
from layouts.columns_of import ColumnsOf
from layouts.plan_marks import plan_marks
from layouts.view import View


class Ahead(Record, frozen=True):
    """A way from today on: ``frame`` has date · coverage. ``key`` names it."""

    key: str
    title: str
    frame: pd.DataFrame
    stroke: Stroke


def coverage_lines(view: View, ways: Sequence[Ahead], marks: Sequence[TargetMark]) -> LinePlan:
    """The months measured, then the moments of the ways; a way of one moment is none."""
    columns = ColumnsOf(view.words, "ringkasan.column")
    measured = view.summary.trend.set_index("date")["coverage"]
    drawn = [(way, way.frame.set_index("date")["coverage"]) for way in ways if len(way.frame) > 1]
    moments = measured.index
    for _, values in drawn:
        moments = moments.union(values.index)
    ahead = (
        PlanLine(
            columns.number(way.key, ColumnKind.SHARE, values.reindex(moments), title=way.title),
            way.stroke,
        )
        for way, values in drawn
    )
    line = PlanLine(columns.number("coverage", ColumnKind.SHARE, measured.reindex(moments)))
    months = (short_period(Period.of_month(day.year, day.month), view) for day in moments)
    days = tuple(date(day.year, day.month, day.day) for day in moments)
    targets = plan_marks(marks, view.language)
    return LinePlan(columns.text("month", months), (line, *ahead), targets, days)
