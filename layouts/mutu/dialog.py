"""The dialogue in which a flag is decided about or a figure corrected: what, why, and who."""

from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.flags import FlagCode, FlagKey, Verdict
from cakupan.domain.records import Record
from cakupan.texts import Words
from layouts import elements as html
from layouts.dialog import LONGEST_CITATION, Dialog, Opened
from layouts.mutu.wording import verdict_words
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes, Slot

_FIELDS = (Id.FIGURE, Id.VALUE, Id.REASON, Id.SOURCE)
_HINTED = (Id.VALUE, Id.REASON, Id.SOURCE)
DIALOG = Dialog.of(Id, name=Id.NAME, fields=_FIELDS)
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((field, prop) for field in _FIELDS for prop in ("label", "style", "value")),
    *((field, "description") for field in _HINTED),
    *((field, "data") for field in (Id.FIGURE, Id.REASON)),
)
LONGEST_REASON = 500
_LONGEST_VALUE = 30
_REASONS = ("checked", "wrong", "unclear", "wrong_region")
_ALSO = {
    FlagCode.COVERAGE_ABOVE_ONE: ("place", "construction", "several", "inactive", "survey"),
    FlagCode.SERIES_BREAK: ("same_count", "other_count"),
    FlagCode.CORRECTION_UNFIT: ("still_right",),
}
"""Reasons that are offered, and those that explain one kind of flag; others can be typed."""
_CORRECTING = ("wrong", "slipped", "exchanged", "newer")


class Choice(Record, frozen=True):
    """A figure that can be corrected: a word that stands for it, and how it is told."""

    value: str
    label: str


class _Filled(Record, frozen=True):
    """What the fields hold; a field that nothing is said of is not shown."""

    reasons: Sequence[str] = ()
    figures: Sequence[Choice] = ()

    @property
    def shown(self) -> frozenset[str]:
        if self.figures:
            return frozenset(_FIELDS)
        return frozenset({Id.REASON} if self.reasons else ())


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue, and what it is about."""
    fields = [
        dmc.Select(
            id=Id.FIGURE,
            label=words("mutu.dialog.figure"),
            data=[],
            allowDeselect=False,
            comboboxProps={"withinPortal": True, "zIndex": 400},
            size="sm",
        ),
        _text_field(Id.VALUE, _LONGEST_VALUE, words),
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
        _text_field(Id.SOURCE, LONGEST_CITATION, words),
    ]
    return DIALOG.at_rest(words, title=words("mutu.ask.accepted"), fields=fields)


def _text_field(field: Id, longest: int, words: Words) -> dmc.TextInput:
    return dmc.TextInput(
        id=field,
        label=words(f"mutu.dialog.{_name(field)}"),
        value="",
        inputProps={"maxLength": longest},
        autoComplete="off",
        size="sm",
    )


def open_for(verdict: Verdict, key: FlagKey, sentence: str, words: Words) -> Changes:
    """The dialogue opened for one flag; the browser remembers the name."""
    opened = Opened(
        title=verdict_words("ask", verdict, key, words),
        body=[html.P(sentence), html.P(verdict_words("lead", verdict, key, words))],
        yes=verdict_words("action", verdict, key, words),
        intent={"action": verdict.value, "flag": key.text},
    )
    return _opened(opened, _Filled((*_ALSO.get(FlagCode(key.code), ()), *_REASONS)), words)


def open_correction(
    figures: Sequence[Choice], sentence: str, intent: Mapping[str, object], words: Words
) -> Changes:
    """The dialogue opened to correct one of these figures; none is a sentence that says so."""
    lead = words("mutu.correct.lead" if figures else "mutu.correct.sum")
    opened = Opened(
        title=words("mutu.correct.title"),
        body=[html.P(sentence), html.P(lead)],
        yes=words("mutu.correct.yes"),
        intent=intent,
    )
    return _opened(opened, _Filled(_CORRECTING, figures) if figures else _Filled(), words)


def open_turn(action: str, sentence: str, load_id: int, words: Words) -> Changes:
    """The dialogue opened to undo a correction, or to let it count again."""
    opened = Opened(
        title=words(f"mutu.correct.{action}_title"),
        body=[html.P(sentence), html.P(words(f"mutu.correct.{action}_lead"))],
        yes=words(f"mutu.correct.{action}"),
        intent={"action": action, "load": load_id},
    )
    return _opened(opened, _Filled(), words)


def _opened(opened: Opened, filled: _Filled, words: Words) -> Changes:
    first = filled.figures[0].value if filled.figures else None
    changes: dict[Slot, object] = {
        **DIALOG.opened(opened, words),
        (Id.FIGURE, "data"): [{"value": one.value, "label": one.label} for one in filled.figures],
        (Id.REASON, "data"): [words(f"mutu.reason.{name}") for name in filled.reasons],
    }
    for field in _FIELDS:
        changes[field, "label"] = words(f"mutu.dialog.{_name(field)}")
        changes[field, "style"] = {} if field in filled.shown else {"display": "none"}
        changes[field, "value"] = first if field is Id.FIGURE else ""
    for field in _HINTED:
        changes[field, "description"] = words(f"mutu.dialog.{_name(field)}_hint")
    return changes


def _name(field: Id) -> str:
    return field.removeprefix("mutu-dialog-")
