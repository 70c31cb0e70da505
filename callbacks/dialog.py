"""A dialogue at work: opened by a button, decided in it by name, or closed without a decision."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, State, ctx
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from cakupan.domain.acting import actor
from cakupan.domain.records import Record
from cakupan.texts import Words
from callbacks.buttons import noted, pressed
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools
from callbacks.signing import signed, signed_slots
from callbacks.wiring import clientside, log_failure, outputs, values
from layouts import elements as html
from layouts.dialog import WHOLE, Dialog, Faults
from layouts.ids import ShellId
from layouts.view import Changes, Slot

Told = str | list[Component] | html.P
"""What is said of a decision: a sentence, its parts, or the note as it is to stand."""

Write = Callable[[], Told]
"""Writes what was decided, and says what was done."""

_REQUEST = State(ShellId.REQUEST, "data")


class Decided(Record, frozen=True):
    """What a dialogue was opened for, what was typed into it, by whom, and the reader's words."""

    intent: Mapping[str, Any]
    typed: Mapping[str, str]
    who: str
    say: Words


class Asking(Record, frozen=True):
    """What a page does with its dialogue.

    ``open_for`` is given the button pressed, the request, and what stands in the fields
    ``beside``; it gives what the dialogue opens with, None where what the button stood for is
    gone. ``decide`` gives what writes the decision, or what is wrong with it. ``slots`` are all
    that opening fills.
    """

    dialog: Dialog
    slots: tuple[Slot, ...]
    buttons: Sequence[Input]
    open_for: Callable[..., Changes | None]
    decide: Callable[[Decided], Write | Faults]
    tools: DataTools
    beside: tuple[str, ...] = ()

    def register(self, app: Dash) -> None:
        """Wire the dialogue. Whoever listens to its note of changes draws the page again."""
        dialog = self.dialog
        app.callback(
            outputs(self._opened),
            noted(app, dialog.pressed, self.buttons),
            _REQUEST,
            *(State(field, "value") for field in self.beside),
            on_error=log_failure,
            prevent_initial_call=True,
        )(self.open)
        app.callback(
            [Output(str(name), field, allow_duplicate=True) for name, field in self._answered],
            Input(dialog.yes, "n_clicks"),
            State(dialog.intent, "data"),
            _REQUEST,
            *(State(field, "value") for field in dialog.all_fields),
            running=[(Output(dialog.yes, "disabled"), True, False)],
            on_error=self.fail,
            prevent_initial_call=True,
        )(self.answer)
        clientside(
            app,
            "close",
            Output(dialog.root, "opened", allow_duplicate=True),
            Input(dialog.no, "n_clicks"),
            first=False,
        )

    @property
    def _opened(self) -> tuple[Slot, ...]:
        """What opening fills, the name of whoever is logged in included."""
        return tuple(dict.fromkeys((*self.slots, *signed_slots(self.dialog.name))))

    @property
    def _answered(self) -> tuple[Slot, ...]:
        """What a decision fills: the dialogue, its faults, the note of changes, what was done."""
        dialog = self.dialog
        return (
            (dialog.root, "opened"),
            (dialog.error, "children"),
            (dialog.changed, "data"),
            (dialog.done, "children"),
            *((field, "error") for field in dialog.all_fields),
        )

    def open(self, note: object, *given: object) -> list[object]:
        """Open the dialogue for the button of the ``note``; then the request is ``given``."""
        changes = self.open_for(pressed(note), *given)
        if changes is None:
            raise PreventUpdate
        return values({**changes, **signed(self.dialog.name)}, self._opened)

    def answer(
        self, clicks: int | None, intent: Mapping[str, Any] | None, data: object, *typed: object
    ) -> list[object]:
        """Write what was decided; where it cannot be, the dialogue stays open and says why."""
        if not clicks or not intent:
            raise PreventUpdate
        given = zip(self.dialog.all_fields, typed, strict=True)
        fields = {field: _text(text).strip() for field, text in given}
        say, who = self.tools.say(data), actor().signs(fields[self.dialog.name])
        outcome = self.decide(Decided(intent, fields, who, say))
        nameless = {} if who else {self.dialog.name: say("dialog.nameless")}
        faults: Faults = nameless if callable(outcome) else {**outcome, **nameless}
        if faults or not callable(outcome):
            return values(self.dialog.refused(faults, say), self._answered)
        return values(self._done(outcome()), self._answered)

    def fail(self, error: Exception) -> list[object]:
        """What stopped it, in the dialogue that stays open; the page is drawn again behind it."""
        say = self.tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
        refused = self.dialog.refused({WHOLE: failure_sentence(error, say)}, say)
        return values({**refused, (self.dialog.changed, "data"): stamp()}, self._answered)

    def _done(self, told: Told) -> Changes:
        return {
            (self.dialog.root, "opened"): False,
            (self.dialog.error, "children"): None,
            (self.dialog.changed, "data"): stamp(),
            (self.dialog.done, "children"): done(told),
        }


def done(told: Told) -> html.P:
    """The note of what was done."""
    return told if isinstance(told, html.P) else html.P(told, className="note done")


def _text(typed: object) -> str:
    """What stands in a field; of several chosen ones their values, with spaces between."""
    return " ".join(map(str, typed)) if isinstance(typed, list) else str(typed or "")


def stamp() -> str:
    """A new value, so that a page is drawn again."""
    return secrets.token_hex(4)
