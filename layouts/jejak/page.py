"""The page as a whole: filters, what was found, the way to a file, and the check of the log."""

from collections.abc import Sequence
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.audit import AuditKind, AuditLine
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionDirectory, RegionKind
from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria
from layouts.card import head
from layouts.choices import Choices
from layouts.frame import Frame
from layouts.jejak.asked import FIELDS, parameter
from layouts.jejak.details import details_text
from layouts.listing import listed, listing, titles
from layouts.looks import watch
from layouts.page_ids.jejak import JejakId as Id
from layouts.view import Changes, Slot, wall_clock

PATH = "/jejak"
TITLE = "jejak.title"
ICON = "trail"
CSV = "/exports/audit.csv"
_SELECTS = (Id.KIND, Id.PROVINCE)
_DAYS = (Id.SINCE, Id.UNTIL)
_COLUMNS = ("when", "who", "what", "details")
_TYPING_MS = 600

FRAME = Frame(root=Id.ROOT, state=Id.STATE, body=Id.BODY)
SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    (Id.HEAD, "children"),
    *((field, prop) for field in FIELDS for prop in ("label", "value")),
    *((field, "data") for field in _SELECTS),
    (Id.STEERED, "data"),
    (Id.LIST, "children"),
    (Id.LIST, "aria-label"),
    (Id.OLDER, "children"),
    (Id.OLDER, "hidden"),
    (Id.TAKE, "children"),
    (Id.TAKE, "href"),
    (Id.VERIFY, "children"),
)
"""Every place and property that a drawing of the page fills."""


class TrailView(Record, frozen=True):
    """The newest lines found, newest first; ``more`` says that there are older ones."""

    words: Words
    directory: RegionDirectory
    choices: Choices
    lines: Sequence[AuditLine]
    more: bool


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty."""
    return FRAME.at_rest(
        "jejak",
        [
            html.Article(
                className="card trail",
                children=[
                    html.Header(id=Id.HEAD, className="card-head"),
                    html.Div(
                        className="page-controls",
                        role="group",
                        children=[_control(field) for field in FIELDS],
                        **aria(label=words("jejak.filter")),
                    ),
                    html.Div(
                        className="trail-actions",
                        children=[
                            html.Button(id=Id.VERIFY, className="quiet-button", type="button"),
                            html.A(id=Id.TAKE, className="quiet-button", href=CSV),
                        ],
                    ),
                    html.Div(id=Id.VERIFIED, className="said", role="status"),
                    html.Div(
                        id=Id.LIST,
                        className="table-scroll",
                        tabIndex=0,
                        role="group",
                        **aria(label=words(TITLE)),
                    ),
                    html.Button(id=Id.OLDER, className="quiet-button", type="button", hidden=True),
                    dcc.Store(id=Id.STEERED),
                    watch(Id.WATCH, at_rest=True),
                ],
            )
        ],
    )


def _control(field: Id) -> dmc.Select | dmc.TextInput:
    if field in _SELECTS:
        return dmc.Select(
            id=field, data=[], clearable=True, comboboxProps={"withinPortal": True}, size="sm"
        )
    attributes = {"input": {"type": "date"}} if field in _DAYS else {}
    return dmc.TextInput(id=field, value="", debounce=_TYPING_MS, attributes=attributes, size="sm")


def changes(view: TrailView) -> Changes:
    """The page filled."""
    words, shown = view.words, {parameter(one): "" for one in FIELDS}
    shown = {name: view.choices.page_choice(name) for name in shown}
    few = {0: "none", 1: "one"}.get(len(view.lines), "shown")
    title = words(f"jejak.{few}", count=count(len(view.lines), words.language))
    asked = urlencode({name: text for name, text in shown.items() if text})
    return {
        **FRAME.shown(),
        (Id.HEAD, "children"): head(title, words("jejak.subtitle")),
        **{(field, "label"): words(f"jejak.{parameter(field)}") for field in FIELDS},
        **{(field, "value"): shown[parameter(field)] or _nothing(field) for field in FIELDS},
        (Id.KIND, "data"): [
            {"value": kind.value, "label": words(f"audit.kind.{kind.value}")} for kind in AuditKind
        ],
        (Id.PROVINCE, "data"): [
            {"value": one.code, "label": one.name}
            for one in view.directory
            if one.kind is RegionKind.PROVINCE
        ],
        (Id.STEERED, "data"): shown,
        (Id.LIST, "children"): _table(view, title) if view.lines else None,
        (Id.LIST, "aria-label"): title,
        (Id.OLDER, "children"): words("jejak.older"),
        (Id.OLDER, "hidden"): not view.more,
        (Id.TAKE, "children"): words("jejak.take"),
        (Id.TAKE, "href"): f"{CSV}?{asked}&bahasa={words.language.value}",
        (Id.VERIFY, "children"): words("jejak.verify"),
    }


def _nothing(field: Id) -> str | None:
    return None if field in _SELECTS else ""


def _table(view: TrailView, title: str) -> html.Table:
    rows = [_row(line, view) for line in view.lines]
    return listing(title, rows, titles(_COLUMNS, "jejak", view.words))


def _row(line: AuditLine, view: TrailView) -> html.Tr:
    words = view.words
    cells: dict[str, list[Component | str]] = {
        "when": [wall_clock(line.at, words.language), html.Small(f"#{line.number}")],
        "who": [line.by or "–", html.Small(line.source)],
        "what": [words(f"audit.kind.{line.kind}")],
        "details": [html.Small(details_text(line.details, view.directory, words))],
    }
    return listed(cells, "jejak", words)
