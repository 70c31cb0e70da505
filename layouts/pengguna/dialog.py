"""The dialogue in which somebody is added, changed, invited again, disabled or enabled."""

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE, RegionDirectory
from cakupan.texts import Words
from layouts import elements as html
from layouts.dialog import LONGEST_NAME, Dialog, Opened
from layouts.page_ids.pengguna import PenggunaFieldId as Field
from layouts.page_ids.pengguna import PenggunaId as Id
from layouts.view import Changes, Slot

ADD, CHANGE = "add", "change"
_FIELDS = (Field.PERSON, Field.ROLE, Field.SCOPE)
_SHOWN_IN = {ADD: _FIELDS, CHANGE: (Field.ROLE, Field.SCOPE)}
_MOST_OFFERED = 40
DIALOG = Dialog.of(Id, name=Field.NAME, fields=_FIELDS)
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((field, prop) for field in _FIELDS for prop in ("label", "description", "style", "value")),
    *((field, "data") for field in (Field.ROLE, Field.SCOPE)),
    (Field.SCOPE, "placeholder"),
)


class Opening(Record, frozen=True):
    """The action, and whom it is about; to add somebody it is about nobody yet."""

    action: str
    person: Person | None


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue."""
    portal = {"withinPortal": True, "zIndex": 400}
    fields = [
        dmc.TextInput(
            id=Field.PERSON,
            label=words("pengguna.field.person"),
            value="",
            inputProps={"maxLength": LONGEST_NAME},
            autoComplete="off",
            size="sm",
        ),
        dmc.Select(
            id=Field.ROLE,
            label=words("pengguna.field.role"),
            data=[],
            allowDeselect=False,
            comboboxProps=portal,
            size="sm",
        ),
        dmc.MultiSelect(
            id=Field.SCOPE,
            label=words("pengguna.field.scope"),
            data=[],
            value=[],
            searchable=True,
            limit=_MOST_OFFERED,
            # Low enough to leave the buttons free.
            maxDropdownHeight=150,
            comboboxProps=portal,
            size="sm",
        ),
    ]
    return DIALOG.at_rest(words, title=words("pengguna.add.button"), fields=fields)


def open_for(opening: Opening, *, directory: RegionDirectory, words: Words) -> Changes:
    """The dialogue opened for an action."""
    action, person = opening.action, opening.person
    name = person.name if person else ""
    opened = Opened(
        title=words(f"pengguna.{action}.title", person=name),
        body=[html.P(words(f"pengguna.{action}.lead", person=name))],
        yes=words(f"pengguna.{action}.yes"),
        intent={"action": action, "person": name},
    )
    changes: dict[Slot, object] = {
        **DIALOG.opened(opened, words),
        **_values(person),
        (Field.ROLE, "data"): [
            {"value": role.value, "label": words(f"access.role.{role.value}")} for role in Role
        ],
        (Field.SCOPE, "data"): [
            {"value": one.code, "label": one.name} for one in directory if one.code != NATION_CODE
        ],
        (Field.SCOPE, "placeholder"): words("pengguna.everywhere"),
    }
    for field in _FIELDS:
        shown = field in _SHOWN_IN.get(action, ())
        changes[field, "label"] = words(f"pengguna.field.{_name(field)}")
        changes[field, "description"] = words(f"pengguna.field.{_name(field)}_hint")
        changes[field, "style"] = {} if shown else {"display": "none"}
    return changes


def _values(person: Person | None) -> Changes:
    known = person or Person("", Role.VIEWER, EVERYWHERE)
    everywhere = known.scope == EVERYWHERE
    return {
        (Field.PERSON, "value"): known.name,
        (Field.ROLE, "value"): known.role.value,
        (Field.SCOPE, "value"): [] if everywhere else sorted(known.scope.prefixes),
    }


def _name(field: Field) -> str:
    return field.removeprefix("pengguna-field-")
