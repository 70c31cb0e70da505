"""The dialogue in which a flag is decided about: what, why, and who."""

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from cakupan.domain.flags import FlagCode, FlagKey, Verdict
from cakupan.texts import Words
from layouts.attributes import aria
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.DIALOG, "opened"),
    (Id.DIALOG, "title"),
    (Id.DIALOG, "closeButtonProps"),
    (Id.DIALOG_BODY, "children"),
    (Id.DIALOG_ERROR, "children"),
    (Id.DIALOG_YES, "children"),
    (Id.DIALOG_NO, "children"),
    (Id.REASON, "label"),
    (Id.REASON, "description"),
    (Id.REASON, "data"),
    (Id.REASON, "value"),
    (Id.NAME, "label"),
    (Id.INTENT, "data"),
)
LONGEST_REASON = 500
_REASONS = ("checked", "wrong", "unclear", "wrong_region")
_OF_ABOVE_ONE = ("place", "construction", "several", "inactive", "survey")
"""Reasons that are offered, and those that explain coverage above 100%; others can be typed."""


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue, and what it is about."""
    buttons = html.Div(
        className="dialog-actions",
        children=[
            html.Button(
                words("mutu.dialog.cancel"),
                id=Id.DIALOG_NO,
                className="quiet-button",
                type="button",
            ),
            html.Button(
                words("mutu.action.accepted"), id=Id.DIALOG_YES, className="button", type="button"
            ),
        ],
    )
    modal = dmc.Modal(
        id=Id.DIALOG,
        className="ask",
        opened=False,
        size="min(560px, 96vw)",
        title=words("mutu.dialog.accepted_title"),
        closeButtonProps=aria(label=words("mutu.dialog.close")),
        children=[
            html.Div(id=Id.DIALOG_BODY, className="dialog-body"),
            html.Div(_fields(words), className="fields"),
            html.Div(id=Id.DIALOG_ERROR, className="field-error", role="alert"),
            buttons,
        ],
    )
    return [modal, dcc.Store(id=Id.INTENT), dcc.Store(id=Id.CHANGED)]


def _fields(words: Words) -> list[Component]:
    return [
        dmc.Autocomplete(
            id=Id.REASON,
            label=words("mutu.dialog.reason"),
            description=words("mutu.dialog.reason_hint"),
            data=[],
            value="",
            comboboxProps={"withinPortal": True, "zIndex": 400},
            inputProps={"maxLength": LONGEST_REASON},
            size="sm",
        ),
        dmc.TextInput(
            id=Id.NAME,
            label=words("mutu.dialog.name"),
            value="",
            inputProps={"maxLength": 80},
            autoComplete="name",
            persistence=True,
            persistence_type="local",
            size="sm",
        ),
    ]


def open_for(verdict: Verdict, key: FlagKey, sentence: str, words: Words) -> Changes:
    """The dialogue opened for one flag; the browser remembers the name."""
    above = key.code == FlagCode.COVERAGE_ABOVE_ONE
    reasons = (*_OF_ABOVE_ONE, *_REASONS) if above else _REASONS
    return {
        (Id.DIALOG, "opened"): True,
        (Id.DIALOG, "title"): words(f"mutu.dialog.{verdict}_title"),
        (Id.DIALOG, "closeButtonProps"): aria(label=words("mutu.dialog.close")),
        (Id.DIALOG_BODY, "children"): [
            html.P(sentence),
            html.P(words(f"mutu.dialog.{verdict}_lead")),
        ],
        (Id.DIALOG_ERROR, "children"): None,
        (Id.DIALOG_YES, "children"): words(f"mutu.action.{verdict}"),
        (Id.DIALOG_NO, "children"): words("mutu.dialog.cancel"),
        (Id.REASON, "label"): words("mutu.dialog.reason"),
        (Id.REASON, "description"): words("mutu.dialog.reason_hint"),
        (Id.REASON, "data"): [words(f"mutu.reason.{name}") for name in reasons],
        (Id.REASON, "value"): "",
        (Id.NAME, "label"): words("mutu.dialog.name"),
        (Id.INTENT, "data"): {"flag": key.text, "verdict": verdict.value},
    }
