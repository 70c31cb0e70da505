"""The page as a whole: at rest, filled, and when there is nothing to show."""

from dash import html

from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts.ids import RingkasanId as Id
from layouts.ringkasan import (
    cards,
    freshness_card,
    hero,
    movers_card,
    origin,
    ranking_card,
    segments_card,
    trend_card,
)
from layouts.view import Changes, Slot, View

PATH = "/"
TITLE = "ringkasan.title"
ICON = "overview"


ANSWERS: Slot = (Id.ROOT, "data-answers")
"""Where the page says which request it has answered."""

SLOTS: tuple[Slot, ...] = (
    (Id.STATE, "children"),
    (Id.CARDS, "hidden"),
    ANSWERS,
    (Id.ORIGIN, "title"),
    *hero.SLOTS,
    *(slot for card in cards.ALL for slot in card.slots),
    *freshness_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return html.Div(
        id=Id.ROOT,
        className="ringkasan",
        children=[
            html.Div(id=Id.STATE, className="state"),
            html.Div(
                id=Id.CARDS,
                className="cards",
                children=[
                    hero.at_rest(words),
                    *(card.at_rest(words) for card in cards.ALL),
                    freshness_card.at_rest(),
                ],
            ),
            origin.at_rest(words),
        ],
    )


def changes(view: View) -> Changes:
    """The page filled from one view."""
    return {
        (Id.STATE, "children"): None,
        (Id.CARDS, "hidden"): False,
        **hero.changes(view),
        **trend_card.changes(view),
        **ranking_card.changes(view),
        **movers_card.changes(view),
        **segments_card.changes(view),
        **freshness_card.changes(view),
        (Id.ORIGIN, "title"): view.words("ringkasan.origin.title"),
    }


def nothing(region: Region, words: Words) -> Changes:
    """Where a region has no participants at all: what is missing and how to bring it."""
    panel = html.Section(
        className="card message",
        children=[
            html.H1(words("ringkasan.empty.title", region=region.name)),
            html.P(words("ringkasan.empty.what_to_do"), className="lead"),
            html.P(html.Code(words("ringkasan.empty.command"))),
        ],
    )
    return {(Id.STATE, "children"): panel, (Id.CARDS, "hidden"): True}


def failure(words: Words) -> Changes:
    """Where the page could not be drawn: it says so, and offers to try again."""
    panel = html.Section(
        className="card message",
        role="alert",
        children=[
            html.H1(words("shell.failure.title")),
            html.P(words("shell.failure.lead"), className="lead"),
            html.A(words("shell.failure.retry"), href="", className="button"),
        ],
    )
    return {(Id.STATE, "children"): panel, (Id.CARDS, "hidden"): True}
