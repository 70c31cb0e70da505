"""A day of the past in the card of what is current: its loads, what came since, the way back."""

from collections.abc import Iterator
from datetime import date

from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.loads import Load
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.card import head
from layouts.data.records import AsOf, DataView
from layouts.figures_table import FiguresTable

_LOADS = ("load", "loaded", "by", "state")


def head_of(day: date, as_of: AsOf, words: Words) -> list[Component]:
    """How much counted that day, and how far it is from today."""
    numbers = {
        name: count(len(getattr(as_of, name)), words.language) for name in ("loads", "came", "went")
    }
    shown = date_format.day(day, words.language)
    title = words(
        "data.current.then" if as_of.loads else "data.current.nothing_then", day=shown, **numbers
    )
    return head(title, words("data.current.since_then", **numbers))


def notes(view: DataView) -> Iterator[Component]:
    """Why a day cannot be shown, and the way back from one that can."""
    words, as_of = view.words, view.as_of
    if as_of.fault:
        yield html.P(
            words(f"data.current.{as_of.fault}", text=as_of.text),
            className="note moved",
            role="alert",
        )
    if as_of.day is not None:
        back = f"/data{view.choices.anywhere().query}"
        yield html.P(dcc.Link(words("data.current.back"), href=back), className="as-of-back")


def loads_then(view: DataView) -> Iterator[Component]:
    """The loads that counted on a day of the past, with what became of them since."""
    words, as_of = view.words, view.as_of
    if as_of.day is None or not (as_of.loads or as_of.came):
        return
    went = {load.id for load in as_of.went}
    for key, loads in (("loads_then", as_of.loads), ("loads_since", as_of.came)):
        if not loads:
            continue
        title = words(f"data.current.{key}", count=count(len(loads), words.language))
        table = FiguresTable(
            title,
            [words(f"data.column.{name}") for name in _LOADS],
            [_load(load, words, withdrawn=load.id in went) for load in loads],
        )
        yield html.Details(
            [html.Summary(title), table.scrolling()], className="card-table", open=True
        )


def _load(load: Load, words: Words, *, withdrawn: bool) -> tuple[str, ...]:
    at = date_format.moment(load.loaded_at.astimezone(), words.language)
    state = words("data.current.still")
    if withdrawn and load.withdrawn_at is not None:
        since = date_format.moment(load.withdrawn_at.astimezone(), words.language)
        state = words("data.current.gone", moment=since, who=load.withdrawn_by or "")
    name = words("data.current.load", id=load.id, file=load.file_name)
    return (name, at, load.loaded_by, state)
