"""A load taken back, or restored: written beside the serving, for it may hold many figures.

What takes longer than a moment is told on the page, which looks again until it is done.
"""

from functools import partial

from dash import ALL, Dash, Input, Output, State, ctx

from cakupan.storage.loading import redo, withdraw
from callbacks.beside import Beside, LostError
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
from callbacks.dialog import Decided, Told, Write, done, id_of, pressed, stamp
from layouts import elements as html
from layouts.data import dialog
from layouts.ids import DataId as Id
from layouts.ids import DataWatch, ShellId

Turning = Beside[str]
Turned = tuple[html.P, str]
"""The note of what was done, and the stamp with which the page is drawn again."""

_ACTS = {"undo": withdraw, "redo": redo}
_REQUEST = State(ShellId.REQUEST, "data")


def register(app: Dash, *, tools: DataTools, turning: Turning) -> None:
    """Wire the looking for what is under way."""
    app.callback(
        Output(Id.DONE, "children", allow_duplicate=True),
        Output(Id.CHANGED, "data", allow_duplicate=True),
        Input({"type": DataWatch.TURNING, "action": ALL, "load": ALL}, "n_intervals"),
        _REQUEST,
        on_error=partial(_failed, tools=tools),
        prevent_initial_call=True,
    )(partial(look, tools=tools, turning=turning))


def turn(decided: Decided, *, tools: DataTools, turning: Turning) -> Write:
    """What was asked: withdraw a load, or restore it."""
    action, load_id = str(decided.intent["action"]), int(decided.intent["load"])

    def write() -> str:
        load = _ACTS[action](tools.writer, load_id, by=decided.who, at=tools.clock())
        return decided.say(f"data.{action}.done", id=load.id, file=load.file_name)

    def begin() -> Told:
        owner = _owner(action, load_id)
        turning.begin(owner, write)
        known = turning.outcome(owner)
        return known() if known else dialog.under_way(action, load_id, decided.say)

    return begin


def look(_looks: object, data: object, *, tools: DataTools, turning: Turning) -> Turned:
    """What was done since; the page is drawn again with it."""
    what, looks = id_of(pressed()), int(ctx.triggered[0]["value"])
    action, load_id = str(what["action"]), int(what["load"])
    try:
        return done(turning.told(_owner(action, load_id), looks)), stamp()
    except LostError:
        return _noted(tools.say(data)("data.dialog.turn_lost"), "moved")


def _failed(error: Exception, *, tools: DataTools) -> Turned:
    """What stopped it; nothing was written."""
    say = tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
    return _noted(failure_sentence(error, say), "failed")


def _noted(sentence: str, kind: str) -> Turned:
    return html.P(sentence, className=f"note {kind}", role="alert"), stamp()


def _owner(action: str, load_id: int) -> str:
    return f"{visitor()} {action} {load_id}"
