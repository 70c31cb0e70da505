"""The first card: where files are dropped, how far their upload is, and forms to fill in."""

import json

from dash.development.base_component import Component

from cakupan.texts import Words
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.data.marks import icon
from layouts.data.records import FORMS, DataView
from layouts.ids import DataId as Id
from layouts.view import Changes, Slot

MIB = 1024 * 1024
UPLOAD_LIMIT = 64 * MIB
"""The largest upload in bytes; the route refuses what is larger, the page before it is sent."""

# Sentences that the browser needs while a file travels; it fills in what stands in braces.
_TRAVELLING = (
    "queued",
    "sending",
    "waiting",
    "reading",
    "too_large",
    "empty",
    "lost",
    "retry",
    "close",
)
_FIELDS = {"percent": "{percent}", "file": "{file}"}

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.DROP_TEXT, "children"),
    (Id.PICK, "children"),
    (Id.TRANSFERS, "data-words"),
    (Id.TEMPLATES, "children"),
)


def at_rest(words: Words) -> html.Section:
    """The zone itself works before anything else of the page has come."""
    return html.Section(
        className="card intake",
        children=[
            html.Header(_head(words), id=Id.HEAD, className="intake-head"),
            html.Div(
                className="intake-ways",
                children=[
                    html.Div(
                        id=Id.DROP,
                        className="drop-zone",
                        children=[
                            icon("upload"),
                            html.Div(_text(words), id=Id.DROP_TEXT, className="drop-text"),
                            html.Button(
                                words("data.drop.pick"),
                                id=Id.PICK,
                                className="button",
                                type="button",
                            ),
                        ],
                    ),
                    html.Div(id=Id.TEMPLATES, className="templates"),
                ],
            ),
            html.Ul(
                id=Id.TRANSFERS,
                className="transfers",
                **aria(live="polite"),
                **data(words=_travelling(words), limit=str(UPLOAD_LIMIT)),
            ),
        ],
    )


def changes(view: DataView) -> Changes:
    """The card in the reader's language, with forms for the region chosen."""
    words = view.words
    return {
        (Id.HEAD, "children"): _head(words),
        (Id.DROP_TEXT, "children"): _text(words),
        (Id.PICK, "children"): words("data.drop.pick"),
        (Id.TRANSFERS, "data-words"): _travelling(words),
        (Id.TEMPLATES, "children"): _templates(view),
    }


def _head(words: Words) -> list[Component]:
    return [html.H1(words("data.head")), html.P(words("data.lead"), className="subtitle")]


def _text(words: Words) -> list[Component]:
    limit = count(UPLOAD_LIMIT // MIB, words.language)
    return [
        html.P(words("data.drop.here"), className="drop-here"),
        html.P(words("data.drop.kinds", limit=limit), className="subtitle"),
    ]


def _travelling(words: Words) -> str:
    limit = count(UPLOAD_LIMIT // MIB, words.language)
    return json.dumps(
        {name: words(f"data.travel.{name}", limit=limit, **_FIELDS) for name in _TRAVELLING},
        ensure_ascii=False,
    )


def _templates(view: DataView) -> list[Component]:
    words = view.words
    region = view.reference.directory[view.choices.region_code].name
    return [
        html.H2(words("data.templates.title")),
        html.P(words("data.templates.lead", region=region), className="subtitle"),
        html.Ul(
            [
                html.Li(
                    html.A(
                        [icon("download"), words(f"data.templates.{form}")],
                        href=f"/templates/{form}.xlsx{view.choices.query}",
                        download="",
                    )
                )
                for form in FORMS
            ]
        ),
    ]
