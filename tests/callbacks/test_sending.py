"""What a callback answers reaches the browser as Dash's own writer would have told it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
import pytest
from dash import html as plain_html
from dash import no_update
from hypothesis import given
from hypothesis import strategies as st
from plotly.io.json import to_json_plotly

from cakupan.charts.as_json import Ready, as_json
from cakupan.charts.figure import Figure
from callbacks.sending import sent
from layouts import elements as html


class Kind(StrEnum):
    """A word that is more than a word."""

    NEW = "baru"


@dataclass(frozen=True)
class Record:
    """What the program knows and no browser is meant to read."""

    name: str


def told(value: object) -> Any:
    """What a browser understands of an answer that holds the value as it is sent."""
    return json.loads(to_json_plotly({"value": sent(value)}))["value"]


def told_slowly(value: object) -> Any:
    """The same, had plotly's own writer in Python told of it."""
    return json.loads(to_json_plotly({"value": value}, engine="json"))["value"]


leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(st.characters(codec=None)),
)
trees: st.SearchStrategy[Any] = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.lists(parts, max_size=4),
        st.tuples(parts, parts),
        st.dictionaries(st.text(max_size=8), parts, max_size=4),
        parts.map(lambda part: html.Div(part, **{"data-of": "</script>"})),
        parts.map(lambda part: Figure([{"x": part}], {"title": part})),
    ),
    max_leaves=20,
)


@given(trees)
def test_a_browser_understands_the_same_as_of_dashs_own_writer(value: object) -> None:
    assert told(value) == told_slowly(value)


@pytest.mark.parametrize(
    "value",
    [
        2**70,
        "setengah \udfff",
        [2**70, "baris \ud800 patah"],
        [float("nan"), float("-inf"), -0.0, 1e22, 5e-324],
        [np.float64(46.03), np.int64(7), np.array([1.5, np.nan]), np.array(["a", "b"])],
        [pd.NaT, pd.Timestamp("2025-10-31"), datetime(2025, 10, 31, 9, tzinfo=UTC)],
        [date(2025, 10, 31), Decimal("46.03"), Kind.NEW],
        {Kind.NEW: 1, 7: "tujuh", "≤ 65 %": "\u2028</script>&/"},
        [plain_html.Div([html.Span("Banten"), None, 3], id={"type": "a", "key": "b"})],
    ],
    ids=[
        "too big",
        "half",
        "too big or half",
        "no number",
        "numpy",
        "moments",
        "days",
        "keys",
        "components",
    ],
)
def test_what_is_seldom_is_told_alike(value: object) -> None:
    assert told(value) == told_slowly(value)
    # What is too big has all of it told by the slow writer.
    assert told([Ready(as_json(value)), 2**70]) == told_slowly([value, 2**70])


@given(trees)
def test_what_was_written_already_is_told_alike(value: object) -> None:
    assert told([value, Ready(as_json(value))]) == told_slowly([value, value])


def test_what_is_not_to_change_is_told_so_to_dash() -> None:
    assert sent(no_update) is no_update


@pytest.mark.parametrize(
    "made",
    [object, lambda: {"a": [object()]}, lambda: [Record("Banten")], lambda: Figure([{1: set()}])],
)
def test_what_no_browser_can_be_told_of_is_refused(made: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        sent(made())


def test_no_mark_of_a_script_leaves_as_it_is() -> None:
    written = to_json_plotly({"value": sent([html.P("</script><!--\u2028")])})

    assert not {"<", ">", "\u2028"} & set(written)
