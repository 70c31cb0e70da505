"""The Pengguna page at work: it lists people, and changes them in a dialogue."""

from functools import partial

from dash import ALL, Dash, Input, ctx

from cakupan.access.door import Door
from cakupan.storage.people import key_of, people
from cakupan.storage.sessions import newest_sessions
from cakupan.texts import words
from callbacks.data_tools import DataTools
from callbacks.dialog import Asking
from callbacks.pengguna_actions import decide, open_dialog
from callbacks.reading import Request
from callbacks.wiring import log_failure, outputs, values
from layouts.ids import ShellId
from layouts.page_ids.pengguna import PenggunaAction
from layouts.page_ids.pengguna import PenggunaId as Id
from layouts.pengguna import dialog, page
from layouts.pengguna.records import Listed, PeopleView
from layouts.view import Changes


def register(app: Dash, *, tools: DataTools, door: Door | None) -> None:
    """Wire the page; ``door`` is None where nobody logs in."""
    # What has changed stands first: rights are asked by the first input.
    app.callback(
        outputs(page.SLOTS),
        Input(Id.CHANGED, "data"),
        Input(ShellId.REQUEST, "data"),
        on_error=partial(show_failure, tools=tools),
    )(partial(show, tools=tools, door=door))
    if door is not None:
        Asking(
            dialog=dialog.DIALOG,
            slots=dialog.SLOTS,
            buttons=[
                Input(Id.NEW, "n_clicks"),
                *(Input({"type": one, "person": ALL}, "n_clicks") for one in PenggunaAction),
            ],
            open_for=partial(open_dialog, tools=tools, door=door),
            decide=partial(decide, tools=tools, door=door),
            tools=tools,
        ).register(app)


def show(_changed: object, data: object, *, tools: DataTools, door: Door | None) -> list[object]:
    """Everybody, as they are now."""
    request, say = Request.of(data), tools.say(data)
    if door is None:
        return _answer(request, page.alone(say))
    going = newest_sessions(door.engine, **door.going())
    nobody = (0, None)
    listed = [
        Listed(person, *going.get(key_of(person.name), nobody)) for person in people(door.engine)
    ]
    return _answer(request, page.changes(PeopleView(say, tools.reference.directory, listed)))


def show_failure(error: Exception, *, tools: DataTools) -> list[object]:
    """Say that the page cannot be drawn; the log keeps the reason."""
    log_failure(error)
    data = ctx.inputs.get(f"{ShellId.REQUEST}.data")
    return _answer(Request.of(data), page.FRAME.failure(words(tools.say(data).language)))


def _answer(request: Request, changes: Changes) -> list[object]:
    return values({**changes, page.FRAME.answers: request.key}, page.SLOTS)
