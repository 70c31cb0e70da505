"""Every page says the same as if it were made of the elements of Dash."""

import json
from collections import Counter
from typing import Any

import pytest
from dash import Dash
from dash import html as whole
from dash.development.base_component import Component

from cakupan.domain.language import Language
from cakupan.texts import words
from callbacks.reading import Request
from callbacks.showing import Showing
from layouts import elements, pages

PLACES = {"/wilayah/<kode>": ("/wilayah/36.03", "/wilayah/36", "/wilayah/00", "/wilayah/99")}
SEARCHES = ("?wilayah=36", "?wilayah=00&bahasa=en", "?wilayah=36&bandingkan=36.03,36,00")


def ours(part: Any) -> Any:
    return part.to_plotly_json()


def of_dash(met: Counter[str]) -> Any:
    """Writes an element by making it again as one of Dash, which looks at all it is told."""

    def write(part: Any) -> Any:
        name = type(part).__name__
        if isinstance(part, Component) and isinstance(part, getattr(elements, name, ())):
            met[name] += 1
            part = getattr(whole, name)(**vars(part))
        return part.to_plotly_json()

    return write


def assert_alike(tree: Any) -> Counter[str]:
    met: Counter[str] = Counter()
    assert json.loads(json.dumps(tree, default=ours)) == json.loads(
        json.dumps(tree, default=of_dash(met))
    )
    return met


@pytest.mark.parametrize("path", [page.path for page in pages.PAGES if page.has_figures])
def test_a_drawn_page(showing: Showing, path: str) -> None:
    met: Counter[str] = Counter()
    for place in PLACES.get(path, (path,)):
        for search in SEARCHES:
            asked = Request.of({"path": place, "search": search})
            for drawing in showing.drawings[path]:
                changes = drawing.changes(asked)
                met += assert_alike([changes[slot] for slot in drawing.slots if slot in changes])
    assert met.total() > 10


def test_the_shell_and_every_page_at_rest(dashboard: Dash) -> None:
    assert assert_alike(dashboard.layout).total() > 30
    for page in pages.PAGES:
        assert assert_alike(page.at_rest(words(Language.EN))).total() > 3
