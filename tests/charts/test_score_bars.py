"""Scores as stacked bars: each part begins where the one before it ends."""

from collections.abc import Callable
from itertools import product

import plotly.graph_objects as go
import pytest

from cakupan.charts.row_chart import Column
from cakupan.charts.score_bars import Scored, score_bars
from cakupan.charts.theme import Style, Theme
from cakupan.domain.language import Language

PEERS = (
    Scored("1. Kota A", (10.0, 20.0, 0.0, 5.0), ("<b>35,0</b>",), "A"),
    Scored("2. Kota B", (0.0, 12.5, 0.0, 0.0), ("<b>12,5</b>",), "B"),
)
COLUMNS = (Column("Skor", 64, narrow=56),)


@pytest.mark.parametrize("look", list(product(Language, Theme, [False, True])), ids=str)
def test_the_figure_passes_the_checks_it_is_spared_while_serving(
    look: tuple[Language, Theme, bool], style: Callable[..., Style]
) -> None:
    language, theme, compact = look
    figure = score_bars(PEERS, COLUMNS, style(language, theme, compact=compact))
    go.Figure(figure.to_dict())


def test_the_parts_of_a_bar_lie_one_after_another_up_to_the_score(
    style: Callable[..., Style],
) -> None:
    (trace,) = score_bars(PEERS, COLUMNS, style()).to_dict()["data"]
    first = sorted(
        (base, base + length)
        for row, base, length in zip(trace["y"], trace["base"], trace["x"], strict=True)
        if row == 0
    )
    assert first == [(0, 10), (10, 30), (30, 30), (30, 35)]
    assert len(set(trace["marker"]["color"])) == 4
