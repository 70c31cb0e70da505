"""The programme ledger: who pays for whom until when, what lapses soon, what keeping on costs."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from dash.development.base_component import Component

from cakupan.analytics.ledger import LapseState, Paying
from cakupan.texts import Words
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.edition import edition_part
from layouts.figures_table import FiguresTable
from layouts.page_ids.segmen import LedgerAction
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.ledger_data import (
    LINES,
    ledger_shown,
    line_columns,
    payer_columns,
    payers_shown,
)
from layouts.segmen.ledger_words import LedgerWords
from layouts.segmen.records import SegmenView
from layouts.taken import as_data
from layouts.view import Changes, Slot

RENEWAL_MONTHS = 12
_MOST_LINES = 30
_PRESSING = (LapseState.SOON, LapseState.RUNNING, LapseState.AHEAD)
_URGENCY = {state: place for place, state in enumerate(dict.fromkeys((*_PRESSING, *LapseState)))}
SLOTS: tuple[Slot, ...] = (
    (Id.LEDGER_HEAD, "children"),
    (Id.LEDGER, "children"),
    (Id.NEW, "children"),
    (Id.NEW, "hidden"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card segmen-ledger",
        children=[
            menu_button(LINES, head=Id.LEDGER_HEAD),
            html.Div(
                className="ledger-head",
                children=[
                    html.Header(id=Id.LEDGER_HEAD, className="card-head"),
                    html.Button(
                        words("segmen.edit.new"),
                        id=Id.NEW,
                        className="button",
                        type="button",
                        **aria(haspopup="dialog"),
                    ),
                ],
            ),
            html.Div(id=Id.DONE, className="said", role="status"),
            html.Div(id=Id.LEDGER),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled."""
    words, language = segmen.words, segmen.view.language
    lapsing = segmen.lapsing
    workers = count(sum(one.line.workers or 0 for one in lapsing), language)
    key = "none" if not segmen.ledger else "title" if lapsing else "calm"
    title = words(f"segmen.ledger.{key}", workers=workers)
    subtitle, note = words("segmen.ledger.subtitle"), _caption(segmen)
    return {
        **as_data(Id.LEDGER, partial(ledger_shown, segmen, title, subtitle, note)),
        **as_data(Id.LEDGER_HEAD, partial(payers_shown, segmen, title, subtitle, note)),
        (Id.LEDGER_HEAD, "children"): head(title, subtitle),
        (Id.LEDGER, "children"): _body(segmen, note),
        (Id.NEW, "children"): words("segmen.edit.new"),
        # What is frozen cannot be edited.
        (Id.NEW, "hidden"): segmen.view.edition is not None,
    }


def _caption(segmen: SegmenView) -> str:
    told = [segmen.words("segmen.ledger.caption", months=RENEWAL_MONTHS)]
    if any(one.line.sample for one in segmen.ledger):
        told.append(segmen.words("ringkasan.sample"))
    return " · ".join([*told, *edition_part(segmen.view)])


def _body(segmen: SegmenView, note: str) -> list[Component]:
    words, language = segmen.words, segmen.view.language
    if not segmen.ledger:
        return [html.P(words("segmen.ledger.how"), className="lead")]
    payers = FiguresTable.of(words("segmen.ledger.payers"), payer_columns(segmen), language)
    return [
        payers.scrolling(),
        *_lines(segmen),
        html.Footer(html.P(note, className="caption"), className="card-foot"),
    ]


def _pressing(ledger: Sequence[Paying]) -> list[Paying]:
    """The lines that need a look first, of as many as a page can hold, in their own order."""
    urgency = [(_URGENCY[one.state], one.lapses or date.max) for one in ledger]
    first = sorted(range(len(ledger)), key=urgency.__getitem__)
    return [ledger[place] for place in sorted(first[:_MOST_LINES])]


def _lines(segmen: SegmenView) -> list[Component]:
    words, ledger = segmen.words, _pressing(segmen.ledger)
    columns = line_columns(segmen, ledger)
    texts = zip(*(column_texts(column, segmen.view.language) for column in columns), strict=True)
    keys = [column.key for column in columns]
    heads = [*(column.title for column in columns), words("segmen.column.edit")]
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(title, scope="col") for title in heads])),
            html.Tbody(
                [
                    _line(one, dict(zip(keys, cells, strict=True)), segmen)
                    for one, cells in zip(ledger, texts, strict=True)
                ]
            ),
        ],
        className="listing ledger-lines",
    )
    label = words("segmen.ledger.lines")
    box = html.Div(table, className="table-scroll", tabIndex=0, role="group", **aria(label=label))
    if len(ledger) == len(segmen.ledger):
        return [box]
    shown, total = (count(len(lines), words.language) for lines in (ledger, segmen.ledger))
    more = words("segmen.ledger.more", shown=shown, total=total)
    return [box, html.P(more, className="lead")]


def _line(one: Paying, cells: Mapping[str, str], segmen: SegmenView) -> html.Tr:
    name, *others = (
        html.Span(text, className=f"state {one.state.value}") if key == "state" else text
        for key, text in cells.items()
    )
    buttons = html.Div(_buttons(one, segmen), className="row-actions")
    soon = "soon" if one.state is LapseState.SOON else ""
    return html.Tr(
        [html.Th(name, scope="row"), *(html.Td(cell) for cell in (*others, buttons))],
        className=soon,
    )


_EDITS = {LedgerAction.CHANGE: "change", LedgerAction.RETIRE: "retire"}


def _buttons(one: Paying, segmen: SegmenView) -> list[html.Button]:
    """Change or retire it; what is frozen cannot be edited."""
    if segmen.view.edition:
        return []
    name = LedgerWords(segmen.view.reference, segmen.words).called(one.line)
    of, key = " " + segmen.words("segmen.edit.of", name=name), one.line.key.text
    return [_button(action, key, of, segmen.words) for action in _EDITS]


def _button(action: LedgerAction, key: str, of: str, words: Words) -> html.Button:
    return html.Button(
        [
            words(f"segmen.edit.{_EDITS[action]}_line"),
            html.Span(of, className="unseen"),
        ],
        id={"type": action, "key": key},
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
