"""Who moved most in a year, up and down."""

from math import isnan
from operator import itemgetter

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.messages import movers_message
from cakupan.charts.movers import movers, strongest_movers
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from layouts.behind import coverage_behind
from layouts.captions import ranked_caption, short_period
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.ringkasan.cards import MOVERS
from layouts.view import Changes, View


def changes(view: View) -> Changes:
    """The card filled."""
    words = view.words
    frame = view.named(view.summary.ranking)
    shown = strongest_movers(frame)
    change = view.summary.year_on_year
    subtitle = words(
        "ringkasan.movers.subtitle",
        before=short_period(change.from_period, view),
        after=short_period(change.to_period, view),
    )
    title = movers_message(frame, parts=view.parts_word, words=words)
    return MOVERS.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(view, shown),
            alt=words("ringkasan.movers.alternative", message=title, count=len(shown)),
            caption=ranked_caption(view, set(view.summary.ranking["region_code"])),
            empty=shown.empty,
            table=FiguresTable.of(subtitle, _columns(view, frame), view.language),
            plan=_plan(_columns(view, shown)),
            behind=coverage_behind(view),
            sample=view.summary.headline.sample,
        ),
        words,
    )


def _figure(view: View, shown: pd.DataFrame) -> Figure:
    if shown.empty:
        return empty_figure(view.words("ringkasan.movers.empty"), view.style)
    return movers(shown, view.style)


def _columns(view: View, frame: pd.DataFrame) -> tuple[Column, ...]:
    told = (frame[name].tolist() for name in ("name", "points", "growth"))
    moved = [row for row in zip(*told, strict=True) if not isnan(row[1])]
    moved.sort(key=itemgetter(1), reverse=True)
    columns = ColumnsOf(view.words, "ringkasan.column")
    return (
        columns.text("region", (name for name, _, _ in moved)),
        columns.number("points", ColumnKind.POINTS, (change for _, change, _ in moved)),
        columns.number("growth", ColumnKind.GROWTH, (growth for _, _, growth in moved)),
    )


def _plan(columns: tuple[Column, ...]) -> BarPlan:
    region, moved, _growth = columns
    return BarPlan(region, (moved,))
