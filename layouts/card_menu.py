"""The menu of a card: a button in each card, and one menu for all of them in the shell.

assets/25-card-menu.js opens it beside the button that was pressed and does what is chosen there.
No card has a callback of its own.
"""

import json

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.ids import ShellId as Id
from layouts.slide import page as slide
from layouts.view import Changes, Slot

GROUPS = (("wide", "square", "svg"), ("xlsx", "csv"), ("copy", "slide"), ("origin",))
"""What can be done with a card. Pictures are offered where the card has a figure."""
_SAID = (
    *("saved", "copied", "not_copied", "added_one", "added", "already", "not_kept"),
    *("open_slides", "no_picture", "offline"),
)

SLOTS: tuple[Slot, ...] = (
    (Id.CARD_MENU_NAME, "children"),
    (Id.CARD_MENU, "children"),
    (Id.CARD_MENU, "data-words"),
    (Id.CARD_MENU, "data-slides"),
)


def menu_button(name: str, *, head: str) -> html.Button:
    """The button of any card that is given as ``Shown`` under this name.

    It stands in the card before its head, whose id says in the reader's language what it opens.
    """
    return _button(name, {"labelledby": f"{Id.CARD_MENU_NAME} {head}"})


def menu_of(name: str, title: str, words: Words) -> html.Button:
    """The button of a card that is filled as a whole, named by its title."""
    named = {"label": f"{words('card.menu.name')}: {title}"}
    return _button(name, named)


def at_rest(words: Words) -> list[Component]:
    """The closed menu, its name, and the place where is said what was done."""
    return [
        html.Span(words("card.menu.name"), id=Id.CARD_MENU_NAME, hidden=True),
        html.Div(
            _items(words),
            id=Id.CARD_MENU,
            className="card-menu",
            role="menu",
            **aria(labelledby=Id.CARD_MENU_NAME),
            **data(words=_said(words), slides=slide.PATH),
        ),
        html.Div(id=Id.CARD_SAID, className="card-said", role="status"),
    ]


def changes(words: Words, *, slides: str) -> Changes:
    """The menu in the reader's language; ``slides`` is the page of chosen cards, or nothing."""
    return {
        (Id.CARD_MENU_NAME, "children"): words("card.menu.name"),
        (Id.CARD_MENU, "children"): _items(words),
        (Id.CARD_MENU, "data-words"): _said(words),
        (Id.CARD_MENU, "data-slides"): slides,
    }


def _button(name: str, named: dict[str, str]) -> html.Button:
    return html.Button(
        html.Span("⋮", **aria(hidden="true")),
        className="card-menu-button",
        type="button",
        **aria(haspopup="menu", expanded="false", **named),
        **data(card=name),
    )


def _items(words: Words) -> list[Component]:
    return [html.Div([_item(act, words) for act in acts], role="group") for acts in GROUPS]


def _item(act: str, words: Words) -> html.Button:
    return html.Button(
        words(f"card.menu.{act}"),
        type="button",
        role="menuitem",
        tabIndex=-1,
        **data(act=act),
    )


def _said(words: Words) -> str:
    """What the script says, as JSON; places in braces are filled there."""
    told = {name: words.sentences[f"card.said.{name}"] for name in _SAID}
    return json.dumps({**told, "sample": words("ringkasan.sample")})
