"""The question where the numbers of a card come from: one callback for the cards of all pages."""

from collections.abc import Mapping
from functools import partial

from dash import Dash, Input
from dash.exceptions import PreventUpdate

from cakupan.texts import words
from callbacks.figures import Source
from callbacks.reading import Request
from callbacks.showing import Showing
from callbacks.tracing import glance_all
from callbacks.wiring import log_failure, outputs, values
from layouts.cards import origin
from layouts.choices import parse
from layouts.ids import ShellId as Id


def register(app: Dash, *, source: Source, showing: Showing) -> None:
    """Wire the dialogue to what assets/25-card-menu.js asks."""
    app.callback(
        outputs(origin.SLOTS),
        Input(Id.ORIGIN_ASKED, "data"),
        on_error=log_failure,
        prevent_initial_call=True,
    )(partial(show_origin, source=source, showing=showing))


def show_origin(asked: object, *, source: Source, showing: Showing) -> list[object]:
    """Open the dialogue with every figure behind a card of the address that is shown."""
    if not isinstance(asked, Mapping):
        raise PreventUpdate
    request, name = Request.of(asked), str(asked.get("card") or "")
    shown = next((one for one in showing.asked(request) if one.name == name), None)
    say = words(parse(request.search, source.reference).choices.language)
    glanced = glance_all(source, shown.behind, most=origin.MOST_SHOWN) if shown else []
    return values(origin.changes(shown, glanced, source.reference, say), origin.SLOTS)
