"""The way: coverage so far, the straight path to the goal, and where assumptions lead."""

from datetime import date

import pandas as pd
from dash import html
from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.target_marks import TargetMark
from cakupan.charts.trend import HEIGHT, trend
from cakupan.charts.trend_labels import outlook_range
from cakupan.texts.number_format import MISSING, count, percent, points
from layouts.attributes import aria
from layouts.captions import caption, short_period
from layouts.card import ChartCard, Filling
from layouts.cards.breaks_key import break_days, breaks_key
from layouts.figures_table import FiguresTable
from layouts.ids import TargetId as Id
from layouts.reasons import reason_sentence
from layouts.target.phrases import ratio_text
from layouts.target.records import Answer, TargetView
from layouts.target.sentence import message
from layouts.view import Changes

# Beside four controls there is more room than the figure has elsewhere.
_TALL = 460
CARD = ChartCard.around(Id.WAY, name="target-way", min_height=340)


def changes(target: TargetView) -> Changes:
    """The card filled."""
    view, words = target.view, target.words
    answer = target.answer
    if answer is None:
        return CARD.changes(_nothing(target), words)
    subtitle = words(
        "target.way.subtitle", region=view.region.name, denominator=view.denominator_name
    )
    return CARD.changes(
        Filling(
            title=message(target, answer),
            subtitle=subtitle,
            figure=_figure(target, answer),
            alt=_alternative(target, answer),
            caption=caption(view),
            table=_table(target, answer),
            key=[
                html.P(_key(target, answer), className="key"),
                *breaks_key(view.summary.breaks, view),
            ],
        ),
        words,
    )


def _nothing(target: TargetView) -> Filling:
    view, words = target.view, target.words
    reason = view.summary.headline.reason
    why = reason_sentence(reason, view) if reason else words("target.nothing_to_reckon")
    return Filling(
        title=why,
        subtitle=words("target.nothing_to_reckon"),
        figure=empty_figure(words("ringkasan.trend.empty"), view.style),
        alt=words("ringkasan.trend.empty"),
        caption=caption(view),
        table=FiguresTable(words("target.way.table"), [words("target.needs.column.year")], []),
        empty=True,
    )


def _figure(target: TargetView, answer: Answer) -> Figure:
    view = target.view
    return trend(
        view.summary.trend,
        _way(target, [(need.year, float(need.coverage)) for need in answer.needs]),
        answer.outlook,
        _marks(target, answer),
        view.style,
        breaks=break_days(view.summary.breaks),
        ahead=_way(target, [(year, float(share)) for year, share in answer.outcome.line]),
        height=HEIGHT if view.style.compact else _TALL,
    )


def _way(target: TargetView, years: list[tuple[int, float]]) -> pd.DataFrame:
    """From today over each 31 December: date · coverage."""
    headline = target.view.summary.headline
    path = {headline.period.end: headline.coverage}
    path |= {date(year, 12, 31): share for year, share in years}
    return pd.DataFrame(
        {
            "date": pd.Series(list(path), dtype="datetime64[us]"),
            "coverage": pd.Series(list(path.values()), dtype="float64"),
        }
    )


def _marks(target: TargetView, answer: Answer) -> tuple[TargetMark, ...]:
    """The targets chosen, and the assumed one where it is none of them."""
    marks, assumed = target.view.marks, answer.outcome.assumed
    if any(abs(mark.ratio - float(assumed.ratio)) < 1e-9 for mark in marks):
        return marks
    name = f"{target.words('charts.trend.ahead')} {assumed.year}"
    own = TargetMark(float(assumed.ratio), name, assumed.year, answer.outcome.needed)
    return (*marks, own)


def _alternative(target: TargetView, answer: Answer) -> str:
    view, outcome = target.view, answer.outcome
    return target.words(
        "target.way.alternative",
        coverage=percent(view.summary.headline.coverage, view.language),
        period=short_period(view.summary.headline.period, view),
        ratio=ratio_text(outcome.assumed.ratio, target.words),
        year=outcome.assumed.year,
        ahead=percent(outcome.coverage, view.language),
    )


def _key(target: TargetView, answer: Answer) -> list[Component]:
    """What the lines are, each with a sample of its stroke."""
    words, outcome = target.words, answer.outcome
    items = [("line", words("target.way.key.line"))]
    if answer.needs:
        items.append(("glide", _glide_in_words(target, answer)))
    monthly = count(outcome.assumed.a_month, words.language)
    items.append(("ahead", words("target.way.key.ahead", monthly=monthly)))
    if answer.outlook:
        reach = outlook_range(answer.outlook, target.view.style)
        year = answer.outlook.year
        items.append(("band", words("target.way.key.band", reach=reach, year=year)))
    return [
        html.Span([html.I(className=f"stroke {stroke}", **aria(hidden="true")), text])
        for stroke, text in items
    ]


def _glide_in_words(target: TargetView, answer: Answer) -> str:
    """The pace of the steps from year to year; within the last year there is only one."""
    words = target.words
    ratio = ratio_text(answer.outcome.assumed.ratio, words)
    if len(answer.needs) == 1:
        return words("target.way.key.glide_soon", ratio=ratio)
    step = answer.needs[1].coverage - answer.needs[0].coverage
    return words("target.way.key.glide", ratio=ratio, pace=points(step, words.language))


def _table(target: TargetView, answer: Answer) -> FiguresTable:
    words = target.words
    way = {need.year: need.coverage for need in answer.needs}
    rows = [
        (
            str(year),
            percent(way[year], words.language) if year in way else MISSING,
            percent(share, words.language),
        )
        for year, share in answer.outcome.line
    ]
    ratio = ratio_text(answer.outcome.assumed.ratio, words)
    header = (
        words("target.needs.column.year"),
        words("target.figure.to", ratio=ratio),
        words("charts.trend.ahead"),
    )
    return FiguresTable(words("target.way.table"), header, rows)
