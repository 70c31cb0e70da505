"""The Ringkasan page at work: one callback draws every card together, one tells origins."""

from functools import partial

from dash import Dash, Input, Output, State, ctx
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from cakupan.domain.reference import Reference
from cakupan.texts import words
from callbacks.figures import Source
from callbacks.reading import Request, read_origins, read_view, settled
from callbacks.wiring import log_failure, outputs, values
from layouts.choices import parse
from layouts.ids import RingkasanId as Id
from layouts.ids import ShellId
from layouts.ringkasan import page
from layouts.ringkasan.origin import origin
from layouts.view import Changes


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    app.callback(
        outputs(page.SLOTS),
        Input(ShellId.REQUEST, "data"),
        on_error=partial(show_failure, reference=source.reference),
    )(partial(show, source=source))
    app.callback(
        Output(Id.ORIGIN, "opened"),
        Output(Id.ORIGIN_BODY, "children"),
        Input(Id.ORIGIN_BUTTON, "n_clicks"),
        State(ShellId.REQUEST, "data"),
        on_error=log_failure,
        prevent_initial_call=True,
    )(partial(show_origin, source=source))


def show(data: object, *, source: Source) -> list[object]:
    """Every card for a request, so that no two of them ever speak of different choices."""
    request = Request.of(data)
    return _answer(request, _draw(request, source))


def show_failure(error: Exception, *, reference: Reference) -> list[object]:
    """Say that the page cannot be drawn, in the reader's language; the log keeps the reason."""
    log_failure(error)
    request = Request.of(ctx.inputs.get(f"{ShellId.REQUEST}.data"))
    language = parse(request.search, reference).choices.language
    return _answer(request, page.failure(words(language)))


def _answer(request: Request, changes: Changes) -> list[object]:
    return values({**changes, page.ANSWERS: request.key}, page.SLOTS)


def _draw(request: Request, source: Source) -> Changes:
    with source.figures() as figures:
        found = settled(figures, request)
        choices = found.choices
        if not found.periods or choices.period is None:
            region = source.reference.directory[choices.region_code]
            return page.nothing(region, words(choices.language))
        view = read_view(figures, choices, choices.period, compact=request.compact)
    return page.changes(view)


def show_origin(
    clicks: int | None,
    data: object,
    *,
    source: Source,
) -> tuple[bool, list[Component]]:
    """Open the dialogue with the figures behind the coverage shown."""
    request = Request.of(data)
    with source.figures() as figures:
        choices = settled(figures, request).choices
        if not clicks or choices.period is None:
            raise PreventUpdate
        view = read_view(figures, choices, choices.period, compact=request.compact)
        participants, workers = read_origins(figures, view)
    return True, origin(participants, workers, view)
