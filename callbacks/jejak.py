"""The Jejak audit page at work: it finds lines of the log, and checks that all are as written."""

from functools import partial

from dash import Dash, Input, Output, State, ctx
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.storage.audit import note
from cakupan.storage.load_log import faults_of_log
from cakupan.storage.queries.audit import audit_lines, count_lines
from cakupan.storage.reading import scoped
from cakupan.texts import words
from cakupan.texts.number_format import count
from callbacks.data_tools import DataTools
from callbacks.reading import Request
from callbacks.wiring import clientside, log_failure, outputs, values
from layouts import elements as html
from layouts.choices import parse
from layouts.ids import ShellId
from layouts.jejak import page
from layouts.jejak.asked import FIELDS, wanted
from layouts.jejak.page import TrailView
from layouts.page_ids.jejak import JejakId as Id
from layouts.view import Changes

_AT_ONCE = 50


def register(app: Dash, *, tools: DataTools) -> None:
    """Wire the page."""
    # What is clicked stands first: rights are asked by the first input.
    app.callback(
        outputs(page.SLOTS),
        Input(Id.OLDER, "n_clicks"),
        Input(ShellId.REQUEST, "data"),
        on_error=partial(show_failure, tools=tools),
    )(partial(show, tools=tools))
    app.callback(
        [Output(Id.VERIFIED, "children")],
        Input(Id.VERIFY, "n_clicks"),
        State(ShellId.REQUEST, "data"),
        running=[(Output(Id.VERIFY, "disabled"), True, False)],
        on_error=log_failure,
        prevent_initial_call=True,
    )(partial(verify, tools=tools))
    controls = [Input(field, "value") for field in FIELDS]
    clientside(app, "steer", *controls, State(Id.STEERED, "data"), first=False)


def show(older: int | None, data: object, *, tools: DataTools) -> list[object]:
    """The newest lines that the address asks for; each click shows as many again."""
    request = Request.of(data)
    choices = parse(request.search, tools.reference).choices
    most = _AT_ONCE * (1 + (older or 0))
    with tools.reader.connect() as connection:
        asked = wanted(choices.page_choice)
        found = audit_lines(scoped(connection), most=most + 1, wanted=asked)
    view = TrailView(
        tools.say(data), tools.reference.directory, choices, found[:most], len(found) > most
    )
    return _answer(request, page.changes(view))


def verify(clicks: int | None, data: object, *, tools: DataTools) -> list[list[Component]]:
    """Whether each line, and each figure that was loaded, is as it was written."""
    if not clicks:
        raise PreventUpdate
    say = tools.say(data)
    with tools.reader.connect() as connection:
        faults = faults_of_log(connection)
        lines = count(count_lines(scoped(connection)), say.language)
    found = {"faults": len(faults)}
    note(tools.writer, AuditEvent(AuditKind.AUDIT_VERIFIED, actor().name, tools.clock(), found))
    if not faults:
        return [[html.P(say("audit.whole", lines=lines), className="note done")]]
    told = (say(f"audit.fault.{one.fault.value}", number=one.number) for one in faults)
    return [[html.P(sentence, className="note moved", role="alert") for sentence in told]]


def show_failure(error: Exception, *, tools: DataTools) -> list[object]:
    """Say that the page cannot be drawn; the log keeps the reason."""
    log_failure(error)
    data = ctx.inputs.get(f"{ShellId.REQUEST}.data")
    return _answer(Request.of(data), page.FRAME.failure(words(tools.say(data).language)))


def _answer(request: Request, changes: Changes) -> list[object]:
    return values({**changes, page.FRAME.answers: request.key}, page.SLOTS)
