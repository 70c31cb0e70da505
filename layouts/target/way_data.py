"""The way as data: coverage at the end of each year, by the straight path and by assumption."""

from datetime import date

import numpy as np
import pandas as pd

from cakupan.charts.target_marks import TargetMark
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import LinePlan, Stroke
from layouts.columns_of import ColumnsOf
from layouts.plan_lines import Ahead, coverage_lines
from layouts.target.phrases import ratio_text
from layouts.target.records import Answer, TargetView


def way_columns(target: TargetView, answer: Answer) -> tuple[Column, ...]:
    """A row for each year of the assumption."""
    columns = ColumnsOf(target.words, "target.needs.column")
    way = {need.year: need.coverage for need in answer.needs}
    years = [year for year, _ in answer.outcome.line]
    assumed = [share for _, share in answer.outcome.line]
    to, ahead = _titles(target, answer)
    return (
        columns.text("year", map(str, years)),
        columns.number("to", ColumnKind.SHARE, map(way.get, years), title=to),
        columns.number("ahead", ColumnKind.SHARE, assumed, title=ahead),
    )


def way_plan(target: TargetView, answer: Answer) -> LinePlan:
    """What the figure draws: the months so far, and both ways from today on."""
    to, ahead = _titles(target, answer)
    ways = (
        Ahead("to", to, straight_way(target, answer), Stroke.TARGET),
        Ahead("ahead", ahead, assumed_way(target, answer), Stroke.ASSUMED),
    )
    return coverage_lines(target.view, ways, way_marks(target, answer))


def straight_way(target: TargetView, answer: Answer) -> pd.DataFrame:
    """What each year asks for: date · coverage."""
    return _from_today(target, {need.year: float(need.coverage) for need in answer.needs})


def assumed_way(target: TargetView, answer: Answer) -> pd.DataFrame:
    """Where the additions assumed lead: date · coverage."""
    return _from_today(target, {year: float(share) for year, share in answer.outcome.line})


def way_marks(target: TargetView, answer: Answer) -> tuple[TargetMark, ...]:
    """The targets chosen, and the assumed one where it is none of them."""
    marks, assumed = target.view.marks, answer.outcome.assumed
    if any(abs(mark.ratio - float(assumed.ratio)) < 1e-9 for mark in marks):
        return marks
    name = f"{target.words('charts.trend.ahead')} {assumed.year}"
    own = TargetMark(float(assumed.ratio), name, assumed.year, answer.outcome.needed)
    return (*marks, own)


def _titles(target: TargetView, answer: Answer) -> tuple[str, str]:
    ratio = ratio_text(answer.outcome.assumed.ratio, target.words)
    return target.words("target.figure.to", ratio=ratio), target.words("charts.trend.ahead")


def _from_today(target: TargetView, years: dict[int, float]) -> pd.DataFrame:
    """From today over each 31 December."""
    headline = target.view.summary.headline
    path = {headline.period.end: headline.coverage}
    path |= {date(year, 12, 31): share for year, share in years.items()}
    return pd.DataFrame(
        {
            "date": np.array(list(path), dtype="datetime64[us]"),
            "coverage": np.array(list(path.values()), dtype="float64"),
        }
    )
