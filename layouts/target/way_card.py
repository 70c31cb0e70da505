"""The way: coverage so far, the straight path to the goal, and where assumptions lead."""

from functools import partial

from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.trend import HEIGHT, trend
from cakupan.charts.trend_labels import outlook_range
from cakupan.texts.number_format import count, percent, points
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import coverage_behind
from layouts.captions import caption, short_period
from layouts.card import ChartCard, Filling
from layouts.cards.breaks_key import break_days, breaks_key
from layouts.figures_table import FiguresTable
from layouts.ids import TargetId as Id
from layouts.reasons import reason_sentence
from layouts.target.phrases import ratio_text
from layouts.target.records import Answer, TargetView
from layouts.target.sentence import message
from layouts.target.way_data import (
    assumed_way,
    straight_way,
    way_columns,
    way_marks,
    way_plan,
)
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
            table=FiguresTable.of(
                words("target.way.table"), way_columns(target, answer), words.language
            ),
            plan=partial(way_plan, target, answer),
            behind=coverage_behind(view),
            sample=view.summary.headline.sample,
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
        straight_way(target, answer),
        answer.outlook,
        way_marks(target, answer),
        view.style,
        breaks=break_days(view.summary.breaks),
        ahead=assumed_way(target, answer),
        height=HEIGHT if view.style.compact else _TALL,
    )


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
