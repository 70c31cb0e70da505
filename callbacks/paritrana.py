"""The Paritrana page at work: one callback draws it; weights and peers stand in the address."""

from functools import partial
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State

from cakupan.texts import words
from callbacks import dossier_actions, weights_actions
from callbacks.data_tools import DataTools
from callbacks.dialog import Asking
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.paritrana_reading import read_paritrana
from callbacks.reading import Request, Settled
from callbacks.wiring import clientside
from layouts.page_ids.paritrana import (
    DossierAction,
    DossierId,
    JuryWeightField,
    WeightsAction,
    WeightsId,
)
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana import dossier_dialog, page, weights_dialog
from layouts.paritrana.weights_card import FIELDS, PAIRS, TYPED
from layouts.view import Changes

_OF_NOMINEES = (DossierAction.SCORES, DossierAction.DOCUMENTS, DossierAction.STAGE)


def register(app: Dash, *, source: Source, tools: DataTools) -> None:
    """Wire the page."""
    drawing(source).register(app)
    controls = [Input(control, "value") for control in FIELDS]
    clientside(app, "steer", *controls, State(Id.STEERED, "data"), first=False)
    typed = [State(field, "value") for field in TYPED]
    clientside(app, "fill", Input(Id.STEERED, "data"), *typed, first=False)
    of_jury: list[str | dict[Any, Any]] = [
        {"type": kind, "criterion": MATCH} for kind in JuryWeightField
    ]
    for pair in (*PAIRS, of_jury):
        shown = [Output(one, "value") for one in pair]
        clientside(app, "pair", *shown, *(Input(one, "value") for one in pair), first=False)
    weights = {"type": JuryWeightField.FIELD, "criterion": ALL}
    clientside(
        app,
        "steerJury",
        Input(weights, "value"),
        State(weights, "id"),
        State(Id.STEERED, "data"),
        first=False,
    )
    Asking(
        dialog=weights_dialog.DIALOG,
        slots=weights_dialog.SLOTS,
        buttons=[
            Input(Id.SAVE, "n_clicks"),
            *(Input({"type": action, "preset": ALL}, "n_clicks") for action in WeightsAction),
        ],
        open_for=partial(weights_actions.open_dialog, tools=tools, source=source),
        decide=partial(weights_actions.decide, tools=tools, source=source),
        tools=tools,
    ).register(app)
    Asking(
        dialog=dossier_dialog.DIALOG,
        slots=dossier_dialog.SLOTS,
        buttons=[
            Input(Id.NOMINATE, "n_clicks"),
            *(Input({"type": action, "nominee": ALL}, "n_clicks") for action in _OF_NOMINEES),
            Input({"type": DossierAction.TURN, "load": ALL}, "n_clicks"),
        ],
        open_for=partial(dossier_actions.open_dialog, tools=tools, source=source),
        decide=partial(dossier_actions.decide, tools=tools),
        tools=tools,
    ).register(app)
    for changed in (WeightsId.CHANGED, DossierId.CHANGED):
        clientside(app, "renew", Input(changed, "data"), first=False)


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """The page for settled choices, or what is missing."""
    view = view_of(figures, request, found)
    if view is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.FRAME.nothing(region, words(found.choices.language))
    return page.changes(read_paritrana(figures, view))
