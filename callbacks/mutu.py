"""The Mutu data page at work: one callback draws it; flags are decided about in a dialogue."""

from functools import partial

from dash import ALL, Dash, Input, Output, State

from cakupan.texts import words
from callbacks.data_tools import DataTools
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.mutu_actions import decide_failure, open_dialog, write_decision
from callbacks.mutu_reading import read_mutu
from callbacks.reading import Request, Settled
from callbacks.wiring import clientside, log_failure, outputs
from layouts.ids import ShellId
from layouts.mutu import dialog, page
from layouts.page_ids.mutu import MutuAction
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes

_REQUEST = State(ShellId.REQUEST, "data")


def register(app: Dash, *, source: Source, tools: DataTools) -> None:
    """Wire the page."""
    drawing(source).register(app)
    app.callback(
        outputs(dialog.SLOTS),
        *(Input({"type": action, "flag": ALL}, "n_clicks") for action in MutuAction),
        _REQUEST,
        on_error=log_failure,
        prevent_initial_call=True,
    )(partial(open_dialog, tools=tools, source=source))
    app.callback(
        Output(Id.DIALOG, "opened", allow_duplicate=True),
        Output(Id.DIALOG_ERROR, "children", allow_duplicate=True),
        Output(Id.CHANGED, "data"),
        Output(Id.DONE, "children"),
        Input(Id.DIALOG_YES, "n_clicks"),
        State(Id.INTENT, "data"),
        _REQUEST,
        State(Id.REASON, "value"),
        State(Id.NAME, "value"),
        running=[(Output(Id.DIALOG_YES, "disabled"), True, False)],
        on_error=partial(decide_failure, tools=tools),
        prevent_initial_call=True,
    )(partial(write_decision, tools=tools))
    clientside(
        app,
        "close",
        Output(Id.DIALOG, "opened", allow_duplicate=True),
        Input(Id.DIALOG_NO, "n_clicks"),
        first=False,
    )
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
