"""Who moved most, up and down, by the measure picked and with both."""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial

import numpy as np
import pandas as pd
from dash.development.base_component import Component

from cakupan.analytics.comparison import Comparison
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.movers import movers, strongest_movers
from cakupan.domain.columns import ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_format import growth, points
from layouts import elements as html
from layouts.captions import ranked_caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import MOVERS
from layouts.pertumbuhan.compared import bounded, growth_of, points_of
from layouts.pertumbuhan.view import Page
from layouts.view import Changes


def changes(page: Page) -> Changes:
    """The card filled. A coverage above 100% that nobody accepted is neither best nor worst."""
    parts = [part for part in page.movement.parts if page.measured(part) is not None]
    fair = [part for part in parts if part.ranked or part.after.coverage is None]
    shown = strongest_movers(_frame(fair, page), each_way=page.picks.each_way, by=_column(page))
    subtitle = page.words(f"pertumbuhan.movers.{page.picks.measure}", span=page.span)
    title = _title(shown, page)
    return MOVERS.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(shown, page),
            alt=page.words("pertumbuhan.movers.alternative", message=title, count=len(shown)),
            caption=ranked_caption(page.view, page.part_codes),
            table=_table(page.ordered(parts), subtitle, page),
            plan=partial(_plan, shown, page),
            behind=page.behind,
            sample=page.sample,
            key=_left_out([part for part in parts if part not in fair], page),
            empty=shown.empty,
        ),
        page.words,
    )


def _column(page: Page) -> str:
    return "points" if page.picks.by_points else "growth"


def _frame(parts: Sequence[Comparison], page: Page) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "region_code": [part.region_code for part in parts],
            "name": [page.name(part.region_code) for part in parts],
            "points": _floats(part.points.points if part.points else None for part in parts),
            "growth": _floats(part.growth.growth if part.growth else None for part in parts),
        }
    )


def _floats(changes: Iterable[Fraction | None]) -> np.ndarray:
    return np.array([math.nan if one is None else float(one) for one in changes], dtype="float64")


def _title(shown: pd.DataFrame, page: Page) -> str:
    if shown.empty:
        return page.words("charts.moves.none")
    first, last = shown.iloc[0], shown.iloc[-1]
    say, column = (points if page.picks.by_points else growth), _column(page)
    return page.words(
        "pertumbuhan.movers.title",
        best=first["name"],
        most=say(first[column], page.view.language),
        worst=last["name"],
        least=say(last[column], page.view.language),
    )


def _figure(shown: pd.DataFrame, page: Page) -> Figure:
    if shown.empty:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    title = page.words("charts.ranking.coverage")
    return movers(shown, page.view.style, by=_column(page), points_title=title)


def _left_out(parts: Sequence[Comparison], page: Page) -> list[Component]:
    if not parts:
        return []
    names = page.names([part.region_code for part in parts])
    return [html.P(page.words("pertumbuhan.movers.left_out", names=names), className="key")]


def _table(parts: Sequence[Comparison], title: str, page: Page) -> FiguresTable:
    columns, language = ColumnsOf(page.words, "pertumbuhan.column"), page.view.language
    moved = (
        columns.text("region", (page.name(part.region_code) for part in parts)),
        columns.number("points", ColumnKind.POINTS, map(points_of, parts)),
        columns.number("growth", ColumnKind.GROWTH, map(growth_of, parts)),
    )
    return FiguresTable.of(title, moved, language, written=bounded(parts, page.view))


def _plan(shown: pd.DataFrame, page: Page) -> BarPlan:
    columns, key = ColumnsOf(page.words, "pertumbuhan.column"), _column(page)
    kind = ColumnKind.POINTS if page.picks.by_points else ColumnKind.GROWTH
    return BarPlan(columns.text("region", shown["name"]), (columns.number(key, kind, shown[key]),))
