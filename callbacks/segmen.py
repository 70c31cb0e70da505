"""The Segmen page at work: one callback draws it; lines of the ledger are edited in a dialogue."""

from functools import partial

from dash import ALL, Dash, Input, State

from cakupan.texts import words
from callbacks.data_tools import DataTools
from callbacks.dialog import Asking
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.ledger_actions import decide, open_dialog
from callbacks.reading import Request, Settled
from callbacks.segmen_reading import read_segmen
from callbacks.wiring import clientside
from layouts.page_ids.segmen import LedgerAction
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen import choice, ledger_dialog, page
from layouts.view import Changes


def register(app: Dash, *, source: Source, tools: DataTools) -> None:
    """Wire the page."""
    drawing(source).register(app)
    controls = [Input(one.control, "value") for one in choice.ALL]
    clientside(app, "steer", *controls, State(Id.STEERED, "data"), first=False)
    Asking(
        dialog=ledger_dialog.DIALOG,
        slots=ledger_dialog.SLOTS,
        buttons=[
            Input(Id.NEW, "n_clicks"),
            *(
                Input({"type": action, "key": ALL}, "n_clicks")
                for action in (LedgerAction.CHANGE, LedgerAction.RETIRE)
            ),
            Input({"type": LedgerAction.TURN, "load": ALL}, "n_clicks"),
        ],
        open_for=partial(open_dialog, tools=tools, source=source),
        decide=partial(decide, tools=tools, source=source),
        tools=tools,
    ).register(app)
    clientside(app, "renew", Input(Id.CHANGED, "data"), first=False)


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """Every card of the page."""
    view = view_of(figures, request, found)
    if view is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.FRAME.nothing(region, words(found.choices.language))
    return page.changes(read_segmen(figures, view))
