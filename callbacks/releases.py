"""The card of releases at work: it lists them and freezes what counts now."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from hashlib import sha256

from dash import ALL, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from cakupan.domain.acting import actor
from cakupan.domain.moments import moment_of
from cakupan.domain.releases import NewRelease, ReleaseFault
from cakupan.storage.releasing import make_release
from cakupan.texts import Words
from callbacks.beside import Beside, LostError, looked, one_look
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools, visitor
from callbacks.dialog import stamp
from callbacks.reading import Request
from callbacks.release_shelf import ReleaseShelf
from callbacks.signing import signed, signed_slots
from callbacks.wiring import log_failure, outputs, values
from layouts import elements as html
from layouts.choices import parse
from layouts.data import releases_card
from layouts.data.releases_card import ReleasesView
from layouts.ids import ShellId
from layouts.page_ids.releases import ReleasesId as Id
from layouts.page_ids.releases import ReleasesWatch

_SLOTS = (*releases_card.SLOTS, *signed_slots(Id.NAME))
_WATCH: dict[str, object] = {"type": ReleasesWatch.MAKING, "asked": ALL}
_ANSWERED = (
    (Id.NAME_ERROR, "children"),
    (Id.SAID, "children"),
    (Id.CHANGED, "data"),
    (Id.NOTE, "value"),
    (Id.EMBARGO, "value"),
)

Answer = tuple[object, object, object, object, object]
"""What is wrong, what was done, a stamp, and the note and embargo of the form."""


def register(app: Dash, *, tools: DataTools, shelf: ReleaseShelf) -> None:
    """Wire the card."""
    app.callback(
        outputs(_SLOTS),
        Input(ShellId.REQUEST, "data"),
        Input(Id.CHANGED, "data"),
        on_error=log_failure,
    )(partial(show, tools=tools, shelf=shelf))
    making = Beside[str]()
    failure = partial(make_failure, tools=tools)
    app.callback(
        *(Output(name, field) for name, field in _ANSWERED),
        Input(Id.MAKE, "n_clicks"),
        State(Id.NAME, "value"),
        State(Id.NOTE, "value"),
        State(Id.EMBARGO, "value"),
        State(ShellId.REQUEST, "data"),
        running=[(Output(Id.MAKE, "disabled"), True, False)],
        on_error=failure,
        prevent_initial_call=True,
    )(partial(make, tools=tools, shelf=shelf, making=making))
    app.callback(
        *(Output(name, field, allow_duplicate=True) for name, field in _ANSWERED),
        Input(_WATCH, "n_intervals"),
        State(ShellId.REQUEST, "data"),
        running=one_look(_WATCH),
        on_error=failure,
        prevent_initial_call=True,
    )(partial(look, tools=tools, making=making))


def show(data: object, _changed: object, *, tools: DataTools, shelf: ReleaseShelf) -> list[object]:
    """The list as it stands now."""
    request = Request.of(data)
    view = ReleasesView(
        words=tools.say(data),
        choices=parse(request.search, tools.reference).choices,
        releases=shelf.listed(),
        zone=tools.clock().astimezone().tzname() or "UTC",
    )
    return values({**releases_card.changes(view), **signed(Id.NAME)}, _SLOTS)


def make(
    clicks: int | None,
    name: str | None,
    note: str | None,
    embargo: str | None,
    data: object,
    *,
    tools: DataTools,
    shelf: ReleaseShelf,
    making: Beside[str],
) -> Answer:
    """Freeze what counts now, or say what is wrong with the form.

    All of the figures are read and packed, for seconds where they are many: beside the serving.
    """
    if not clicks:
        raise PreventUpdate
    say = tools.say(data)
    try:
        until = _moment(embargo)
    except ValueError:
        return _wrong([say("release.fault.embargo_unreadable")])
    asked = NewRelease(
        actor().signs((name or "").strip()), tools.clock(), (note or "").strip(), until
    )
    if asked.faults:
        return _wrong(release_faults(asked.faults, say))
    owner, what = visitor(), _told_apart(asked)
    making.begin(f"{owner} {what}", partial(_frozen, asked, tools, shelf))
    known = making.outcome(f"{owner} {what}")
    if known is None:
        return None, releases_card.under_way(what, say), no_update, no_update, no_update
    return _made(known(), say)


def look(_looks: object, data: object, *, tools: DataTools, making: Beside[str]) -> Answer:
    """What became of a release that was being made."""
    (what, looks), say = looked(), tools.say(data)
    try:
        return _made(making.told(f"{visitor()} {what}", looks), say)
    except LostError:
        return _wrong([say("release.lost")])


def _told_apart(asked: NewRelease) -> str:
    """A text that is the same for the same form, pressed twice."""
    form = (asked.by, asked.note, asked.embargo_until)
    return sha256(repr(form).encode()).hexdigest()[:16]


def _frozen(asked: NewRelease, tools: DataTools, shelf: ReleaseShelf) -> str:
    return make_release(tools.writer, tools.reader, reference_dir=shelf.shipped, asked=asked).id


def _made(release_id: str, say: Words) -> Answer:
    done = html.P(say("release.done", id=release_id), className="note done")
    return None, done, stamp(), "", ""


def release_faults(faults: Sequence[ReleaseFault], say: Words) -> list[str]:
    """A sentence each."""
    return [say(f"release.fault.{fault.value}") for fault in faults]


def make_failure(error: Exception, *, tools: DataTools) -> Answer:
    """What stopped it; the form stays as it is."""
    say = tools.say(ctx.states.get(f"{ShellId.REQUEST}.data"))
    return _wrong([failure_sentence(error, say)])


def _moment(text: str | None) -> datetime | None:
    return moment_of(text) if text else None


def _wrong(sentences: Sequence[str]) -> Answer:
    return " ".join(sentences), None, no_update, no_update, no_update
