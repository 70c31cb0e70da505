"""The Ringkasan page at work: one callback draws every card together."""

from dash import Dash

from cakupan.domain.records import replace
from cakupan.texts import words
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.mutu_flags import open_red
from callbacks.reading import Request, Settled
from layouts.ringkasan import page
from layouts.view import Changes


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    drawing(source).register(app)


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
