"""The Metode page at work: it is drawn from the reference data and the targets in force."""

from collections.abc import Sequence
from functools import partial

from dash import Dash

from cakupan.texts import words
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled
from layouts.metode import page
from layouts.records import KnownFault
from layouts.view import Changes


def register(app: Dash, *, source: Source, faults: Sequence[KnownFault]) -> None:
    """Wire the page. ``faults`` are those of sources that are corrected while reading."""
    drawing(source, faults).register(app)


def drawing(source: Source, faults: Sequence[KnownFault]) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, partial(draw, faults=faults), source)


def draw(
    figures: Figures, _request: Request, found: Settled, *, faults: Sequence[KnownFault]
) -> Changes:
    """Every section of the page."""
    view = page.MetodeView(
        reference=figures.reference,
        targets=figures.targets(),
        faults=faults,
        words=words(found.choices.language),
    )
    return page.changes(view)
