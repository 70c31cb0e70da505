"""The history of loads, newest first: file, who, when, how much, its state, and the way back."""

from dash.development.base_component import Component

from cakupan.domain.loads import Load, LoadState
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.data.marks import icon, mark
from layouts.data.records import DataView
from layouts.ids import DataAction
from layouts.ids import DataId as Id
from layouts.listing import Cells, listed, listing, titles
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.HISTORY_HEAD, "children"),
    (Id.HISTORY, "children"),
    (Id.HISTORY, "aria-label"),
    (Id.OLDER, "children"),
    (Id.OLDER, "hidden"),
)
_COLUMNS = ("load", "loaded", "figures", "state", "action")


def at_rest(words: Words) -> html.Article:
    """The card before the history has come."""
    return html.Article(
        className="card history",
        children=[
            html.Header(id=Id.HISTORY_HEAD, className="card-head"),
            html.Div(id=Id.DONE, className="said", role="status"),
            html.Div(
                id=Id.HISTORY,
                className="table-scroll",
                tabIndex=0,
                role="group",
                **aria(label=words("data.history.none")),
            ),
            html.Button(id=Id.OLDER, className="link-button", type="button", hidden=True),
        ],
    )


def changes(view: DataView) -> Changes:
    """The card filled."""
    words = view.words
    older = count(view.of_loads - len(view.loads), words.language)
    title = _title(view)
    return {
        (Id.HISTORY_HEAD, "children"): head(title, words("data.history.subtitle")),
        (Id.HISTORY, "children"): _table(view) if view.loads else None,
        (Id.HISTORY, "aria-label"): title,
        (Id.OLDER, "children"): words("data.history.older", count=older),
        (Id.OLDER, "hidden"): view.of_loads <= len(view.loads),
    }


def _title(view: DataView) -> str:
    words = view.words
    if not view.of_loads:
        return words("data.history.none")
    return words("data.history.title", count=count(view.of_loads, words.language))


def _table(view: DataView) -> html.Table:
    rows = [_row(load, view) for load in view.loads]
    return listing(_title(view), rows, titles(_COLUMNS, "data", view.words))


def _row(load: Load, view: DataView) -> html.Tr:
    words = view.words
    cells: Cells = {
        "load": _file(load, view),
        "loaded": _loaded(load, words),
        "figures": _counts(load, words),
        "state": _state(load, view),
        "action": [_action(load, words)],
    }
    return listed(cells, "data", words, state=load.state.value)


def _file(load: Load, view: DataView) -> list[Component]:
    is_sample = load.id in view.sample_loads
    badge = [html.Span(view.words("ringkasan.sample"), className="badge")] if is_sample else []
    family = view.words("data.history.family", id=load.id, family=view.family_name(load.family))
    return [html.Span(load.file_name, className="file-name"), *badge, html.Small(family)]


def _loaded(load: Load, words: Words) -> list[Component]:
    moment = date_format.moment(load.loaded_at.astimezone(), words.language)
    return [html.Span(moment), html.Small(words("data.history.by", who=load.loaded_by))]


def _counts(load: Load, words: Words) -> list[Component]:
    counts = load.counts
    numbers = {
        name: count(getattr(counts, name), words.language)
        for name in ("new", "changed", "unchanged")
    }
    return [
        html.Span(count(counts.figures, words.language)),
        html.Small(words("data.history.counts", **numbers)),
    ]


def _state(load: Load, view: DataView) -> list[Component]:
    """Whether it counts; since when and by whom, where somebody has changed that."""
    words, restored = view.words, view.restored.get(load.id)
    state = mark(load.state.value, words(f"data.history.{load.state.value}"))
    if load.withdrawn_at is not None:
        key, at, who = "withdrawn_by", load.withdrawn_at, load.withdrawn_by or ""
    elif restored is not None:
        key, at, who = "restored_by", restored.at, restored.by
    else:
        return [state]
    moment = date_format.moment(at.astimezone(), words.language)
    return [state, html.Small(words(f"data.history.{key}", moment=moment, who=who))]


def _action(load: Load, words: Words) -> html.Button:
    name = "undo" if load.state is LoadState.CURRENT else "redo"
    # One id for both, so that the button stays the same one and keeps the focus.
    return html.Button(
        [
            icon(name),
            words(f"data.{name}.button"),
            " ",
            html.Span(words("data.history.of", id=load.id), className="unseen"),
        ],
        id={"type": DataAction.TURN, "load": load.id},
        className="quiet-button",
        type="button",
    )
