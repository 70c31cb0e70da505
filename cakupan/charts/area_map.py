"""The map of areas: every kabupaten and kota in its outline, in the colour of its class.

The outlines themselves are fetched by the browser; a figure only names their address.
"""

from itertools import compress
from typing import Any

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.map_scales import Scale
from cakupan.charts.theme import Style
from cakupan.domain.boundaries import Box
from cakupan.domain.records import Record

OVER, MISSING = "over", "missing"
"""``meta`` of the traces that a script hatches: coverage above 100%, and regions without data."""

# Widths the figure has at least on either screen, and the heights it keeps within.
_WIDTH = {False: 1100, True: 330}
_HEIGHTS = {False: (320, 520), True: (170, 380)}
_ROOM = 0.02
_CLEAR = "rgba(0,0,0,0)"


class Outlines(Record, frozen=True):
    """Where the outlines are fetched from, how far the map reaches, its least width in pixels."""

    address: str
    extent: Box
    least: int = 0


def area_map(frame: pd.DataFrame, scale: Scale, outlines: Outlines, style: Style) -> Figure:
    """``frame`` has region_code · value · over · hover; NaN in value is no data, hatched."""
    palette = style.palette
    over, known = frame["over"].to_numpy(dtype="bool"), frame["value"].notna().to_numpy()
    told = frame[["region_code", "hover"]].to_numpy(dtype="object").tolist()
    drawing = Drawing(style, height=_height(outlines, style))
    plain = known & ~over
    classes = (scale.classes(frame["value"][plain]) + 0.5).tolist()
    _areas(drawing, list(compress(told, plain)), outlines, z=classes, steps=scale.steps)
    for name, rows, colour in (
        (OVER, list(compress(told, over)), palette.over),
        (MISSING, list(compress(told, ~known & ~over)), palette.track),
    ):
        flat = [(0.0, colour), (1.0, colour)]
        _areas(drawing, rows, outlines, z=[0.5] * len(rows), steps=flat, meta=name)
    return drawing.figure(geo=_geo(outlines.extent))


def _areas(
    drawing: Drawing,
    rows: list[list[str]],
    outlines: Outlines,
    *,
    z: list[float],
    steps: list[tuple[float, str]],
    **trace: Any,
) -> None:
    """``rows`` are a region's code and what pointing at it tells."""
    size = len(steps) // 2
    drawing.traces.append(
        {
            "type": "choropleth",
            "geojson": outlines.address,
            "locations": [code for code, _ in rows],
            "z": z,
            "zmin": 0,
            "zmax": size,
            "colorscale": steps,
            "showscale": False,
            "marker": {"line": {"color": drawing.style.palette.surface, "width": 0.5}},
            "customdata": rows,
            "hovertemplate": "%{customdata[1]}<extra></extra>",
            **trace,
        }
    )


def _geo(extent: Box) -> dict[str, Any]:
    """Our own ranges: plotly's way of fitting leaves wide margins."""
    east, north = extent.east - extent.west, extent.north - extent.south
    return {
        "scope": "world",
        "resolution": 110,
        "visible": False,
        "bgcolor": _CLEAR,
        "projection": {"type": "equirectangular"},
        "lonaxis": {"range": [extent.west - _ROOM * east, extent.east + _ROOM * east]},
        "lataxis": {"range": [extent.south - _ROOM * north, extent.north + _ROOM * north]},
    }


def _height(outlines: Outlines, style: Style) -> int:
    """As high as the extent is on the width there is, within limits."""
    low, high = _HEIGHTS[style.compact]
    extent, width = outlines.extent, max(outlines.least, _WIDTH[style.compact])
    ratio = (extent.north - extent.south) / (extent.east - extent.west)
    return round(min(high, max(low, width * ratio)))
