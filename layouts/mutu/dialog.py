"""The dialogue in which a flag is decided about: what, why, and who."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.domain.flags import FlagCode, FlagKey, Verdict
from cakupan.texts import Words
from layouts.dialog import Dialog, Opened
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

DIALOG = Dialog.of(Id, name=Id.NAME, fields=(Id.REASON,))
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((Id.REASON, prop) for prop in ("label", "description", "data", "value")),
)
LONGEST_REASON = 500
_REASONS = ("checked", "wrong", "unclear", "wrong_region")
_OF_ABOVE_ONE = ("place", "construction", "several", "inactive", "survey")
"""Reasons that are offered, and those that explain coverage above 100%; others can be typed."""


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue, and what it is about."""
    reason = dmc.Autocomplete(
        id=Id.REASON,
        label=words("mutu.dialog.reason"),
        description=words("mutu.dialog.reason_hint"),
        data=[],
        value="",
        comboboxProps={"withinPortal": True, "zIndex": 400},
        inputProps={"maxLength": LONGEST_REASON},
        size="sm",
    )
    return DIALOG.at_rest(words, title=words("mutu.dialog.accepted_title"), fields=[reason])


def open_for(verdict: Verdict, key: FlagKey, sentence: str, words: Words) -> Changes:
    """The dialogue opened for one flag; the browser remembers the name."""
    above = key.code == FlagCode.COVERAGE_ABOVE_ONE
    reasons = (*_OF_ABOVE_ONE, *_REASONS) if above else _REASONS
    opened = Opened(
        title=words(f"mutu.dialog.{verdict}_title"),
        body=[html.P(sentence), html.P(words(f"mutu.dialog.{verdict}_lead"))],
        yes=words(f"mutu.action.{verdict}"),
        intent={"flag": key.text, "verdict": verdict.value},
    )
    return {
        **DIALOG.opened(opened, words),
        (Id.REASON, "label"): words("mutu.dialog.reason"),
        (Id.REASON, "description"): words("mutu.dialog.reason_hint"),
        (Id.REASON, "data"): [words(f"mutu.reason.{name}") for name in reasons],
        (Id.REASON, "value"): "",
    }
