"""The history of what was changed on a page: who changed what to what, when, and the way back."""

from enum import StrEnum

from cakupan.domain.loads import Load, LoadState
from cakupan.domain.records import Record
from cakupan.domain.shown import Shown
from layouts import elements as html
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.taken import as_data
from layouts.view import Changes, View


class Entry(Record, frozen=True):
    """One change: the load it is, what it is about, what became of it, and what it rests on."""

    load: Load
    name: str
    change: str
    citation: str


class History(Record, frozen=True):
    """The changes of a page, the newest on top; ``name`` finds the card on its page."""

    name: str
    title: str
    subtitle: str
    entries: tuple[Entry, ...]

    def changes(self, place: str, turn: StrEnum, view: View) -> Changes:
        """The card filled: each change with a button of the type ``turn`` for the way back."""
        shown = self._as_data(view)
        return {
            **as_data(place, shown),
            (place, "children"): [
                *([menu_of(self.name, self.title, view.words)] if self.entries else []),
                html.Header(head(self.title, self.subtitle), className="card-head"),
                html.Ol([_entry(entry, turn, view) for entry in self.entries], className="edits"),
            ],
        }

    def _as_data(self, view: View) -> Shown:
        """A row for each change."""
        columns, entries = ColumnsOf(view.words, "edits.column"), self.entries
        return Shown(
            name=self.name,
            title=self.title,
            subtitle=self.subtitle,
            caption=caption(view),
            alt=self.title,
            columns=(
                columns.text("name", (one.name for one in entries)),
                columns.text("change", (one.change for one in entries)),
                columns.text("by", (one.load.loaded_by for one in entries)),
                columns.text("at", (view.moment(one.load.loaded_at) for one in entries)),
                columns.text("source", (one.citation for one in entries)),
                columns.text("state", (_undone(one.load, view) for one in entries)),
            ),
            empty=not entries,
        )


def _entry(entry: Entry, turn: StrEnum, view: View) -> html.Li:
    words, load = view.words, entry.load
    moment = view.moment(load.loaded_at)
    return html.Li(
        className=load.state.value,
        children=[
            html.Div(
                [
                    html.B(entry.name),
                    " ",
                    html.Span(entry.change, className="change"),
                    html.Small(words("edits.by", moment=moment, who=load.loaded_by)),
                    html.Small(words("edits.cited", citation=entry.citation)),
                ]
            ),
            html.Div([*_state(load, view), *_buttons(entry, turn, view)]),
        ],
    )


def _state(load: Load, view: View) -> list[html.Span]:
    told = _undone(load, view)
    return [html.Span(told, className="state")] if told else []


def _undone(load: Load, view: View) -> str:
    """Who undid it, and when."""
    if load.state is LoadState.CURRENT or load.withdrawn_at is None:
        return ""
    moment, who = view.moment(load.withdrawn_at), load.withdrawn_by or ""
    return view.words("edits.withdrawn", moment=moment, who=who)


def _buttons(entry: Entry, turn: StrEnum, view: View) -> list[html.Button]:
    """The way back; what is frozen cannot be edited."""
    return [] if view.edition else [_button(entry, turn, view)]


def _button(entry: Entry, turn: StrEnum, view: View) -> html.Button:
    action = "undo" if entry.load.state is LoadState.CURRENT else "redo"
    return html.Button(
        [
            view.words(f"edits.{action}"),
            html.Span(" " + view.words("edits.of", name=entry.name), className="unseen"),
        ],
        id={"type": turn, "load": entry.load.id},
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
