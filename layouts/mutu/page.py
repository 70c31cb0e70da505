"""The page as a whole: at rest and filled."""

from cakupan.texts import Words
from layouts import elements as html
from layouts.frame import Frame
from layouts.mutu import (
    bases_card,
    checks_card,
    corrections_card,
    decisions_card,
    dialog,
    flags_card,
    matrix_card,
)
from layouts.mutu.records import MutuView
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

PATH = "/mutu"
TITLE = "mutu.title"
ICON = "flag"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    *flags_card.SLOTS,
    *matrix_card.SLOTS,
    *bases_card.SLOTS,
    *checks_card.SLOTS,
    *decisions_card.SLOTS,
    *corrections_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty."""
    return FRAME.at_rest(
        "mutu",
        [
            html.Div(id=Id.DONE, className="said", role="status"),
            flags_card.at_rest(),
            matrix_card.at_rest(),
            bases_card.at_rest(),
            *checks_card.at_rest(),
            decisions_card.at_rest(),
            corrections_card.at_rest(),
        ],
        beside=dialog.at_rest(words),
    )


def changes(mutu: MutuView) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        **flags_card.changes(mutu),
        **matrix_card.changes(mutu),
        **bases_card.changes(mutu),
        **checks_card.changes(mutu),
        **decisions_card.changes(mutu),
        **corrections_card.changes(mutu),
    }
