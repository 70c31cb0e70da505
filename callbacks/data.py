"""The Data page at work: one callback draws all of it, the others act and have it drawn again."""

from functools import partial

from dash import ALL, Dash, Input, Output, State, ctx

from cakupan.texts import words
from callbacks import data_actions as act
from callbacks import foretelling, load_turns
from callbacks.buttons import noted
from callbacks.data_failures import lead_of
from callbacks.data_reading import read_data_view
from callbacks.data_tools import DataTools, visitor
from callbacks.dialog import Asking
from callbacks.figures import Source
from callbacks.reading import Request
from callbacks.signing import signed, signed_slots
from callbacks.wiring import clientside, log_failure, outputs, values
from layouts.choices import parse
from layouts.data import dialog, page
from layouts.ids import DataAction, DataField, ShellId
from layouts.ids import DataId as Id
from layouts.view import Changes

FIRST_LOADS, MORE_LOADS, _MOST_PRESSED = 20, 50, 1000
_FILE_BUTTONS = [
    Input({"type": action, "token": ALL}, "n_clicks")
    for action in DataAction
    if action is not DataAction.TURN
]
_REQUEST = State(ShellId.REQUEST, "data")
_SLOTS = (*page.SLOTS, *signed_slots(Id.NAME))


def register(app: Dash, *, source: Source, tools: DataTools) -> None:
    """Wire the page."""
    app.callback(
        outputs(_SLOTS),
        Input(ShellId.REQUEST, "data"),
        Input(Id.CHANGED, "data"),
        Input(Id.OLDER, "n_clicks"),
        on_error=partial(show_failure, tools=tools),
    )(partial(show, source=source, tools=tools))
    clientside(app, "follow", Input(Id.PENDING, "data"))
    clientside(app, "steer", Input(Id.AS_OF, "value"), State(Id.STEERED, "data"), first=False)
    _register_files(app, tools)
    _register_loads(app, tools)


def _register_files(app: Dash, tools: DataTools) -> None:
    """What is done with files that wait."""
    app.callback(
        Output(Id.CHANGED, "data"),
        Output(Id.NAME_ERROR, "children"),
        Output(Id.SAID, "children"),
        Input(Id.LOAD, "n_clicks"),
        State(Id.NAME, "value"),
        State(Id.OFFERED, "data"),
        _REQUEST,
        running=[(Output(Id.LOAD, "disabled"), True, False)],
        on_error=partial(act.load_failure, tools=tools),
        prevent_initial_call=True,
    )(partial(act.load_files, tools=tools))
    every = {"token": ALL, "question": ALL}
    app.callback(
        Output(Id.CHANGED, "data", allow_duplicate=True),
        Output(Id.SAID, "children", allow_duplicate=True),
        noted(app, Id.FILE_PRESSED, _FILE_BUTTONS),
        State({"type": DataField.CHOSEN, **every}, "value"),
        State({"type": DataField.TYPED, **every}, "value"),
        State({"type": DataField.TABLES, "token": ALL}, "value"),
        _REQUEST,
        on_error=log_failure,
        prevent_initial_call=True,
    )(partial(act.act_on_file, tools=tools))


def _register_loads(app: Dash, tools: DataTools) -> None:
    """What is done with loads of the history: asked first, then done."""
    counting, turning = foretelling.Counting(), load_turns.Turning()
    Asking(
        dialog=dialog.DIALOG,
        slots=dialog.SLOTS,
        buttons=[Input({"type": DataAction.TURN, "load": ALL}, "n_clicks")],
        beside=(Id.NAME,),
        open_for=partial(foretelling.ask, tools=tools, counting=counting),
        decide=partial(load_turns.turn, tools=tools, turning=turning),
        tools=tools,
    ).register(app)
    foretelling.register(app, tools=tools, counting=counting)
    load_turns.register(app, tools=tools, turning=turning)


def show(
    data: object, _changed: object, older: object, *, source: Source, tools: DataTools
) -> list[object]:
    """The whole page, as files, loads and figures stand now."""
    request = Request.of(data)
    choices = parse(request.search, tools.reference).choices
    owner = visitor()
    with source.figures() as figures:
        tools.desk.review(owner, figures.version)
        view = read_data_view(
            figures,
            tools.desk.tickets(owner),
            tools.desk.batch(owner),
            choices,
            tools.reference,
            most_loads=FIRST_LOADS + MORE_LOADS * _pressed(older),
            now=tools.clock(),
        )
    return _answer(request, page.changes(view))


def _pressed(clicks: object) -> int:
    """How often a button was pressed, as far as that makes sense."""
    return min(max(clicks, 0), _MOST_PRESSED) if isinstance(clicks, int) else 0


def show_failure(error: Exception, *, tools: DataTools) -> list[object]:
    """Say that the page cannot be drawn, in the reader's language; the log keeps the reason."""
    log_failure(error)
    request = Request.of(ctx.inputs.get(f"{ShellId.REQUEST}.data"))
    language = parse(request.search, tools.reference).choices.language
    return _answer(request, page.FRAME.failure(words(language), lead=lead_of(error)))


def _answer(request: Request, changes: Changes) -> list[object]:
    return values({**changes, **signed(Id.NAME), page.FRAME.answers: request.key}, _SLOTS)
