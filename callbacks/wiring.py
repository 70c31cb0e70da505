"""How slots become callback outputs, and what happens when a callback fails."""

import logging
from collections.abc import Iterable

from dash import ClientsideFunction, Dash, Output, no_update
from dash.dependencies import DashDependency

from cakupan.domain.repeating import holds_not
from callbacks.sending import sent
from layouts.view import Changes, Slot

_log = logging.getLogger(__name__)


def outputs(slots: Iterable[Slot]) -> list[Output]:
    """One output for each slot."""
    return [Output(str(component), field) for component, field in slots]


def values(changes: Changes, slots: Iterable[Slot]) -> list[object]:
    """The new values in the order of the slots, written; one not spoken of stays as it is."""
    return [sent(changes.get(slot, no_update)) for slot in slots]


def clientside(app: Dash, name: str, *wires: DashDependency, first: bool = True) -> None:
    """Wire a function of assets/20-choices.js; ``first`` says whether it runs at the start."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("cakupan", name), *wires, prevent_initial_call=not first
    )


def log_failure(error: Exception) -> None:
    """Write a failed callback to the log, with its traceback: the reader never sees one.

    No such answer is given a second time.
    """
    holds_not()
    _log.error("callback failed", exc_info=error)
