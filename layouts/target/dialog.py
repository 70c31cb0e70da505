"""The dialogue in which a target is added, changed or retired, and a change undone or restored.

Its fields stand still while it is open, so that no drawing touches what is being typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import dash_mantine_components as dmc
from dash import dcc, html

from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts.attributes import aria
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
_LONGEST = {Field.CITATION: 500, Field.NAME: 80, Field.YEAR: 12, Field.RATIO: 12}
_SELECTS = (Field.REGION, Field.FRAMEWORK, Field.DENOMINATOR)

SLOTS: tuple[Slot, ...] = (
    (Id.DIALOG, "opened"),
    (Id.DIALOG, "title"),
    (Id.DIALOG, "closeButtonProps"),
    (Id.DIALOG_BODY, "children"),
    (Id.DIALOG_ERROR, "children"),
    (Id.DIALOG_YES, "children"),
    (Id.DIALOG_NO, "children"),
    (Id.INTENT, "data"),
    *((field, prop) for field in Field for prop in ("label", "style")),
    *((field, "value") for field in Field if field is not Field.NAME),
    *((field, "data") for field in _SELECTS),
    *((field, "description") for field in (Field.YEAR, Field.RATIO, Field.CITATION)),
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the dialogue is opened for: the action, what it is about, and what the fields hold."""

    action: str
    intent: Mapping[str, object]
    name: str
    values: Mapping[Field, str]


def at_rest(words: Words) -> dmc.Modal:
    """The closed dialogue."""
    return dmc.Modal(
        id=Id.DIALOG,
        className="ask",
        opened=False,
        size="min(560px, 96vw)",
        title=words("target.edit.add_title"),
        closeButtonProps=aria(label=words("target.edit.close")),
        children=[
            html.Div(id=Id.DIALOG_BODY, className="dialog-body"),
            html.Div([_field(field, words) for field in Field], className="fields"),
            html.Div(id=Id.DIALOG_ERROR, className="field-error", role="alert"),
            html.Div(
                className="dialog-actions",
                children=[
                    html.Button(
                        words("target.edit.cancel"),
                        id=Id.DIALOG_NO,
                        className="quiet-button",
                        type="button",
                    ),
                    html.Button(
                        words("target.edit.save"),
                        id=Id.DIALOG_YES,
                        className="button",
                        type="button",
                    ),
                ],
            ),
            dcc.Store(id=Id.INTENT),
        ],
    )


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
    kept = {"persistence": True, "persistence_type": "local"} if field is Field.NAME else {}
    return dmc.TextInput(
        id=field,
        label=label,
        value="",
        inputProps={"maxLength": _LONGEST[field]},
        autoComplete="name" if field is Field.NAME else "off",
        size="sm",
        **kept,
    )


def open_for(
    opening: Opening, *, regions: Iterable[Region], reference: Reference, words: Words
) -> Changes:
    """The dialogue opened; its fields filled but for the name, which the browser remembers."""
    action = opening.action
    lead = words("target.edit.lead" if action in _SAVES else f"target.edit.{action}_lead")
    changes: dict[Slot, object] = {
        (Id.DIALOG, "opened"): True,
        (Id.DIALOG, "title"): words(f"target.edit.{action}_title", target=opening.name),
        (Id.DIALOG, "closeButtonProps"): aria(label=words("target.edit.close")),
        (Id.DIALOG_BODY, "children"): html.P(lead),
        (Id.DIALOG_ERROR, "children"): None,
        (Id.DIALOG_YES, "children"): words(f"target.edit.{_SAVES.get(action, action)}"),
        (Id.DIALOG_NO, "children"): words("target.edit.cancel"),
        (Id.INTENT, "data"): dict(opening.intent),
        (Field.REGION, "data"): [{"value": one.code, "label": one.name} for one in regions],
        (Field.FRAMEWORK, "data"): _named(reference.frameworks, words),
        (Field.DENOMINATOR, "data"): _named(reference.denominators, words),
    }
    for field in Field:
        hidden = field in _HIDDEN_IN[action] and not _is_unnamed(field, opening, reference)
        changes[field, "label"] = _label(field, action, words)
        changes[field, "style"] = {"display": "none"} if hidden else {}
        if field is not Field.NAME:
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
