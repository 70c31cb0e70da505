"""The page as a whole: at rest and filled."""

from cakupan.texts import Words
from layouts import elements as html
from layouts.frame import Frame
from layouts.page_ids.pengguna import PenggunaId as Id
from layouts.pengguna import dialog, list_card
from layouts.pengguna.records import PeopleView
from layouts.view import Changes, Slot

PATH = "/pengguna"
TITLE = "pengguna.title"
ICON = "users"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (*FRAME.slots, *list_card.SLOTS)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty."""
    return FRAME.at_rest(
        "pengguna",
        [
            html.Div(id=Id.DONE, className="said", role="status"),
            list_card.at_rest(words("pengguna.add.button")),
        ],
        beside=dialog.at_rest(words),
    )


def changes(view: PeopleView) -> Changes:
    """The page filled."""
    return {**FRAME.shown(), **list_card.changes(view)}


def alone(words: Words) -> Changes:
    """Where nobody logs in: how that begins."""
    return FRAME.message(
        html.H1(words("pengguna.alone.title")),
        html.P(words("access.alone")),
        html.P(words("pengguna.alone.how"), className="lead"),
    )
