"""The page as a whole: at rest, filled, and filled anew where it depends on assumptions."""

from cakupan.texts import Words
from layouts import elements as html
from layouts.frame import Frame
from layouts.ids import TargetId as Id
from layouts.target import (
    asked,
    controls_card,
    cost_card,
    dialog,
    head_card,
    history_card,
    needs_card,
    split_card,
    way_card,
)
from layouts.target.records import TargetView
from layouts.view import Changes, Slot

PATH = asked.PATH
TITLE = "target.title"
ICON = "aim"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)

ASSUMED_SLOTS: tuple[Slot, ...] = (
    *head_card.ASSUMED_SLOTS,
    *controls_card.ASSUMED_SLOTS,
    *way_card.CARD.slots,
    *needs_card.SLOTS,
    *split_card.CARD.slots,
    *cost_card.ASSUMED_SLOTS,
)
"""What depends on assumptions: alone it is drawn again when one of them changes."""

SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    *head_card.SLOTS,
    *controls_card.SLOTS,
    *split_card.SLOTS,
    *cost_card.SLOTS,
    *history_card.SLOTS,
    *ASSUMED_SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "target",
        [
            head_card.at_rest(words),
            way_card.CARD.at_rest(words),
            controls_card.at_rest(words),
            needs_card.at_rest(),
            split_card.at_rest(words),
            cost_card.at_rest(words),
            history_card.at_rest(),
        ],
        beside=dialog.at_rest(words),
    )


def changes(target: TargetView) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        **head_card.changes(target),
        **controls_card.changes(target),
        **split_card.changes(target),
        **cost_card.changes(target),
        **history_card.changes(target),
        **assumed_changes(target),
    }


def assumed_changes(target: TargetView) -> Changes:
    """What depends on assumptions, filled."""
    return {
        **head_card.assumed_changes(target),
        **controls_card.assumed_changes(target),
        **way_card.changes(target),
        **needs_card.changes(target),
        **split_card.assumed_changes(target),
        **cost_card.assumed_changes(target),
    }
