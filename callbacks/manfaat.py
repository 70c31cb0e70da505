"""The Manfaat page at work: one callback draws it; its own choices stand in the address."""

from dash import Dash, Input, State

from cakupan.texts import words
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.manfaat_reading import read_manfaat
from callbacks.reading import Request, Settled
from callbacks.wiring import clientside
from layouts.manfaat import page
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes

_FIELDS = (Id.CASES, Id.RUPIAH, Id.AVERAGE)


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    drawing(source).register(app)
    controls = [Input(control, "value") for control in (Id.SPAN, *_FIELDS)]
    clientside(app, "steer", *controls, State(Id.STEERED, "data"), first=False)
    typed = [State(field, "value") for field in _FIELDS]
    clientside(app, "fill", Input(Id.STEERED, "data"), *typed, first=False)


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """Every card of the page."""
    view = view_of(figures, request, found)
    manfaat = None if view is None else read_manfaat(figures, view)
    if manfaat is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.nothing(region, words(found.choices.language))
    return page.changes(manfaat)
