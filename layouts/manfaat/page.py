"""The page as a whole: at rest and filled."""

from dash import dcc

from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts import elements as html
from layouts.frame import Frame
from layouts.manfaat import (
    course_card,
    grants_card,
    head_card,
    margins_card,
    programmes_card,
    regions_card,
    triple_card,
)
from layouts.manfaat.records import ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes, Slot

PATH = "/manfaat"
TITLE = "manfaat.title"
ICON = "benefit"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
_CARDS = (programmes_card.CARD, course_card.CARD, regions_card.CARD, grants_card.CARD)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.STEERED, "data"),
    *head_card.SLOTS,
    *(slot for card in _CARDS for slot in card.slots),
    *margins_card.SLOTS,
    *triple_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "manfaat",
        [
            head_card.at_rest(words),
            *(card.at_rest(words) for card in _CARDS),
            margins_card.at_rest(),
            triple_card.at_rest(words),
        ],
        beside=[dcc.Store(id=Id.STEERED)],
    )


def changes(manfaat: ManfaatView) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        (Id.STEERED, "data"): manfaat.asked.steered,
        **head_card.changes(manfaat),
        **programmes_card.changes(manfaat),
        **course_card.changes(manfaat),
        **regions_card.changes(manfaat),
        **grants_card.changes(manfaat),
        **margins_card.changes(manfaat),
        **triple_card.changes(manfaat),
    }


def nothing(region: Region, words: Words) -> Changes:
    """Where no claims of a region were loaded: what is missing and how to bring it."""
    return FRAME.message(
        html.H1(words("manfaat.empty.title", region=region.name)),
        html.P(words("manfaat.empty.what_to_do"), className="lead"),
        html.A(words("shell.empty.load"), href="/data", className="button"),
    )
