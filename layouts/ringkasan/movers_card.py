"""Who moved most in a year, up and down."""

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.messages import movers_message
from cakupan.charts.movers import movers, strongest_movers
from cakupan.texts.number_format import growth, points
from layouts.captions import caption, short_period
from layouts.card import Filling
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
            caption=caption(view),
            empty=shown.empty,
            table=_table(view, frame, subtitle),
        ),
        words,
    )


def _figure(view: View, shown: pd.DataFrame) -> Figure:
    if shown.empty:
        return empty_figure(view.words("ringkasan.movers.empty"), view.style)
    return movers(shown, view.style)


def _table(view: View, frame: pd.DataFrame, title: str) -> FiguresTable:
    moved = frame[frame["points"].notna()].sort_values("points", ascending=False)
    rows = [
        (
            record["name"],
            points(record["points"], view.language),
            growth(record["growth"], view.language),
        )
        for record in moved.to_dict("records")
    ]
    columns = ("region", "points", "growth")
    return FiguresTable(title, [view.words(f"ringkasan.column.{name}") for name in columns], rows)
