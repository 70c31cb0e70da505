"""Scores as bars put together of what each criterion adds, best first."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from cakupan.charts import Figure
from cakupan.charts.row_chart import Bar, Column, Row, Rules, row_chart
from cakupan.charts.theme import Style
from cakupan.domain.records import Record

HATCHES = ("", "/", "", "\\")
"""Neighbours differ in hatch too, not in colour alone."""


class Scored(Record, frozen=True):
    """One peer: its four parts, 0 for a criterion that is not asked for, and figures as texts."""

    name: str
    parts: tuple[float, ...]
    cells: tuple[str, ...]
    hover: str


def score_bars(peers: Sequence[Scored], columns: Sequence[Column], style: Style) -> Figure:
    """A row for each peer, from 0 to 100. There is at least one."""
    return row_chart(
        [_row(peer, style) for peer in peers],
        columns,
        Rules((), style.palette.muted),
        span=(0, 102),
        style=style,
    )


def _row(peer: Scored, style: Style) -> Row:
    colours = [fill for fill, _ in style.palette.segments.values()]
    edges = list(accumulate(peer.parts, initial=0.0))
    bars = [
        Bar(start, end, colour, hatch)
        for (start, end), colour, hatch in zip(pairwise(edges), colours, HATCHES, strict=True)
    ]
    return Row(
        name=peer.name,
        value=bars[0].end,
        colour=bars[0].colour,
        cells=peer.cells,
        hover=peer.hover,
        more=tuple(bars[1:]),
    )
