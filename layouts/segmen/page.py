"""The page as a whole: at rest and filled."""

from cakupan.texts import Words
from layouts import elements as html
from layouts.cards import segments_card
from layouts.frame import Frame
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen import (
    bases_card,
    cards,
    cited_card,
    closing_card,
    course_card,
    groups_card,
    head_card,
    ledger_card,
    ledger_dialog,
    ledger_history,
    parts_card,
    regions_card,
)
from layouts.segmen.records import SegmenView
from layouts.view import Changes, Slot

PATH = "/segmen"
TITLE = "segmen.title"
ICON = "people"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    *head_card.SLOTS,
    *(slot for card in cards.ALL for slot in card.slots),
    *bases_card.SLOTS,
    *parts_card.SLOTS,
    *closing_card.SLOTS,
    *ledger_card.SLOTS,
    *ledger_history.SLOTS,
    *cited_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "segmen",
        [
            head_card.at_rest(words),
            *(card.at_rest(words) for card in cards.ALL),
            parts_card.at_rest(),
            closing_card.at_rest(words),
            ledger_card.at_rest(words),
            ledger_history.at_rest(),
            bases_card.at_rest(),
            cited_card.at_rest(),
        ],
        beside=ledger_dialog.at_rest(words),
    )


def changes(segmen: SegmenView) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        **head_card.changes(segmen),
        **segments_card.changes(cards.SPLIT, segmen.view),
        **course_card.changes(segmen),
        **groups_card.changes(segmen),
        **regions_card.changes(segmen),
        **parts_card.changes(segmen),
        **closing_card.changes(segmen),
        **ledger_card.changes(segmen),
        **ledger_history.changes(segmen),
        **bases_card.changes(segmen),
        **cited_card.changes(segmen),
    }
