"""The page as a whole: at rest and filled."""

from dash import dcc

from cakupan.texts import Words
from layouts import elements as html
from layouts.data import (
    batch_note,
    confirm_bar,
    current_card,
    dialog,
    drop_card,
    file_list,
    history_card,
    releases_card,
)
from layouts.data.records import DataView
from layouts.frame import Frame
from layouts.ids import DataId as Id
from layouts.view import Changes, Slot

PATH = "/data"
TITLE = "data.title"
ICON = "database"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)

SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.PENDING, "data"),
    (Id.FILES, "children"),
    *drop_card.SLOTS,
    *batch_note.SLOTS,
    *confirm_bar.SLOTS,
    *history_card.SLOTS,
    *current_card.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page. Files can be dropped at once; the rest follows."""
    return FRAME.at_rest(
        "data",
        [
            drop_card.at_rest(words),
            html.Div(id=Id.SAID, className="said", role="status"),
            batch_note.at_rest(),
            html.Div(id=Id.FILES, className="files"),
            confirm_bar.at_rest(words),
            history_card.at_rest(words),
            current_card.at_rest(words),
            releases_card.at_rest(words),
        ],
        beside=[
            dcc.Store(id=Id.PENDING),
            dcc.Store(id=Id.OFFERED),
            dcc.Store(id=Id.FILE_PRESSED),
            *dialog.at_rest(words),
        ],
    )


def changes(view: DataView) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        (Id.FILES, "children"): file_list.file_cards(view),
        (Id.PENDING, "data"): [
            {"token": file.token, "name": file.file_name, "shown": file.is_shown}
            for file in view.files
            if file.busy
        ],
        **drop_card.changes(view),
        **batch_note.changes(view),
        **confirm_bar.changes(view),
        **history_card.changes(view),
        **current_card.changes(view),
    }
