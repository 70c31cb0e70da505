"""What surrounds every page: skip link, brand, menu, global bar, and the place of the page."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc
from dash.development.base_component import Component

from cakupan.charts.theme import FONT
from cakupan.domain.people import Person
from cakupan.texts import Words
from layouts import card_menu, global_bar, page_bar
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.cards import origin
from layouts.ids import ShellId as Id
from layouts.pages import PAGES, Page, page_at
from layouts.view import Changes, Slot

_SLIDES = "/slide"
_OWN_PASSWORD = "/masuk/ganti"  # noqa: S105  an address
_OWN_SESSIONS = "/masuk/sesi"

SLOTS: tuple[Slot, ...] = (
    (Id.SKIP, "children"),
    (Id.MENU, "children"),
    (Id.ABOUT, "children"),
    (Id.DISCONNECTED, "children"),
    *card_menu.SLOTS,
    *page_bar.SLOTS,
)
# The brand's blue from pale to deep; shade 7 carries white text at 6,7 : 1.
# Ours from text to deepest ground, in the places the component library looks for them.
_DARK = [
    *("#e8eef3", "#c9d4dd", "#a5b4c1", "#8a9aa8", "#2d3a46"),
    *("#26323d", "#1b2630", "#161f28", "#0e151b", "#0a1015"),
]
_BLUE = [
    *("#eaf2fb", "#d3e3f6", "#a6c8ec", "#78ace2", "#4f93d8"),
    *("#2f7fc9", "#1a6cba", "#0b5cad", "#094c90", "#063a70"),
]


def shell(words: Words) -> dmc.MantineProvider:
    """The whole screen at rest. The address holds the choices, the stores hand them around."""
    return dmc.MantineProvider(
        id=Id.PROVIDER,
        theme={
            "fontFamily": FONT,
            "primaryColor": "cakupan",
            "primaryShade": {"light": 7, "dark": 4},
            "colors": {"cakupan": _BLUE, "dark": _DARK},
            "defaultRadius": "md",
        },
        children=[
            dcc.Location(id=Id.ADDRESS, refresh=False),
            dcc.Store(id=Id.REQUEST),
            dcc.Store(id=Id.SHOWN),
            dcc.Store(id=Id.REMEMBERED, storage_type="local"),
            html.A(words("shell.skip"), id=Id.SKIP, href="#isi", className="skip-link"),
            html.Div([_top(words), _side(words), _main(words)], className="app"),
            *card_menu.at_rest(words),
            *origin.at_rest(words),
        ],
    )


def _top(words: Words) -> html.Header:
    return html.Header(
        className="top",
        children=[
            html.Button(
                id=Id.MENU_BUTTON,
                className="menu-button",
                type="button",
                children=html.Span(className="icon menu"),
                **aria(label=words("shell.menu.button"), expanded="false", controls=Id.MENU),
            ),
            dcc.Link(
                [html.Span(className="mark"), words("shell.name")], href="/", className="brand"
            ),
            global_bar.at_rest(words),
        ],
    )


def _side(words: Words) -> html.Aside:
    return html.Aside(
        className="side",
        children=html.Div(
            className="side-inner",
            children=[
                html.Nav(
                    id=Id.MENU,
                    className="menu",
                    children=menu(PAGES[0].path, words),
                    **aria(label=words("shell.menu.name")),
                ),
                html.Div(id=Id.ABOUT, className="about"),
            ],
        ),
    )


def _main(words: Words) -> html.Main:
    return html.Main(
        id="isi",
        tabIndex=-1,
        children=[
            html.Div(id=Id.NOTICE, className="notices", role="status"),
            html.P(
                words("shell.failure.disconnected"),
                id=Id.DISCONNECTED,
                className="disconnected",
                role="alert",
                hidden=True,
            ),
            *page_bar.at_rest(words),
            html.Div(
                id=Id.PAGE,
                className="page",
                children=PAGES[0].at_rest(words),
                **data(path=PAGES[0].path),
            ),
        ],
    )


def menu(
    path: str, words: Words, *, query: str = "", pages: Sequence[Page] = PAGES
) -> list[Component]:
    """A link for each of these pages; the one shown is marked and says so."""
    return [
        _menu_link(page, words, current=page.holds(path), query=query)
        for page in pages
        if page.icon
    ]


def _menu_link(page: Page, words: Words, *, current: bool, query: str) -> dcc.Link:
    here: list[Component | str] = []
    if current:
        here = [" ", html.Span(words("shell.menu.here"), className="unseen")]
    return dcc.Link(
        [html.Span(className=f"icon {page.icon}"), words(page.title_key), *here],
        href=page.path + query,
        className="menu-link current" if current else "menu-link",
    )


def changes(
    path: str, words: Words, *, query: str, person: Person, pages: Sequence[Page]
) -> Changes:
    """The shell's own words in the reader's language; ``query`` goes along to other pages.

    ``person`` is whoever is there, without a name where nobody logs in; ``pages`` are theirs.
    """
    return {
        (Id.SKIP, "children"): words("shell.skip"),
        (Id.MENU, "children"): menu(path, words, query=query, pages=pages),
        (Id.DISCONNECTED, "children"): words("shell.failure.disconnected"),
        (Id.ABOUT, "children"): [
            html.P(words("shell.about.what")),
            html.P(words("shell.about.where")),
            *_person(person, words),
        ],
        **card_menu.changes(words, slides=_SLIDES if page_at(_SLIDES) else ""),
    }


def _person(person: Person, words: Words) -> list[Component]:
    """Who is logged in, with the way out; or that nobody has to."""
    if not person.name:
        return [html.P(words("access.alone"))]
    leave = html.Button(words("access.leave"), type="submit", className="link-button")
    return [
        html.P(words("access.signed_in", name=person.name), className="who"),
        html.P(words(f"access.role.{person.role.value}")),
        html.A(words("access.own.button"), href=_OWN_PASSWORD),
        html.A(words("access.sessions.title"), href=_OWN_SESSIONS),
        html.Form(leave, action="/keluar", method="POST"),
    ]


def closed_page(words: Words) -> Component:
    """In the stead of a page that somebody has no right to."""
    return html.Section(
        className="card message",
        children=[
            html.H1(words("shell.closed")),
            html.P(words("access.forbidden"), className="lead"),
            html.A(words("shell.unknown.back"), href="/", className="button"),
        ],
        **data(answers="any"),
    )


def unknown_page(words: Words) -> Component:
    """A friendly way back from an address that leads nowhere."""
    return html.Section(
        className="card message",
        children=[
            html.H1(words("shell.unknown.title")),
            html.P(words("shell.unknown.lead"), className="lead"),
            html.A(words("shell.unknown.back"), href="/", className="button"),
        ],
        **data(answers="any"),
    )
