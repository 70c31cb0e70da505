"""The page as a whole: at rest and filled."""

from cakupan.texts import Words
from layouts import elements as html
from layouts.frame import Frame
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan import (
    cards,
    causes_card,
    head_card,
    heat_card,
    movers_card,
    parts_card,
    published_card,
    quadrant_card,
    shares_card,
    year_card,
)
from layouts.pertumbuhan.view import Page
from layouts.view import Changes, Slot

PATH = "/pertumbuhan"
TITLE = "pertumbuhan.title"
ICON = "growth"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)

SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    *head_card.SLOTS,
    *(slot for card in cards.ALL for slot in card.slots),
    *published_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "pertumbuhan",
        [
            head_card.at_rest(words),
            *(card.at_rest(words) for card in cards.ALL),
            published_card.at_rest(),
        ],
    )


def changes(page: Page) -> Changes:
    """The page filled."""
    return {
        **FRAME.shown(),
        **head_card.changes(page),
        **causes_card.changes(page),
        **year_card.changes(page),
        **shares_card.changes(page),
        **movers_card.changes(page),
        **parts_card.changes(page),
        **quadrant_card.changes(page),
        **heat_card.changes(page),
        **published_card.changes(page),
    }
