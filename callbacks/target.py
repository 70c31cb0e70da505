"""The Target page at work: drawn whole for a request, in part for an assumption; targets edited."""

from functools import partial

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from cakupan.domain.reference import Reference
from cakupan.domain.repeating import holds
from cakupan.texts import words
from callbacks.data_tools import DataTools
from callbacks.dialog import Asking
from callbacks.drawing import Drawing
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, settled
from callbacks.target_actions import decide, open_dialog
from callbacks.target_reading import read_target_view
from callbacks.wiring import clientside, log_failure, values
from layouts import elements as html
from layouts.choices import parse
from layouts.ids import ShellId, TargetAction, TargetControlId
from layouts.ids import TargetId as Id
from layouts.target import dialog, page
from layouts.view import Changes

_REQUEST = State(ShellId.REQUEST, "data")


def register(app: Dash, *, source: Source, tools: DataTools) -> None:
    """Wire the page."""
    drawing(source).register(app)
    _register_assumptions(app, source)
    _register_edits(app, source, tools)


def _register_assumptions(app: Dash, source: Source) -> None:
    """Controls to the address and to what depends on them, without asking for the whole page."""
    controls = [Input(control, "value") for control in TargetControlId]
    clientside(
        app,
        "assume",
        *controls,
        State(Id.STATED, "data"),
        first=False,
    )
    # A rule is picked, not typed: the page sets it itself.
    typed = [State(one, "value") for one in TargetControlId if one is not TargetControlId.RULE]
    clientside(app, "settle", Input(Id.SHOWN, "data"), *typed, first=False)
    clientside(app, "unassume", Input(Id.RESET, "n_clicks"), State(Id.STATED, "data"), first=False)
    app.callback(
        [Output(str(name), field, allow_duplicate=True) for name, field in page.ASSUMED_SLOTS],
        Input(Id.ASKED, "data"),
        _REQUEST,
        on_error=partial(assume_failure, reference=source.reference),
        prevent_initial_call=True,
    )(partial(assume, source=source))


def _register_edits(app: Dash, source: Source, tools: DataTools) -> None:
    """The dialogue: opened by a button, decided in it, closed without a decision."""
    Asking(
        dialog=dialog.DIALOG,
        slots=dialog.SLOTS,
        buttons=[
            Input(Id.NEW, "n_clicks"),
            *(
                Input({"type": action, "key": ALL}, "n_clicks")
                for action in (TargetAction.CHANGE, TargetAction.RETIRE)
            ),
            Input({"type": TargetAction.TURN, "load": ALL}, "n_clicks"),
        ],
        open_for=partial(open_dialog, tools=tools, source=source),
        decide=partial(decide, tools=tools, source=source),
        tools=tools,
    ).register(app)
    # Every page and the bar speak of targets: all of them are asked for again.
    clientside(app, "renew", Input(Id.CHANGED, "data"), first=False)


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """Every card of the page."""
    target = read_target_view(figures, request, found)
    if target is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.FRAME.nothing(region, words(found.choices.language))
    return page.changes(target)


def assume(asked: object, data: object, *, source: Source) -> list[object]:
    """What depends on assumptions; they stand in the query that the browser hands over."""
    request = Request.of(data).asking(str(asked or ""))
    with source.figures(request.release) as figures:
        target = read_target_view(figures, request, settled(figures, request), assumed_only=True)
        if figures.edition is None:
            holds(figures.version)
    return values(page.assumed_changes(target) if target else {}, page.ASSUMED_SLOTS)


def assume_failure(error: Exception, *, reference: Reference) -> list[object]:
    """What stands there is no answer to what is assumed now: the sentences make way for a word."""
    log_failure(error)
    request = Request.of(ctx.states.get(f"{ShellId.REQUEST}.data"))
    language = parse(request.search, reference).choices.language
    told = html.P(words(language)("shell.failure.lead"), role="alert")
    return [told if slot == (Id.SAID, "children") else no_update for slot in page.ASSUMED_SLOTS]
