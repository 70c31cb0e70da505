"""The page as a whole: at rest and filled."""

from cakupan.texts import Words
from layouts import elements as html
from layouts.cards import freshness_card, segments_card, trend_card
from layouts.frame import Frame
from layouts.ids import RingkasanId as Id
from layouts.ringkasan import cards, movers_card, ranking_card
from layouts.view import Changes, Slot, View

PATH = "/"
TITLE = "ringkasan.title"
ICON = "overview"


FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.CARDS)

SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    *cards.HERO.slots,
    *(slot for card in cards.CHARTS for slot in card.slots),
    (Id.FRESHNESS, "children"),
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "ringkasan",
        [
            cards.HERO.at_rest(words),
            *(card.at_rest(words) for card in cards.CHARTS),
            freshness_card.at_rest(Id.FRESHNESS),
        ],
    )


def changes(view: View) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        **cards.HERO.changes(view),
        **trend_card.changes(cards.TREND, view),
        **ranking_card.changes(view),
        **movers_card.changes(view),
        **segments_card.changes(cards.SEGMENTS, view),
        **freshness_card.changes(Id.FRESHNESS, view),
    }
