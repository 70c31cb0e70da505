"""Buttons that stand among what is drawn: what was pressed is kept where no drawing takes it away.

Dash drops what a button has set off, asked or answered, when a new one is drawn in its place: a
page that is just being drawn anew would lose the click, over a slow line for as long as an answer
takes. So the browser notes at once what was pressed, and the server answers the note.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from callbacks.wiring import clientside

Button = str | Mapping[str, Any]
"""The id of a button."""


def noted(app: Dash, note: str, buttons: Sequence[Input]) -> Input:
    """What to listen to instead of these ``buttons``; the ``note`` stands still on the page."""
    clientside(app, "press", Output(note, "data"), *buttons, first=False)
    return Input(note, "data")


def pressed(note: object) -> Button:
    """The id of the button that was pressed, by the note."""
    button = note.get("button") if isinstance(note, Mapping) else None
    if not isinstance(button, str | Mapping):
        raise PreventUpdate
    return button


def id_of(button: Button) -> Mapping[str, Any]:
    """The parts of the id of a button that stands there many times."""
    if isinstance(button, str):
        raise PreventUpdate
    return button
