"""The dialogue in which a line of the ledger is added, changed or retired, or a change undone."""

from collections.abc import Iterable, Mapping

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.domain.reference import Reference, Term
from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts import elements as html
from layouts.dialog import LONGEST_CITATION, Dialog, Opened
from layouts.page_ids.segmen import LedgerFieldId as Field
from layouts.page_ids.segmen import SegmenId as Id
from layouts.view import Changes, Slot, term_name

EVERYBODY = "semua"
"""Stands for a line of no group in particular: an empty choice would be none."""

_FIELDS = tuple(field for field in Field if field is not Field.NAME)
_SELECTS = (Field.REGION, Field.GROUP, Field.PAYER)
_HINTED = (Field.WORKERS, Field.RATE, Field.START, Field.MONTHS, Field.CITATION)
_SHOWN_IN = {
    "add": frozenset(_FIELDS),
    "change": frozenset(_FIELDS),
    "retire": frozenset({Field.CITATION}),
    "undo": frozenset[Field](),
    "redo": frozenset[Field](),
}
_LONGEST = {Field.CITATION: LONGEST_CITATION}
_LONGEST_NUMBER = 30
DIALOG = Dialog.of(Id, name=Field.NAME, fields=_FIELDS)
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((field, prop) for field in _FIELDS for prop in ("label", "style", "value")),
    *((field, "data") for field in _SELECTS),
    *((field, "description") for field in _HINTED),
)


class Opening(Record, frozen=True):
    """What the dialogue is opened for: the action, what it is about, and what the fields hold."""

    action: str
    intent: Mapping[str, object]
    name: str
    values: Mapping[Field, str]
    regions: tuple[Region, ...] = ()


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue."""
    fields = html.Div([_field(field, words) for field in _FIELDS], className="ledger-fields")
    return DIALOG.at_rest(words, title=words("segmen.edit.new"), fields=[fields])


def _field(field: Field, words: Words) -> dmc.Select | dmc.TextInput:
    if field in _SELECTS:
        return dmc.Select(
            id=field,
            label=_label(field, "add", words),
            data=[],
            allowDeselect=False,
            searchable=True,
            comboboxProps={"withinPortal": True, "zIndex": 400},
            size="sm",
        )
    return dmc.TextInput(
        id=field,
        label=_label(field, "add", words),
        value="",
        inputProps={"maxLength": _LONGEST.get(field, _LONGEST_NUMBER)},
        autoComplete="off",
        size="sm",
    )


def open_for(opening: Opening, *, reference: Reference, words: Words) -> Changes:
    """The dialogue opened; its fields filled but for the name, which the browser remembers."""
    action, values = opening.action, opening.values
    saves = action in {"add", "change"}
    opened = Opened(
        title=words(f"segmen.edit.{action}_title", name=opening.name),
        body=[html.P(words(f"segmen.edit.{'save' if saves else action}_lead"))],
        yes=words(f"segmen.edit.{'save' if saves else action}"),
        intent=opening.intent,
    )
    groups = _terms(reference.worker_groups, values.get(Field.GROUP, ""), words)
    everybody = {"value": EVERYBODY, "label": words("segmen.edit.everybody")}
    regions = [{"value": one.code, "label": one.name} for one in opening.regions]
    changes: dict[Slot, object] = {
        **DIALOG.opened(opened, words),
        (Field.REGION, "data"): regions,
        (Field.GROUP, "data"): [everybody, *groups],
        (Field.PAYER, "data"): _terms(reference.payers, values.get(Field.PAYER, ""), words),
    }
    for field in _FIELDS:
        shown = field in _SHOWN_IN[action]
        changes[field, "label"] = _label(field, action, words)
        changes[field, "style"] = {} if shown else {"display": "none"}
        changes[field, "value"] = values.get(field, "")
    for hinted in _HINTED:
        changes[hinted, "description"] = words(f"segmen.edit.{_name(hinted)}_hint")
    return changes


def _terms(terms: Iterable[Term], own: str, words: Words) -> list[dict[str, str]]:
    """The terms of a list, and the words of a source that it does not know."""
    ids = [term.id for term in terms]
    unknown = [own] if own and own not in {*ids, EVERYBODY} else []
    return [
        {"value": one, "label": term_name(one, terms, words.language)} for one in (*ids, *unknown)
    ]


def _label(field: Field, action: str, words: Words) -> str:
    if field is Field.CITATION and action == "retire":
        return words("segmen.edit.citation_retire")
    return words(f"segmen.edit.{_name(field)}")


def _name(field: Field) -> str:
    return field.removeprefix("segmen-field-")
