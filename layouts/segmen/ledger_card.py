"""The programme ledger: who pays for whom until when, what lapses soon, what keeping on costs."""

from dash import html
from dash.development.base_component import Component

from cakupan.analytics.ledger import LapseState, Paying
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import MISSING, count, rupiah
from layouts.attributes import aria
from layouts.card import head
from layouts.edition import edition_part
from layouts.figures_table import FiguresTable
from layouts.page_ids.segmen import LedgerAction
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.ledger_words import LedgerWords
from layouts.segmen.records import SegmenView
from layouts.view import Changes, Slot

RENEWAL_MONTHS = 12
SLOTS: tuple[Slot, ...] = (
    (Id.LEDGER_HEAD, "children"),
    (Id.LEDGER, "children"),
    (Id.NEW, "children"),
    (Id.NEW, "hidden"),
)
_COLUMNS = (
    *("region", "group", "payer", "workers", "rate", "start", "months", "lapses", "state"),
    *("rule", "edit"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card segmen-ledger",
        children=[
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
    children: list[Component] = [html.P(words("segmen.ledger.how"), className="lead")]
    if segmen.ledger:
        sample = any(one.line.sample for one in segmen.ledger)
        told = [words("segmen.ledger.caption", months=RENEWAL_MONTHS)]
        told += [words("ringkasan.sample")] if sample else []
        note = " · ".join([*told, *edition_part(segmen.view)])
        children = [
            _payers(segmen).scrolling(),
            _lines(segmen),
            html.Footer(html.P(note, className="caption"), className="card-foot"),
        ]
    return {
        (Id.LEDGER_HEAD, "children"): head(title, words("segmen.ledger.subtitle")),
        (Id.LEDGER, "children"): children,
        (Id.NEW, "children"): words("segmen.edit.new"),
        # What is frozen cannot be edited.
        (Id.NEW, "hidden"): segmen.view.edition is not None,
    }


def _payers(segmen: SegmenView) -> FiguresTable:
    words, language = segmen.words, segmen.view.language
    columns = ("payer", "workers", "a_month", "lapsing", "renewal")
    return FiguresTable(
        words("segmen.ledger.payers"),
        [words(f"segmen.column.{name}") for name in columns],
        [
            (
                segmen.payer_name(share.payer),
                count(share.workers, language),
                rupiah(share.idr_a_month, language),
                count(share.lapsing, language),
                rupiah(share.renewal_idr, language),
            )
            for share in segmen.payers
        ],
    )


def _lines(segmen: SegmenView) -> html.Div:
    words = segmen.words
    table = html.Table(
        [
            html.Thead(
                html.Tr([html.Th(words(f"segmen.column.{name}"), scope="col") for name in _COLUMNS])
            ),
            html.Tbody([_line(one, segmen) for one in segmen.ledger]),
        ],
        className="listing ledger-lines",
    )
    label = words("segmen.ledger.lines")
    return html.Div(table, className="table-scroll", tabIndex=0, role="group", **aria(label=label))


def _line(one: Paying, segmen: SegmenView) -> html.Tr:
    words, language, line = segmen.words, segmen.view.language, one.line
    lapses = MISSING if one.lapses is None else date_format.day(one.lapses, language, short=True)
    cells: list[Component | str] = [
        segmen.group_name(line.group),
        segmen.payer_name(line.payer),
        count(line.workers, language),
        rupiah(line.rupiah_a_month, language),
        segmen.month(line.start),
        count(line.months, language),
        lapses,
        html.Span(words(f"segmen.state.{one.state.value}"), className=f"state {one.state.value}"),
        line.citation or MISSING,
        html.Div(_buttons(one, segmen), className="row-actions"),
    ]
    name = segmen.view.reference.directory[line.region_code].short_name
    soon = "soon" if one.state is LapseState.SOON else ""
    return html.Tr([html.Th(name, scope="row"), *(html.Td(cell) for cell in cells)], className=soon)


_EDITS = {LedgerAction.CHANGE: "change", LedgerAction.RETIRE: "retire"}


def _buttons(one: Paying, segmen: SegmenView) -> list[html.Button]:
    """Change or retire it; what is frozen cannot be edited."""
    return [] if segmen.view.edition else [_button(action, one, segmen) for action in _EDITS]


def _button(action: LedgerAction, one: Paying, segmen: SegmenView) -> html.Button:
    words, name = segmen.words, LedgerWords(segmen.view.reference, segmen.words).called(one.line)
    return html.Button(
        [
            words(f"segmen.edit.{_EDITS[action]}_line"),
            html.Span(" " + words("segmen.edit.of", name=name), className="unseen"),
        ],
        id={"type": action, "key": one.line.key.text},
        className="quiet-button",
        type="button",
        **aria(haspopup="dialog"),
    )
