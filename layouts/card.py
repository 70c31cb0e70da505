"""A chart card: the message, what it is about, the figure, its source, its numbers as a table."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from dash import dcc
from dash.development.base_component import Component

from cakupan.charts import Figure
from cakupan.charts.empty import blank_figure
from cakupan.charts.theme import graph_config
from cakupan.domain.plans import Plan
from cakupan.domain.records import Record
from cakupan.domain.shown import Behind, Shown
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.card_menu import menu_button
from layouts.figures_table import FiguresTable
from layouts.taken import as_data
from layouts.view import Changes, Slot


class Filling(Record, frozen=True):
    """What stands in a card. ``alt`` is the figure in words; an ``empty`` one needs less room.

    ``plan`` says how the figure is drawn on a slide, where a table alone would not do; it may be a
    function, as no browser asks for it. ``behind`` says which figures it rests on.
    """

    title: str
    subtitle: str
    figure: Figure
    alt: str
    caption: str
    table: FiguresTable
    key: Sequence[Component] = ()
    empty: bool = False
    plan: Plan | Callable[[], Plan | None] | None = None
    behind: tuple[Behind, ...] = ()
    sample: bool = False


class ChartCard(Record, frozen=True):
    """The places of a card, by id, and how much room its figure is kept, in pixels."""

    head: str
    box: str
    graph: str
    foot: str
    table: str
    name: str
    min_height: int
    scrolls: bool = False

    @classmethod
    def around(
        cls, graph: StrEnum, *, name: str, min_height: int, scrolls: bool = False
    ) -> "ChartCard":
        """The card of a graph's id: TREND stands in TREND_BOX, below TREND_HEAD, and so on."""
        ids = type(graph)
        head, box, foot, table = (
            ids[f"{graph.name}_{place}"] for place in ("HEAD", "BOX", "FOOT", "TABLE")
        )
        return cls(head, box, graph, foot, table, name, min_height, scrolls)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every place and property that ``changes`` fills."""
        return (
            (self.head, "children"),
            (self.box, "aria-label"),
            (self.box, "data-state"),
            (self.graph, "figure"),
            (self.graph, "config"),
            (self.foot, "children"),
            (self.table, "children"),
        )

    def at_rest(self, words: Words) -> html.Article:
        """The card before any number has come: its room is kept, so nothing jumps later."""
        box = html.Div(
            id=self.box,
            className="plot",
            role="img",
            style={"minHeight": self.min_height},
            children=resting_graph(self.graph, words, height=self.min_height),
            **aria(label=words("shell.card.loading")),
        )
        return html.Article(
            className=f"card {self.name}",
            children=[
                menu_button(self.name, head=self.head),
                html.Header(id=self.head, className="card-head"),
                self._scrolling(box) if self.scrolls else box,
                paper_picture(self.name),
                html.Footer(id=self.foot, className="card-foot"),
                html.Details(id=self.table, className="card-table"),
            ],
        )

    def _scrolling(self, box: html.Div) -> html.Div:
        return html.Div(
            box,
            className="plot-scroll",
            tabIndex=0,
            role="group",
            **aria(labelledby=self.head),
        )

    def changes(self, filling: Filling, words: Words) -> Changes:
        """The card filled."""
        return {
            **as_data(self.graph, partial(self._as_data, filling)),
            (self.head, "children"): head(filling.title, filling.subtitle),
            (self.box, "aria-label"): filling.alt,
            (self.box, "data-state"): "empty" if filling.empty else "drawn",
            (self.graph, "figure"): filling.figure,
            (self.graph, "config"): graph_config(words.language),
            (self.foot, "children"): [*filling.key, html.P(filling.caption, className="caption")],
            (self.table, "children"): filling.table.disclosed(words),
        }

    def _as_data(self, filling: Filling) -> Shown:
        # A figure of words alone says that there is nothing to draw.
        empty = filling.empty or not filling.figure.data
        plan = None if empty else filling.plan
        return Shown(
            name=self.name,
            title=filling.title,
            subtitle=filling.subtitle,
            caption=filling.caption,
            alt=filling.alt,
            columns=filling.table.taken_away,
            plan=plan() if callable(plan) else plan,
            behind=filling.behind,
            sample=filling.sample,
            empty=empty,
        )


def head(title: str, subtitle: str) -> list[Component]:
    """Heading and subtitle of any card."""
    return [html.H2(title), html.P(subtitle, className="subtitle")]


def paper_picture(name: str) -> html.Div:
    """Where assets/23-paper.js puts a picture of the figure beside it, for paper only."""
    return html.Div(className="on-paper", **data(paper=name))


def resting_graph(graph_id: str, words: Words, *, height: int) -> dcc.Graph:
    """A graph with nothing in it yet."""
    return dcc.Graph(
        id=graph_id,
        figure=blank_figure(height=height),
        config=graph_config(words.language),
        responsive="auto",
    )
