"""What can be done with a whole page: take it away as a workbook, or print it. And its paper head.

Static: assets/25-card-menu.js and assets/23-paper.js do what the buttons say.
"""

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import data
from layouts.ids import ShellId as Id
from layouts.pages import page_at
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.PAGE_BAR, "children"),
    (Id.PAGE_BAR, "hidden"),
    (Id.PAPER_HEAD, "children"),
)


def at_rest(words: Words) -> list[Component]:
    """The bar above a page, and the line that stands in its place on paper."""
    return [
        html.P(id=Id.PAPER_HEAD, className="paper-only paper-head"),
        html.Div(_buttons(words), id=Id.PAGE_BAR, className="page-bar"),
    ]


def changes(path: str, about: tuple[str, ...], words: Words) -> Changes:
    """The bar of a page with figures; ``about`` is what its paper says of place and time."""
    page = page_at(path)
    name = words(page.title_key) if page else ""
    return {
        (Id.PAGE_BAR, "children"): _buttons(words),
        (Id.PAGE_BAR, "hidden"): page is None or not page.has_figures,
        (Id.PAPER_HEAD, "children"): [
            html.B(words("shell.name")),
            *(html.Span(text) for text in (name, *about) if text),
        ],
    }


def _buttons(words: Words) -> list[Component]:
    return [
        html.Button(
            words("shell.page.download"),
            type="button",
            className="link-button",
            **data(takes="page"),
        ),
        html.Button(
            words("shell.page.print"),
            type="button",
            className="link-button",
            **data(prints="page"),
        ),
    ]
