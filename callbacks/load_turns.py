"""A load taken back, or restored: written beside the serving, for it may hold many figures.

What takes longer than a moment is told on the page, which looks again until it is done.
"""

from functools import partial

from dash import ALL, Dash, Input, Output, State, ctx

from cakupan.storage.loading import redo, withdraw
from callbacks.beside import Beside, LostError, looked, one_look
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
from callbacks.dialog import Decided, Told, Write, done, stamp
from layouts import elements as html
from layouts.data import dialog
from layouts.ids import DataId as Id
from layouts.ids import DataWatch, ShellId

Turning = Beside[str]
Turned = tuple[html.P, str]
"""The note of what was done, and the stamp with which the page is drawn again."""

_ACTS = {"undo": withdraw, "redo": redo}
_WATCH: dict[str, object] = {"type": DataWatch.TURNING, "deed": ALL}
_REQUEST = State(ShellId.REQUEST, "data")


def register(app: Dash, *, tools: DataTools, turning: Turning) -> None:
    """Wire the looking for what is under way."""
    app.callback(
        Output(Id.DONE, "children", allow_duplicate=True),
        Output(Id.CHANGED, "data", allow_duplicate=True),
        Input(_WATCH, "n_intervals"),
        _REQUEST,
        running=one_look(_WATCH),
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
        deed = f"{action} {load_id}"
        turning.begin(_owner(deed), write)
        known = turning.outcome(_owner(deed))
        sentence = decided.say(f"data.{action}.under_way", id=load_id)
        return known() if known else dialog.under_way(deed, sentence)

    return begin


def look(_looks: object, data: object, *, tools: DataTools, turning: Turning) -> Turned:
    """What was done since; the page is drawn again with it."""
    deed, looks = looked()
    try:
        return done(turning.told(_owner(deed), looks)), stamp()
    except LostError:
        return _noted(tools.say(data)("data.dialog.turn_lost"), "moved")


def _failed(error: Exception, *, tools: DataTools) -> Turned:
    """What stopped it; nothing was written."""
    say = tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
    return _noted(failure_sentence(error, say), "failed")


def _noted(sentence: str, kind: str) -> Turned:
    return html.P(sentence, className=f"note {kind}", role="alert"), stamp()


def _owner(deed: str) -> str:
    return f"{visitor()} {deed}"
