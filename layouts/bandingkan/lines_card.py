"""The coverage of all regions over time in one figure."""

from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html

from cakupan.charts import Figure
from cakupan.charts.compared_lines import ComparedLine, compared_lines
from cakupan.charts.empty import empty_figure
from cakupan.domain.periods import Period
from cakupan.texts.number_format import percent
from layouts.attributes import aria
from layouts.bandingkan.cards import LINES
from layouts.captions import caption, short_period
from layouts.card import Filling
from layouts.cards.breaks_key import break_days, breaks_key
from layouts.figures_table import FiguresTable
from layouts.view import Changes, View


def changes(views: Sequence[View]) -> Changes:
    """The card filled."""
    first = views[0]
    placed = {
        place: view
        for place, view in enumerate(views)
        if view.summary.trend["coverage"].notna().any()
    }
    known = list(placed.values())
    title = _title(known, first)
    return LINES.changes(
        Filling(
            title=title,
            subtitle=first.words("bandingkan.lines.subtitle", denominator=first.denominator_name),
            figure=_figure(placed, first),
            alt=first.words("bandingkan.lines.alternative", message=title),
            caption=caption(next(iter(known), first)),
            empty=not known,
            table=_table(views),
            key=[
                _key(placed),
                *(part for view in known for part in breaks_key(view.summary.breaks, view)),
            ],
        ),
        first.words,
    )


def _figure(placed: Mapping[int, View], first: View) -> Figure:
    if not placed:
        return empty_figure(first.words("ringkasan.trend.empty"), first.style)
    lines = [
        ComparedLine(
            place=place,
            name=view.region.short_name,
            frame=view.summary.trend,
            breaks=tuple(break_days(view.summary.breaks)),
        )
        for place, view in placed.items()
    ]
    return compared_lines(lines, first.style)


def _key(placed: Mapping[int, View]) -> html.P:
    """Each region with a sample of its stroke: on a narrow screen the lines bear numbers alone."""
    return html.P(
        [
            html.Span(
                [
                    html.I(className=f"stroke line-{place}", **aria(hidden="true")),
                    view.region.short_name,
                ]
            )
            for place, view in placed.items()
        ],
        className="key",
    )


def _title(known: Sequence[View], first: View) -> str:
    """The highest and the lowest now, and how far they are apart."""
    now = [view for view in known if view.summary.headline.coverage is not None]
    if len(now) < 2:
        return first.words("bandingkan.lines.plain")
    ordered = sorted(now, key=lambda view: view.summary.headline.coverage or 0)
    low, high = ordered[0], ordered[-1]
    apart = (high.summary.headline.coverage or 0) - (low.summary.headline.coverage or 0)
    return first.words(
        "bandingkan.lines.title",
        high=high.region.short_name,
        low=low.region.short_name,
        points=percent(apart, first.language).removesuffix("%"),
    )


def _table(views: Sequence[View]) -> FiguresTable:
    first = views[0]
    columns = [
        pd.Series(view.summary.trend["coverage"].to_numpy(), index=view.summary.trend["period"])
        for view in views
    ]
    months = sorted({str(month) for column in columns for month in column.index}, reverse=True)
    rows = [
        (
            short_period(Period(month), first),
            *(percent(column.get(month), first.language) for column in columns),
        )
        for month in months
    ]
    header = [first.words("ringkasan.column.month"), *(view.region.short_name for view in views)]
    return FiguresTable(first.words("bandingkan.lines.plain"), header, rows)
