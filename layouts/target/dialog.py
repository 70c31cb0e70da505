"""The dialogue in which a target is added, changed or retired, and a change undone or restored."""

from collections.abc import Iterable, Mapping

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts import elements as html
from layouts.dialog import LONGEST_CITATION, Dialog, Opened
from layouts.ids import TargetFieldId as Field
from layouts.ids import TargetId as Id
from layouts.view import Changes, Slot, localized

_HIDDEN_IN = {
    "add": frozenset[Field](),
    "change": frozenset({Field.REGION, Field.FRAMEWORK}),
    "retire": frozenset(
        {Field.REGION, Field.FRAMEWORK, Field.YEAR, Field.RATIO, Field.DENOMINATOR}
    ),
    "undo": frozenset(set(Field) - {Field.NAME}),
    "redo": frozenset(set(Field) - {Field.NAME}),
}
"""Fields that have no place in an action: what is changed keeps its region and framework."""
_SAVES = {"add": "save", "change": "save"}
_LONGEST = {Field.CITATION: LONGEST_CITATION, Field.YEAR: 12, Field.RATIO: 12}
_SELECTS = (Field.REGION, Field.FRAMEWORK, Field.DENOMINATOR)
_FIELDS = tuple(field for field in Field if field is not Field.NAME)
DIALOG = Dialog.of(Id, name=Field.NAME, fields=_FIELDS)

SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((field, prop) for field in _FIELDS for prop in ("label", "style", "value")),
    *((field, "data") for field in _SELECTS),
    *((field, "description") for field in (Field.YEAR, Field.RATIO, Field.CITATION)),
)


class Opening(Record, frozen=True):
    """What the dialogue is opened for: the action, what it is about, and what the fields hold."""

    action: str
    intent: Mapping[str, object]
    name: str
    values: Mapping[Field, str]


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue."""
    fields = [_field(field, words) for field in _FIELDS]
    return DIALOG.at_rest(words, title=words("target.edit.add_title"), fields=fields)


def _field(field: Field, words: Words) -> dmc.Select | dmc.TextInput:
    label = words(f"target.edit.{_name(field)}")
    if field in _SELECTS:
        return dmc.Select(
            id=field,
            label=label,
            data=[],
            allowDeselect=False,
            searchable=field is Field.REGION,
            comboboxProps={"withinPortal": True, "zIndex": 400},
            size="sm",
        )
    return dmc.TextInput(
        id=field,
        label=label,
        value="",
        inputProps={"maxLength": _LONGEST[field]},
        autoComplete="off",
        size="sm",
    )


def open_for(
    opening: Opening, *, regions: Iterable[Region], reference: Reference, words: Words
) -> Changes:
    """The dialogue opened; its fields filled but for the name, which the browser remembers."""
    action = opening.action
    lead = words("target.edit.lead" if action in _SAVES else f"target.edit.{action}_lead")
    opened = Opened(
        title=words(f"target.edit.{action}_title", target=opening.name),
        body=[html.P(lead)],
        yes=words(f"target.edit.{_SAVES.get(action, action)}"),
        intent=opening.intent,
    )
    changes: dict[Slot, object] = {
        **DIALOG.opened(opened, words),
        (Field.REGION, "data"): [{"value": one.code, "label": one.name} for one in regions],
        (Field.FRAMEWORK, "data"): _named(reference.frameworks, words),
        (Field.DENOMINATOR, "data"): _named(reference.denominators, words),
    }
    for field in _FIELDS:
        hidden = field in _HIDDEN_IN[action] and not _is_unnamed(field, opening, reference)
        changes[field, "label"] = _label(field, action, words)
        changes[field, "style"] = {"display": "none"} if hidden else {}
        changes[field, "value"] = opening.values.get(field, "")
    for field in (Field.YEAR, Field.RATIO, Field.CITATION):
        changes[field, "description"] = words(f"target.edit.{_name(field)}_hint")
    return changes


def _is_unnamed(field: Field, opening: Opening, reference: Reference) -> bool:
    """Whether a target that is changed has a framework of no list: then one has to be chosen."""
    known = {one.id for one in reference.frameworks}
    named = opening.values.get(field, "") in known
    return field is Field.FRAMEWORK and opening.action == "change" and not named


def _label(field: Field, action: str, words: Words) -> str:
    if field is Field.CITATION and action == "retire":
        return words("target.edit.citation_retire")
    return words(f"target.edit.{_name(field)}")


def _name(field: Field) -> str:
    return field.removeprefix("target-field-")


def _named(items: Iterable[object], words: Words) -> list[dict[str, str]]:
    return [
        {"value": str(getattr(item, "id", "")), "label": localized(item, "name", words.language)}
        for item in items
    ]
