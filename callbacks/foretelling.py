"""What would hold after a load is taken back, or restored: told in the dialogue that asks.

Each of its figures is held against its other versions. That is done beside the serving: where it
takes longer than a moment the dialogue is open meanwhile, and looks again until it is known.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from cakupan.domain.loads import Load, LoadState
from cakupan.storage.errors import UnknownLoadError
from cakupan.storage.queries.aftermath import Aftermath, if_restored, if_withdrawn
from cakupan.storage.queries.loads import load_by_id
from cakupan.storage.reading import scoped
from callbacks.beside import Beside, LostError, one_look
from callbacks.buttons import Button, id_of
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
from callbacks.wiring import values
from layouts import elements as html
from layouts.data import dialog
from layouts.ids import DataId as Id
from layouts.ids import ShellId
from layouts.view import Changes

Counting = Beside[Aftermath]
_IF = {"undo": if_withdrawn, "redo": if_restored}


def register(app: Dash, *, tools: DataTools, counting: Counting) -> None:
    """Wire the looking of a dialogue that was opened before it was known."""
    app.callback(
        [Output(str(name), field, allow_duplicate=True) for name, field in dialog.FORETOLD],
        Input(Id.FORETOLD, "n_intervals"),
        State(Id.INTENT, "data"),
        State(ShellId.REQUEST, "data"),
        running=one_look(Id.FORETOLD),
        on_error=partial(_failed, tools=tools),
        prevent_initial_call=True,
    )(partial(look, tools=tools, counting=counting))


def ask(
    turned: Button, data: object, name: str | None, *, tools: DataTools, counting: Counting
) -> Changes:
    """The question, with what would be current afterwards if that is known by now."""
    load = _load(tools, int(id_of(turned)["load"]))
    action = "undo" if load.state is LoadState.CURRENT else "redo"
    owner = _owner(action, load.id)
    counting.begin(owner, partial(_count, action, load.id, tools))
    known = counting.outcome(owner)
    aftermath = known() if known else None
    return dialog.question(action, load, aftermath, name=name or "", words=tools.say(data))


def look(
    looks: int | None,
    intent: Mapping[str, Any] | None,
    data: object,
    *,
    tools: DataTools,
    counting: Counting,
) -> list[object]:
    """What was counted since; nothing while it is under way."""
    if not intent:
        raise PreventUpdate
    action, load = str(intent["action"]), _load(tools, int(intent["load"]))
    aftermath: Aftermath | None = None
    with suppress(LostError):
        aftermath = counting.told(_owner(action, load.id), looks or 0)
    return values(dialog.foretold(action, load, aftermath, tools.say(data)), dialog.FORETOLD)


def _load(tools: DataTools, load_id: int) -> Load:
    with tools.reader.connect() as connection:
        load = load_by_id(scoped(connection), load_id)
    if load is None:
        raise UnknownLoadError(load_id=load_id)
    return load


def _count(action: str, load_id: int, tools: DataTools) -> Aftermath:
    with tools.reader.connect() as connection:
        return _IF[action](scoped(connection), load_id)


def _owner(action: str, load_id: int) -> str:
    """A browser may ask of two loads at once."""
    return f"{visitor()} {action} {load_id}"


def _failed(error: Exception, *, tools: DataTools) -> list[object]:
    """What kept it from being counted; nobody looks any more."""
    say = tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
    sentence = failure_sentence(error, say)
    return [[html.P(sentence, className="note failed", role="alert")], no_update, True]
