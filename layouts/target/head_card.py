"""The first card: where the region stands, the figures, and the ladder of targets."""

from dash.development.base_component import Component

from cakupan.charts.messages import gap_message
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count, percent
from layouts import elements as html
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card_menu import menu_button
from layouts.cards.components import components
from layouts.cards.grade import grade
from layouts.ids import TargetId as Id
from layouts.reasons import reason_sentence
from layouts.taken import as_data
from layouts.target import ladder_data
from layouts.target.figures_data import figures_shown
from layouts.target.figures_row import figures_row
from layouts.target.ladder_data import ladder_shown
from layouts.target.ladder_table import ladder_table
from layouts.target.records import TargetView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.LADDER, "children"),
    (Id.LADDER, "aria-label"),
    (Id.COMPONENTS, "children"),
    (Id.CAPTION, "children"),
    (Id.NEW, "children"),
    (Id.NEW, "hidden"),
)
ASSUMED_SLOTS: tuple[Slot, ...] = ((Id.FIGURES, "children"), (Id.FIGURES, "hidden"))


def at_rest(words: Words) -> html.Section:
    """The card before any number has come."""
    return html.Section(
        className="card first-card target-card",
        children=[
            menu_button(ladder_data.NAME, head=Id.HEAD),
            html.Div(id=Id.HEAD, className="card-head"),
            html.Div(id=Id.FIGURES, className="indicators"),
            html.Div(id=Id.DONE, className="said", role="status"),
            html.Div(
                id=Id.LADDER,
                className="ladder-scroll",
                tabIndex=0,
                role="group",
                **aria(label=words("target.title")),
            ),
            html.Details(id=Id.COMPONENTS, className="components"),
            html.Footer(
                className="hero-foot",
                children=[
                    html.P(id=Id.CAPTION, className="caption"),
                    html.Button(
                        words("target.edit.new"),
                        id=Id.NEW,
                        className="button",
                        type="button",
                        **aria(haspopup="dialog"),
                    ),
                ],
            ),
        ],
    )


def changes(target: TargetView) -> Changes:
    """The card filled, but for what depends on assumptions."""
    words, region = target.words, target.view.region.name
    return {
        **as_data(Id.LADDER, ladder_shown(target)),
        (Id.HEAD, "children"): _head(target),
        (Id.LADDER, "children"): ladder_table(target),
        (Id.LADDER, "aria-label"): words("target.scope.own", region=region),
        (Id.COMPONENTS, "children"): components(target.view),
        (Id.CAPTION, "children"): caption(target.view),
        (Id.NEW, "children"): words("target.edit.new"),
        # What is frozen cannot be edited.
        (Id.NEW, "hidden"): target.view.edition is not None,
    }


def assumed_changes(target: TargetView) -> Changes:
    """The figures that follow from assumptions."""
    answer = target.answer
    return {
        **(as_data(Id.FIGURES, figures_shown(target, answer)) if answer else {}),
        (Id.FIGURES, "children"): figures_row(target),
        (Id.FIGURES, "hidden"): target.answer is None,
    }


def _head(target: TargetView) -> list[Component]:
    view, words = target.view, target.words
    headline = view.summary.headline
    when = date_format.period(headline.period, view.language)
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if headline.sample else []
    title = html.H1([words("target.heading", region=view.region.name, period=when), " ", *badge])
    if headline.reason:
        return [title, html.H2(reason_sentence(headline.reason, view)), *grade(view)]
    stands = words(
        "target.standing",
        coverage=percent(headline.coverage, view.language),
        participants=count(headline.participants, view.language),
        workers=count(headline.workers, view.language),
        denominator=view.denominator_name,
    )
    told = gap_message(view.summary.gaps, region=view.region.name, words=words)
    return [title, html.H2(told), html.P(stands, className="subtitle"), *grade(view)]
