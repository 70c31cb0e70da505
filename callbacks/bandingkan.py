"""Regions side by side at work: one callback draws the section, one fills its control once."""

from dataclasses import replace
from functools import partial

from dash import Dash, Input, Output, State

from cakupan.texts import words
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, read_view
from callbacks.wiring import clientside, log_failure
from layouts.bandingkan import page
from layouts.bandingkan.asked import PARAMETER, asked, options
from layouts.page_ids.bandingkan import BandingkanId as Id
from layouts.view import Changes, View
from layouts.wilayah.search_text import search_texts


def register(app: Dash, *, source: Source) -> None:
    """Wire the section."""
    reference = source.reference
    offered = list(options(reference.directory, dict(search_texts(reference))))
    Drawing(page.FRAME, page.SLOTS, draw, source).register(app)
    app.callback([Output(Id.PICK, "data")], Input(Id.PICK, "id"), on_error=log_failure)(
        partial(offer, offered=offered)
    )
    clientside(app, "steer", Input(Id.PICK, "value"), State(Id.CHOSEN, "data"), first=False)


def offer(_place: str, *, offered: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Every region there is, sent once when the control appears."""
    return [offered]


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """The section for what the address asks for."""
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
    return page.changes(wanted, views, language)
