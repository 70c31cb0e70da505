"""The dialogue in which weights are saved under a name, changed, retired or taken up again."""

from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.texts import Words
from layouts import elements as html
from layouts.dialog import Dialog, Opened
from layouts.page_ids.paritrana import WeightsFieldId as Field
from layouts.page_ids.paritrana import WeightsId as Id
from layouts.view import Changes, Slot

LONGEST_TITLE, LONGEST_NOTE = 60, 300
NEW, UPDATE, RETIRE, RESTORE = "new", "update", "retire", "restore"
_FIELDS = (Field.TITLE, Field.NOTE)
_LONGEST = {Field.TITLE: LONGEST_TITLE, Field.NOTE: LONGEST_NOTE}
_HIDDEN_IN = {RETIRE: {Field.TITLE}, RESTORE: {Field.TITLE}}
DIALOG = Dialog.of(Id, name=Field.NAME, fields=_FIELDS)
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((field, prop) for field in _FIELDS for prop in ("label", "style", "value", "description")),
)


class Opening(Record, frozen=True):
    """What the dialogue is opened for; ``told`` are the weights, a line a criterion."""

    action: str
    intent: Mapping[str, object]
    name: str
    told: Sequence[str]
    note: str = ""


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue."""
    fields = [
        dmc.TextInput(
            id=field,
            label=_label(field, NEW, words),
            value="",
            inputProps={"maxLength": _LONGEST[field]},
            autoComplete="off",
            size="sm",
        )
        for field in _FIELDS
    ]
    return DIALOG.at_rest(words, title=words("bobot.new_title"), fields=fields)


def open_for(opening: Opening, words: Words) -> Changes:
    """The dialogue opened; its fields filled but for the name, which the browser remembers."""
    action = opening.action
    opened = Opened(
        title=words(f"bobot.{action}_title", name=opening.name),
        body=[
            html.P(words(f"bobot.{action}_lead")),
            html.Ul([html.Li(line) for line in opening.told]),
        ],
        yes=words(f"bobot.{action}_yes"),
        intent=opening.intent,
    )
    changes: dict[Slot, object] = {**DIALOG.opened(opened, words)}
    values = {Field.TITLE: opening.name, Field.NOTE: opening.note}
    for field in _FIELDS:
        hidden = field in _HIDDEN_IN.get(action, ())
        changes[field, "label"] = _label(field, action, words)
        changes[field, "description"] = words(f"bobot.{_name(field)}_hint")
        changes[field, "style"] = {"display": "none"} if hidden else {}
        changes[field, "value"] = values[field]
    return changes


def _label(field: Field, action: str, words: Words) -> str:
    if field is Field.NOTE and action in {RETIRE, RESTORE}:
        return words("bobot.reason")
    return words(f"bobot.{_name(field)}")


def _name(field: Field) -> str:
    return field.removeprefix("weights-field-")
