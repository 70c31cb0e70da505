"""Regions by months: a coloured, labelled cell each; what is missing is hatched, never white."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from cakupan.charts import Figure
from cakupan.charts.colour_scale import Scale, readable_on
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.domain.records import Record

_ROW, _NARROW_ROW, _HEADER = 27, 46, 34
_NAME_SIZE = 13
# Where a cell begins and ends below the middle of its row, in rows, wide and narrow.
_LANE = {False: (-0.45, 0.45), True: (-0.06, 0.44)}
HATCHES = {"missing": "/", "broken": "x"}


class Cell(NamedTuple):
    """One region in one month: ``value`` NaN for none, and then why: missing or broken."""

    value: float
    text: str
    hover: str
    why: str = ""


class HeatRow(Record, frozen=True):
    """A region's name and its cells, in the order of the months."""

    name: str
    cells: Sequence[Cell]


def heat_map(rows: Sequence[HeatRow], months: Sequence[str], scale: Scale, style: Style) -> Figure:
    """First row on top; ``months`` are the titles of the columns."""
    height = _NARROW_ROW if style.compact else _ROW
    drawing = Drawing(style, height=_HEADER + height * len(rows) + 4)
    _cells(drawing, rows, scale)
    if style.compact:
        _names(drawing, rows)
    return drawing.figure(
        xaxis={
            "range": [-0.5, len(months) - 0.5],
            "tickvals": list(range(len(months))),
            "ticktext": list(months),
            "side": "top",
            "tickangle": 0,
        },
        yaxis={
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": ["" if style.compact else row.name + "  " for row in rows],
            "tickfont": {"color": style.palette.ink, "size": _NAME_SIZE},
        },
        margin={"l": 1 if style.compact else _name_width(rows), "r": 1, "t": _HEADER, "b": 4},
        bargap=0,
        barmode="overlay",
    )


def _name_width(rows: Sequence[HeatRow]) -> int:
    return 12 + round(max((text_width(row.name, _NAME_SIZE) for row in rows), default=0))


def _cells(drawing: Drawing, rows: Sequence[HeatRow], scale: Scale) -> None:
    """Every cell as a bar of its own place, for bars can be hatched and labelled."""
    palette, (top, bottom) = drawing.style.palette, _LANE[drawing.style.compact]
    placed = [(x, y, cell) for y, row in enumerate(rows) for x, cell in enumerate(row.cells)]
    missing = [math.isnan(cell.value) for _, _, cell in placed]
    fills = [
        palette.track if gone else scale.colour(cell.value)
        for gone, (_, _, cell) in zip(missing, placed, strict=True)
    ]
    drawing.bars(
        base=[x - 0.48 for x, _, _ in placed],
        x=[0.96] * len(placed),
        y=[y for _, y, _ in placed],
        width=[bottom - top] * len(placed),
        offset=[top] * len(placed),
        marker={
            "color": fills,
            "pattern": {
                "shape": [HATCHES.get(cell.why, "") for _, _, cell in placed],
                "fgcolor": palette.muted,
                "bgcolor": palette.track,
                "size": 7,
                "solidity": 0.22,
            },
        },
        text=[cell.text for _, _, cell in placed],
        textposition="inside",
        insidetextanchor="middle",
        insidetextfont={"color": [readable_on(fill) for fill in fills], "size": TEXT_SIZE - 1},
        textangle=0,
        constraintext="none",
        customdata=[cell.hover for _, _, cell in placed],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _names(drawing: Drawing, rows: Sequence[HeatRow]) -> None:
    """On a narrow screen a name stands on a line above its cells."""
    for y, row in enumerate(rows):
        drawing.text(
            row.name,
            x=0,
            y=y,
            xref="paper",
            xanchor="left",
            xshift=-3,
            yshift=13,
            font={"size": _NAME_SIZE},
        )
