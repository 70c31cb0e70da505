"""Regions side by side at work: one callback draws the section with its control."""

from collections.abc import Sequence
from functools import partial

from dash import Dash, Input, State

from cakupan.domain.records import replace
from cakupan.texts import words
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, read_view
from callbacks.regions_reading import Atlas
from callbacks.wiring import clientside
from layouts.bandingkan import page
from layouts.bandingkan.asked import PARAMETER, Offered, asked, options
from layouts.page_ids.bandingkan import BandingkanId as Id
from layouts.view import Changes, View


def register(app: Dash, *, source: Source, atlas: Atlas) -> None:
    """Wire the section."""
    drawing(source, atlas).register(app)
    clientside(app, "steer", Input(Id.PICK, "value"), State(Id.CHOSEN, "data"), first=False)


def drawing(source: Source, atlas: Atlas) -> Drawing:
    """How the section is drawn."""
    offered = options(source.reference.directory, atlas.searched)
    return Drawing(page.FRAME, page.SLOTS, partial(draw, offered=offered), source)


def draw(
    figures: Figures, request: Request, found: Settled, *, offered: Sequence[Offered]
) -> Changes:
    """The section for what the address asks for.

    Regions are offered with every drawing: a control that is told of a choice before it knows what
    there is to choose from throws the choice away.
    """
    wanted = asked(found.choices.page_choice(PARAMETER), figures.reference.directory)
    language = words(found.choices.language)
    period = found.choices.period
    views: list[View] = []
    if wanted.comparable and period is not None:
        views = [
            read_view(
                figures,
                replace(found.choices, region_code=region.code),
                period,
                compact=request.compact,
            )
            for region in wanted.regions
        ]
    return {**page.changes(wanted, views, language), (Id.PICK, "data"): offered}
