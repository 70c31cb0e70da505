"""The Wilayah page at work: one callback draws map and table; the browser sorts and searches."""

from functools import partial

from dash import Dash, Input, State

from cakupan.texts import words
from callbacks import bandingkan
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled
from callbacks.regions_reading import Atlas, regions_view
from callbacks.wiring import clientside
from layouts.ids import WilayahId as Id
from layouts.view import Changes
from layouts.wilayah import page
from layouts.wilayah.controls import PARAMETERS


def register(app: Dash, *, source: Source, atlas: Atlas) -> None:
    """Wire the page, and the section of regions side by side that stands on it."""
    bandingkan.register(app, source=source, atlas=atlas)
    drawing(source, atlas).register(app)
    clientside(app, "regions", Input(Id.ROWS, "data"))
    clientside(app, "visit", Input(Id.MAP, "clickData"), first=False)
    clientside(
        app,
        "steer",
        *(Input(name, "value") for name in PARAMETERS),
        State(Id.CHOSEN, "data"),
        first=False,
    )


def drawing(source: Source, atlas: Atlas) -> Drawing:
    """How the page is drawn."""
    return Drawing(
        page.FRAME, page.SLOTS, partial(draw, atlas=atlas), source, held=(Id.TABLE_HELD, "data")
    )


def draw(figures: Figures, request: Request, found: Settled, *, atlas: Atlas) -> Changes:
    """Map and table together; the table is left out where the page holds just this one."""
    view = view_of(figures, request, found)
    if view is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.FRAME.nothing(region, words(found.choices.language))
    return page.changes(regions_view(figures, view, atlas), held=request.held)
