"""The Mutu data page at work: one callback draws it; flags are decided about in a dialogue."""

from functools import partial

from dash import ALL, Dash, Input

from cakupan.texts import words
from callbacks.data_tools import DataTools
from callbacks.dialog import Asking
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.mutu_actions import decide_flag, open_dialog
from callbacks.mutu_reading import read_mutu
from callbacks.reading import Request, Settled
from callbacks.wiring import clientside
from layouts.mutu import dialog, page
from layouts.page_ids.mutu import MutuAction
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes

_OF_FLAGS = tuple(action for action in MutuAction if action is not MutuAction.TURN)


def register(app: Dash, *, source: Source, tools: DataTools) -> None:
    """Wire the page."""
    drawing(source).register(app)
    Asking(
        dialog=dialog.DIALOG,
        slots=dialog.SLOTS,
        buttons=[
            *(Input({"type": action, "flag": ALL}, "n_clicks") for action in _OF_FLAGS),
            Input({"type": MutuAction.TURN, "load": ALL}, "n_clicks"),
        ],
        open_for=partial(open_dialog, tools=tools, source=source),
        decide=partial(decide_flag, tools=tools, source=source),
        tools=tools,
    ).register(app)
    # Every page ranks by decisions: all of them are asked for again.
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
    return page.changes(read_mutu(figures, view))
