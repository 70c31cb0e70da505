"""The dialogue in which something is decided by name: what it asks, its fields, and their faults.

Its fields stand still while it is open, so that no drawing touches what is being typed.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.records import Record
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.view import Changes, Slot

Faults = Mapping[str, str]
"""What is wrong, a sentence by the id of its field; under ``WHOLE`` what is wrong with no field."""

WHOLE = ""
LONGEST_NAME, LONGEST_CITATION = 80, 500


class Opened(Record, frozen=True):
    """What a dialogue opens with; ``intent`` is what its button decides about."""

    title: str
    body: Sequence[Component]
    yes: str
    intent: Mapping[str, object]


class Dialog(Record, frozen=True):
    """The places of a dialogue by id; ``fields`` are what is typed beside the name."""

    root: str
    body: str
    error: str
    yes: str
    no: str
    name: str
    intent: str
    pressed: str
    changed: str
    done: str
    fields: tuple[str, ...] = ()

    @classmethod
    def of(cls, ids: type[StrEnum], *, name: str, fields: Sequence[str] = ()) -> "Dialog":
        """The dialogue of a page: DIALOG, DIALOG_BODY and so on are among its ids."""
        places = (
            *("DIALOG", "DIALOG_BODY", "DIALOG_ERROR", "DIALOG_YES", "DIALOG_NO"),
            *("INTENT", "PRESSED", "CHANGED", "DONE"),
        )
        root, body, error, yes, no, intent, pressed, changed, done = (ids[one] for one in places)
        about = (intent, pressed, changed, done)
        return cls(root, body, error, yes, no, name, *about, tuple(fields))

    @property
    def all_fields(self) -> tuple[str, ...]:
        """What is typed, the name last."""
        return (*self.fields, self.name)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every place and property that opening fills; more of its own fields may follow."""
        return (
            (self.root, "opened"),
            (self.root, "title"),
            (self.root, "closeButtonProps"),
            (self.body, "children"),
            (self.error, "children"),
            (self.yes, "children"),
            (self.no, "children"),
            (self.intent, "data"),
            (self.name, "label"),
            *((field, "error") for field in self.all_fields),
        )

    def at_rest(
        self, words: Words, *, title: str, fields: Sequence[Component] = ()
    ) -> list[Component]:
        """The closed dialogue, what it is about, and notes of what was pressed and changed."""
        modal = dmc.Modal(
            id=self.root,
            className="ask",
            opened=False,
            size="min(560px, 96vw)",
            title=title,
            closeButtonProps=aria(label=words("dialog.close")),
            children=[
                html.Div(id=self.body, className="dialog-body"),
                html.Div([*fields, self._name_field(words)], className="fields"),
                html.Div(id=self.error, className="field-error", role="alert"),
                self._buttons(words),
            ],
        )
        return [modal, *(dcc.Store(id=one) for one in (self.intent, self.pressed, self.changed))]

    def _name_field(self, words: Words) -> dmc.TextInput:
        """Who decides; the browser remembers it for the next time."""
        return dmc.TextInput(
            id=self.name,
            label=words("dialog.name"),
            value="",
            inputProps={"maxLength": LONGEST_NAME},
            autoComplete="name",
            persistence=True,
            persistence_type="local",
            size="sm",
        )

    def _buttons(self, words: Words) -> html.Div:
        return html.Div(
            className="dialog-actions",
            children=[
                html.Button(
                    words("dialog.cancel"), id=self.no, className="quiet-button", type="button"
                ),
                html.Button(words("dialog.decide"), id=self.yes, className="button", type="button"),
            ],
        )

    def opened(self, opened: Opened, words: Words) -> Changes:
        """The dialogue opened, with nothing wrong yet."""
        return {
            (self.root, "opened"): True,
            (self.root, "title"): opened.title,
            (self.root, "closeButtonProps"): aria(label=words("dialog.close")),
            (self.body, "children"): list(opened.body),
            (self.error, "children"): None,
            (self.yes, "children"): opened.yes,
            (self.no, "children"): words("dialog.cancel"),
            (self.intent, "data"): dict(opened.intent),
            (self.name, "label"): words("dialog.name"),
            **{(field, "error"): None for field in self.all_fields},
        }

    def refused(self, faults: Faults, words: Words) -> Changes:
        """What is wrong: told at its field, and above the buttons that something is."""
        at_fields = sum(field in faults for field in self.all_fields)
        told = [] if WHOLE not in faults else [faults[WHOLE]]
        if at_fields:
            told.append(words("dialog.refused", fields=at_fields))
        return {
            (self.error, "children"): [html.P(sentence) for sentence in told],
            **{(field, "error"): faults.get(field) for field in self.all_fields},
        }
