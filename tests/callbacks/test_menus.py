"""Every card that can be taken away has the menu that takes it."""

from collections.abc import Iterator
from typing import Any

import pytest
from dash.development.base_component import Component

from cakupan.domain.language import Language
from cakupan.texts import words
from callbacks.reading import Request
from callbacks.showing import Showing
from layouts.pages import PAGES, Page

OCTOBER = "?wilayah=36&periode=2025-10&penyebut=eligible&bahasa=id&bandingkan=36.03,36.71"
# They stand within another card, and its menu takes the whole.
WITHIN = {"target-figures", "paired-regions", "metode-programmes"}


def components(part: Any) -> Iterator[Component]:
    """A component or list of them with all they hold."""
    if isinstance(part, list | tuple):
        for one in part:
            yield from components(one)
    elif isinstance(part, Component):
        yield part
        yield from components(getattr(part, "children", None))


def menus(part: Any) -> set[str]:
    found = (getattr(one, "data-card", None) for one in components(part))
    return {name for name in found if name}


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.has_figures], ids=lambda page: page.path
)
def test_every_card_that_can_be_taken_away_has_a_menu(page: Page, showing: Showing) -> None:
    path = page.path.replace("<kode>", "36.72")
    request = Request.of({"path": path, "search": OCTOBER})
    shown = [drawing.changes(request) for drawing in showing.drawings[page.path]]
    found = menus(page.at_rest(words(Language.ID)))
    for changes in shown:
        found |= {name for value in changes.values() for name in menus(value)}
    cards = {one.name for one in showing.cards(path, OCTOBER) if not one.empty}
    assert cards - found - WITHIN == set()
