"""The page as a whole: at rest and filled."""

from dash import dcc

from cakupan.texts import Words
from layouts import elements as html
from layouts.frame import Frame
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana import (
    asked,
    dossier_card,
    dossier_dialog,
    dossier_history,
    events_card,
    head_card,
    jury_sheet,
    nominees_card,
    presets_card,
    scores_card,
    sheet_card,
    weights_card,
    weights_dialog,
    winners_card,
)
from layouts.paritrana.records import ParitranaView
from layouts.view import Changes, Slot

PATH = asked.PATH
TITLE = "paritrana.title"
ICON = "award"

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.STEERED, "data"),
    *head_card.SLOTS,
    *weights_card.SLOTS,
    *presets_card.SLOTS,
    *scores_card.CARD.slots,
    *sheet_card.SLOTS,
    *nominees_card.SLOTS,
    *dossier_card.SLOTS,
    *dossier_history.SLOTS,
    *winners_card.SLOTS,
    *events_card.SLOTS,
    *jury_sheet.SLOTS,
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "paritrana",
        [
            head_card.at_rest(words),
            weights_card.at_rest(words),
            scores_card.CARD.at_rest(words),
            sheet_card.at_rest(),
            nominees_card.at_rest(),
            dossier_card.at_rest(words),
            dossier_history.at_rest(),
            presets_card.at_rest(),
            winners_card.at_rest(),
            events_card.at_rest(),
            jury_sheet.at_rest(),
        ],
        beside=[
            dcc.Store(id=Id.STEERED),
            *weights_dialog.at_rest(words),
            *dossier_dialog.at_rest(words),
        ],
    )


def changes(page: ParitranaView) -> Changes:
    """The page filled from one view."""
    return {
        **FRAME.shown(),
        (Id.STEERED, "data"): page.asked.steered,
        **head_card.changes(page),
        **weights_card.changes(page),
        **presets_card.changes(page),
        **scores_card.changes(page),
        **sheet_card.changes(page),
        **nominees_card.changes(page),
        **dossier_card.changes(page),
        **dossier_history.changes(page),
        **winners_card.changes(page),
        **events_card.changes(page),
        **jury_sheet.changes(page),
    }
