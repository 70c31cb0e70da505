"""The dialogue in which a flag is decided about: what, why, and who."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.domain.flags import FlagCode, FlagKey, Verdict
from cakupan.texts import Words
from layouts.dialog import Dialog, Opened
from layouts.mutu.wording import verdict_words
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

DIALOG = Dialog.of(Id, name=Id.NAME, fields=(Id.REASON,))
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((Id.REASON, prop) for prop in ("label", "description", "data", "value")),
)
LONGEST_REASON = 500
_REASONS = ("checked", "wrong", "unclear", "wrong_region")
_ALSO = {
    FlagCode.COVERAGE_ABOVE_ONE: ("place", "construction", "several", "inactive", "survey"),
    FlagCode.SERIES_BREAK: ("same_count", "other_count"),
}
"""Reasons that are offered, and those that explain one kind of flag; others can be typed."""


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
    return DIALOG.at_rest(words, title=words("mutu.ask.accepted"), fields=[reason])


def open_for(verdict: Verdict, key: FlagKey, sentence: str, words: Words) -> Changes:
    """The dialogue opened for one flag; the browser remembers the name."""
    reasons = (*_ALSO.get(FlagCode(key.code), ()), *_REASONS)
    opened = Opened(
        title=verdict_words("ask", verdict, key, words),
        body=[html.P(sentence), html.P(verdict_words("lead", verdict, key, words))],
        yes=verdict_words("action", verdict, key, words),
        intent={"flag": key.text, "verdict": verdict.value},
    )
    return {
        **DIALOG.opened(opened, words),
        (Id.REASON, "label"): words("mutu.dialog.reason"),
        (Id.REASON, "description"): words("mutu.dialog.reason_hint"),
        (Id.REASON, "data"): [words(f"mutu.reason.{name}") for name in reasons],
        (Id.REASON, "value"): "",
    }
