"""Who brings how many: the need shared out by one of three rules, and the table to take along."""

from collections.abc import Sequence
from functools import partial

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.empty import empty_figure
from cakupan.charts.shares import Share, shares
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import coverage_behind
from layouts.captions import caption
from layouts.card import ChartCard, Filling
from layouts.figures_table import FiguresTable
from layouts.ids import TargetControlId as Control
from layouts.ids import TargetId as Id
from layouts.target.asked import PATH, RULES
from layouts.target.phrases import ratio_text
from layouts.target.records import Answer, TargetView
from layouts.target.share_table import ShareRow, share_rows
from layouts.target.split_data import largest_first, split_plan, split_table
from layouts.view import Changes, Slot

CARD = ChartCard.around(Id.SPLIT, name="target-split", min_height=300, scrolls=True)
SLOTS: tuple[Slot, ...] = ((Id.SPLIT_CONTROL, "children"),)
FORMATS = ("xlsx", "csv", "html")


def at_rest(words: Words) -> html.Div:
    """The card before any number has come, with its control above the figure."""
    return html.Div(
        className="target-split-place",
        children=[
            html.Div(_control("kekurangan", words), id=Id.SPLIT_CONTROL, className="rule-control"),
            CARD.at_rest(words),
        ],
    )


def changes(target: TargetView) -> Changes:
    """The control showing the rule."""
    chosen = next(name for name, rule in RULES.items() if rule is target.asked.rule)
    return {(Id.SPLIT_CONTROL, "children"): _control(chosen, target.words)}


def assumed_changes(target: TargetView) -> Changes:
    """The card filled."""
    answer, words = target.answer, target.words
    rows = share_rows(target, answer) if answer else []
    if answer is None or not rows:
        return CARD.changes(_nothing(target), words)
    title = _title(rows, target, answer)
    return CARD.changes(
        Filling(
            title=title,
            subtitle=words(
                "target.split.subtitle",
                people=count(answer.outcome.needed, words.language),
                count=len(rows),
                parts=target.view.parts_word,
                year=answer.outcome.assumed.year,
            ),
            figure=_figure(rows, target),
            alt=words("target.split.alternative", message=title),
            caption=caption(target.view),
            table=split_table(rows, target, answer),
            plan=partial(split_plan, rows, target),
            behind=coverage_behind(target.view),
            sample=target.view.summary.headline.sample,
            key=_key(rows, target, answer),
        ),
        words,
    )


def _control(chosen: str, words: Words) -> dmc.SegmentedControl:
    return dmc.SegmentedControl(
        id=Control.RULE,
        data=[{"value": name, "label": words(f"target.rule.{name}")} for name in RULES],
        value=chosen,
        size="sm",
        **aria(label=words("target.assume.aturan")),
    )


def _nothing(target: TargetView) -> Filling:
    words, headline = target.words, target.view.summary.headline
    title = words(
        "target.split.title_incomplete",
        known=headline.parts_with_data,
        total=headline.parts_expected,
        parts=target.view.parts_word,
    )
    return Filling(
        title=title,
        subtitle=words("target.nothing_to_reckon"),
        figure=empty_figure(words("target.split.empty"), target.view.style),
        alt=words("target.split.empty"),
        caption=caption(target.view),
        table=FiguresTable(title, [words("target.split.column.region")], []),
        empty=True,
    )


def _title(rows: Sequence[ShareRow], target: TargetView, answer: Answer) -> str:
    words = target.words
    if not answer.outcome.needed:
        return words("target.split.title_none")
    most = max(rows, key=lambda row: row.shares[target.asked.rule])
    return words(
        "target.split.title",
        name=most.name,
        people=count(most.shares[target.asked.rule], words.language),
        total=count(answer.outcome.needed, words.language),
    )


def _figure(rows: Sequence[ShareRow], target: TargetView) -> Figure:
    rule = target.asked.rule
    parts = [
        Share(row.name, row.shares[rule], row.monthly, float(row.reaches))
        for row in largest_first(rows, target)
    ]
    return shares(parts, target.view.style)


def _key(rows: Sequence[ShareRow], target: TargetView, answer: Answer) -> list[Component]:
    """What the rule means, a warning where it makes no sense, and the ways to take it along."""
    words, assumed = target.words, answer.outcome.assumed
    chosen = next(name for name, rule in RULES.items() if rule is target.asked.rule)
    name = "setara_same" if chosen == "setara" and not assumed.growth else chosen
    note = words(f"target.rule_note.{name}", ratio=ratio_text(assumed.ratio, words))
    beyond = [html.P(words("target.split.beyond"), className="warning")]
    links = [
        html.A(words(f"target.split.{kind}"), href=letter_address(kind, target), className="take")
        for kind in FORMATS
    ]
    return [
        html.P(note, className="key"),
        *(beyond if any(row.reaches > 1 for row in rows) else []),
        html.P([words("target.split.take"), *links], className="takes"),
    ]


def letter_address(kind: str, target: TargetView) -> str:
    """Where the table is served, for the same view."""
    return f"{PATH}/pembagian.{kind}{target.view.choices.query}"
