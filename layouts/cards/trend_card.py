"""The trend with its way to the target."""

from collections.abc import Sequence
from functools import partial
from math import isnan

from dash.development.base_component import Component

from cakupan.analytics.summary import TargetGap
from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.messages import goal, pace_message
from cakupan.charts.target_marks import round_percent
from cakupan.charts.trend import trend
from cakupan.charts.trend_labels import outlook_range
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import LinePlan, Stroke
from cakupan.texts.date_format import short_period
from cakupan.texts.number_format import percent, points
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import coverage_behind
from layouts.captions import caption
from layouts.card import ChartCard, Filling
from layouts.cards.breaks_key import break_days, breaks_key
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.plan_lines import Ahead, coverage_lines
from layouts.view import Changes, View

_NUMBERS = (
    ("participants", ColumnKind.COUNT),
    ("workers", ColumnKind.COUNT),
    ("coverage", ColumnKind.SHARE),
)


def changes(card: ChartCard, view: View) -> Changes:
    """The card filled."""
    summary, words = view.summary, view.words
    coverage = summary.trend["coverage"].tolist()
    known = [place for place, ratio in enumerate(coverage) if not isnan(ratio)]
    nothing = words("ringkasan.trend.empty")
    subtitle = words(
        "ringkasan.trend.subtitle", region=view.region.name, denominator=view.denominator_name
    )
    return card.changes(
        Filling(
            title=pace_message(summary, region=view.region.name, words=words),
            subtitle=subtitle,
            figure=_figure(view) if known else empty_figure(nothing, view.style),
            alt=_alternative([known[0], known[-1]], view) if known else nothing,
            caption=caption(view),
            empty=not known,
            table=FiguresTable.of(subtitle, _columns(view), view.language),
            plan=partial(_plan, view),
            behind=coverage_behind(view),
            sample=summary.headline.sample,
            key=[html.P(_key(view), className="key"), *breaks_key(summary.breaks, view)]
            if known
            else [],
        ),
        words,
    )


def _figure(view: View) -> Figure:
    summary = view.summary
    return trend(
        summary.trend,
        summary.glide,
        summary.outlook,
        view.marks,
        view.style,
        breaks=break_days(summary.breaks),
    )


def _alternative(ends: Sequence[int], view: View) -> str:
    """``ends`` is where the oldest and the newest coverage stand."""
    trend = view.summary.trend
    columns = (trend[name].tolist() for name in ("coverage", "period"))
    coverage, periods = ([column[end] for end in ends] for column in columns)
    return view.words(
        "ringkasan.trend.alternative",
        first=percent(coverage[0], view.language),
        since=short_period(periods[0], view.language),
        last=percent(coverage[-1], view.language),
        until=short_period(periods[-1], view.language),
    )


def _key(view: View) -> list[Component]:
    """What the lines are, each with a sample of its stroke."""
    words, summary = view.words, view.summary
    items = [("line", words("ringkasan.trend.key.line"))]
    aim = goal(summary.gaps)
    if len(summary.glide) > 1 and aim:
        items.append(("glide", _glide_in_words(aim, view)))
    if summary.outlook:
        reach = outlook_range(summary.outlook, view.style)
        items.append(
            ("band", words("ringkasan.trend.key.band", reach=reach, year=summary.outlook.year))
        )
    return [
        html.Span([html.I(className=f"stroke {stroke}", **aria(hidden="true")), text])
        for stroke, text in items
    ]


def _glide_in_words(aim: TargetGap, view: View) -> str:
    """The pace from today to the target; within the last year a pace a year would mislead."""
    target = round_percent(float(aim.target.ratio), view.language)
    months = aim.months_left or 0
    if months < 12:
        return view.words("ringkasan.trend.key.glide_soon", target=target)
    glide = view.summary.glide["coverage"]
    pace = points((glide.iloc[-1] - glide.iloc[0]) * 12 / months, view.language)
    return view.words("ringkasan.trend.key.glide", target=target, pace=pace)


def _columns(view: View) -> tuple[Column, ...]:
    """The newest month first."""
    columns = ColumnsOf(view.words, "ringkasan.column")
    trend = view.summary.trend
    months = trend["period"].tolist()[::-1]
    return (
        columns.text("month", (short_period(text, view.language) for text in months)),
        *(columns.number(name, kind, trend[name].to_numpy()[::-1]) for name, kind in _NUMBERS),
    )


def _plan(view: View) -> LinePlan:
    """The months measured, then the years until the target, with the way there."""
    way = view.words("ringkasan.column.glide")
    glide = Ahead("glide", way, view.summary.glide, Stroke.TARGET)
    return coverage_lines(view, [glide], view.marks)
