"""The page as a whole: at rest and filled."""

from dash import html

from cakupan.texts import Words
from layouts.frame import Frame
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


FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.CARDS)

SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.ORIGIN, "title"),
    *hero.SLOTS,
    *(slot for card in cards.ALL for slot in card.slots),
    *freshness_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "ringkasan",
        [
            hero.at_rest(words),
            *(card.at_rest(words) for card in cards.ALL),
            freshness_card.at_rest(),
        ],
        beside=[origin.at_rest(words)],
    )


def changes(view: View) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        **hero.changes(view),
        **trend_card.changes(view),
        **ranking_card.changes(view),
        **movers_card.changes(view),
        **segments_card.changes(view),
        **freshness_card.changes(view),
        (Id.ORIGIN, "title"): view.words("ringkasan.origin.title"),
    }
