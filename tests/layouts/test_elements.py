"""The elements that pages are made of are those of Dash in all but the time they take."""

import json
from typing import Any

import dash_mantine_components as dmc
import pytest
from dash import html as whole
from dash.development.base_component import ComponentRegistry

from layouts import elements
from layouts.figures_table import QuickTable

NAMES = tuple(elements.__all__)


def written(element: Any) -> str:
    """As it is sent, its properties in their order."""
    return json.dumps(element.to_plotly_json())


def both(name: str, /, **told: Any) -> tuple[Any, Any]:
    """The same element of ours and of Dash."""
    return getattr(elements, name)(**told), getattr(whole, name)(**told)


@pytest.mark.parametrize("name", NAMES)
def test_an_element_is_written_as_dash_writes_it(name: str) -> None:
    named = [one for one in getattr(whole, name)()._prop_names if not one.endswith("-*")]
    # Told backwards: the order is not that in which they were told.
    everything = {one: one.upper() for one in reversed(named)}
    cases: tuple[dict[str, Any], ...] = (
        {},
        {"children": ["a", None, 3]},
        {"className": "b", "id": {"row": 1}, "children": None},
        {**everything, "data-of": "c"},
        {"aria-label": "d", **everything},
    )
    for told in cases:
        # The first time goes another way than every other.
        for _time in range(2):
            ours, theirs = both(name, **told)
            assert written(ours) == written(theirs)
            assert repr(ours) == repr(theirs)


def test_what_is_changed_after_it_was_made_is_written_too() -> None:
    ours, theirs = both("Button", children="a", title="b")
    for one in (ours, theirs):
        one.children, one.disabled = ["c"], True
        del one.title
    assert written(ours) == written(theirs)


@pytest.mark.parametrize("name", NAMES)
def test_what_no_element_has_is_refused_in_the_words_of_dash(name: str) -> None:
    said = []
    for kind in (getattr(elements, name), getattr(whole, name)):
        kind(className="known")
        for _time in range(2):
            with pytest.raises(TypeError) as refused:
                kind(className="known", nonsense="unknown")
            said.append(str(refused.value))
    assert len(set(said)) == 1


def test_dash_knows_no_library_more_and_no_element_less() -> None:
    assert "layouts" not in ComponentRegistry.registry
    for name in NAMES:
        assert getattr(whole, name) in getattr(elements, name).__bases__
        told = ComponentRegistry.children_props["dash_html_components"][name]
        assert told == getattr(whole, name)._children_props


def test_a_table_of_figures_is_written_as_mantine_writes_it() -> None:
    told = {"data": {"head": ["a"], "body": [["1"]]}, "data-of": "b", "className": "figures"}
    for _time in range(2):
        ours, theirs = QuickTable(**told), dmc.Table(**told)
        assert written(ours) == written(theirs)
        assert repr(ours) == repr(theirs)
    with pytest.raises(TypeError, match="nonsense"):
        QuickTable(nonsense="unknown")
    assert "layouts" not in ComponentRegistry.registry
