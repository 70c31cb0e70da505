"""The Ringkasan page at work: one callback draws every card together, one tells origins."""

from dataclasses import replace
from functools import partial

from dash import Dash, Input, Output, State
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from cakupan.texts import words
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.mutu_flags import open_red
from callbacks.reading import Request, Settled, read_origins, settled
from callbacks.wiring import log_failure
from layouts.cards.origin import origin
from layouts.ids import RingkasanId as Id
from layouts.ids import ShellId
from layouts.ringkasan import page
from layouts.view import Changes


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    drawing(source).register(app)
    app.callback(
        Output(Id.ORIGIN, "opened"),
        Output(Id.ORIGIN_BODY, "children"),
        Input(Id.ORIGIN_BUTTON, "n_clicks"),
        State(ShellId.REQUEST, "data"),
        on_error=log_failure,
        prevent_initial_call=True,
    )(partial(show_origin, source=source))


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """Every card of the page."""
    view = view_of(figures, request, found)
    if view is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.FRAME.nothing(region, words(found.choices.language))
    return page.changes(replace(view, open_red=open_red(figures, view)))


def show_origin(
    clicks: int | None,
    data: object,
    *,
    source: Source,
) -> tuple[bool, list[Component]]:
    """Open the dialogue with the figures behind the coverage shown."""
    request = Request.of(data)
    with source.figures() as figures:
        view = view_of(figures, request, settled(figures, request))
        if not clicks or view is None:
            raise PreventUpdate
        participants, workers = read_origins(figures, view)
    return True, origin(participants, workers, view)
