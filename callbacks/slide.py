"""The Slide page at work: the server brings its words, the browser has the choices."""

from dash import Dash, Input

from cakupan.texts import words
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled
from callbacks.wiring import clientside
from layouts.page_ids.slide import SlideId as Id
from layouts.slide import page
from layouts.view import Changes


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    Drawing(page.FRAME, page.SLOTS, draw, source).register(app)
    clientside(app, "slides", Input(Id.DESK, "data-words"), first=False)


def draw(_figures: Figures, _request: Request, found: Settled) -> Changes:
    """The page in the language of the address."""
    return page.changes(words(found.choices.language))
