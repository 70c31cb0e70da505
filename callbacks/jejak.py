"""The Jejak audit page at work: it finds lines of the log, and checks that all are as written."""

from collections.abc import Sequence
from functools import partial

from dash import Dash, Input, Output, State, ctx, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditFinding, AuditKind
from cakupan.storage.audit import note
from cakupan.storage.load_log import faults_of_log
from cakupan.storage.queries.audit import audit_lines, count_lines
from cakupan.storage.reading import scoped
from cakupan.texts import Words, words
from cakupan.texts.number_format import count
from callbacks.beside import Beside, LostError, one_look
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
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
_CHECKING = (
    (Id.VERIFIED, "children"),
    (Id.VERIFY, "disabled"),
    (Id.WATCH, "disabled"),
    (Id.WATCH, "n_intervals"),
)
Found = tuple[Sequence[AuditFinding], int]
"""What is wrong with the log, and how many lines it has."""


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
        *(Output(name, field) for name, field in _CHECKING),
        Input(Id.VERIFY, "n_clicks"),
        Input(Id.WATCH, "n_intervals"),
        State(ShellId.REQUEST, "data"),
        running=one_look(Id.WATCH),
        on_error=partial(verify_failure, tools=tools),
        prevent_initial_call=True,
    )(partial(verify, tools=tools, checks=Beside()))
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


def verify(
    clicks: int | None, looks: int | None, data: object, *, tools: DataTools, checks: Beside[Found]
) -> tuple[object, ...]:
    """Whether each line, and each figure that was loaded, is as it was written.

    All of them are read for it, for seconds where they are many: the page looks again until then.
    """
    say, owner = tools.say(data), visitor() or actor().name
    if ctx.triggered_id == Id.VERIFY:
        if not clicks:
            raise PreventUpdate
        checks.begin(owner, partial(_check, tools))
    try:
        found = checks.outcome(owner, looks or 0)
    except LostError:
        return _told([html.P(say("audit.check_lost"), className="note moved", role="alert")])
    if found is None:
        note_of_it = html.P(say("audit.checking"), className="note")
        # Looks are counted anew: no_update while it goes on.
        begun = 0 if ctx.triggered_id == Id.VERIFY else no_update
        return ([note_of_it], True, False, begun)
    return _told(_sentences(*found(), say))


def _check(tools: DataTools) -> Found:
    with tools.reader.connect() as connection:
        faults = faults_of_log(connection)
        lines = count_lines(scoped(connection))
    found = {"faults": len(faults)}
    note(tools.writer, AuditEvent(AuditKind.AUDIT_VERIFIED, actor().name, tools.clock(), found))
    return faults, lines


def _sentences(faults: Sequence[AuditFinding], lines: int, say: Words) -> list[Component]:
    if not faults:
        whole = say("audit.whole", lines=count(lines, say.language))
        return [html.P(whole, className="note done")]
    told = (say(f"audit.fault.{one.fault.value}", number=one.number) for one in faults)
    return [html.P(sentence, className="note moved", role="alert") for sentence in told]


def verify_failure(error: Exception, *, tools: DataTools) -> tuple[object, ...]:
    """What kept it from being checked."""
    say = tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
    sentence = failure_sentence(error, say)
    return _told([html.P(sentence, className="note failed", role="alert")])


def _told(sentences: list[Component]) -> tuple[object, ...]:
    """What was found; the button can be pressed again and nobody looks any more."""
    return (sentences, False, True, no_update)


def show_failure(error: Exception, *, tools: DataTools) -> list[object]:
    """Say that the page cannot be drawn; the log keeps the reason."""
    log_failure(error)
    data = ctx.inputs.get(f"{ShellId.REQUEST}.data")
    return _answer(Request.of(data), page.FRAME.failure(words(tools.say(data).language)))


def _answer(request: Request, changes: Changes) -> list[object]:
    return values({**changes, page.FRAME.answers: request.key}, page.SLOTS)
