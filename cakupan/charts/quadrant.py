"""Level against movement: a point for each region, four named quarters, labels that stay apart."""

from collections.abc import Sequence

from cakupan.analytics.quadrants import Quadrant
from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_places import Spot, label_places
from cakupan.charts.label_spacing import text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.domain.records import Record

# The narrowest the plot gets on either screen, and its height, in pixels.
_WIDTH = {False: 620, True: 262}
_HEIGHT = {False: 400, True: 340}
_MARGIN = {"l": 52, "r": 8, "t": 22, "b": 40}
# What the names of the lower quarters take up.
_CORNER = 18
_SYMBOLS = {
    Quadrant.LEADING: "circle",
    Quadrant.CATCHING_UP: "triangle-up",
    Quadrant.SLOWING: "diamond",
    Quadrant.LAGGING: "square",
}
_CORNERS = {
    Quadrant.LEADING: ("right", "top"),
    Quadrant.CATCHING_UP: ("left", "top"),
    Quadrant.SLOWING: ("right", "bottom"),
    Quadrant.LAGGING: ("left", "bottom"),
}


class Placed(Record, frozen=True):
    """One region: its name, level (x) and movement (y) as ratios, quarter, and what hovering says.

    ``x_text`` and ``y_text`` say both as people read them.
    """

    name: str
    level: float
    change: float
    quadrant: Quadrant
    hover: str


class Axis(Record, frozen=True):
    """One axis: its title, and what a value on it reads like."""

    title: str
    values: Sequence[float]
    texts: Sequence[str]


def quadrant_chart(
    regions: Sequence[Placed],
    *,
    usual: tuple[float, float],
    axes: tuple[Axis, Axis],
    style: Style,
) -> Figure:
    """``usual`` is where the quarters meet; the labels that find no room are left to hovering."""
    drawing = Drawing(style, height=_HEIGHT[style.compact])
    spans = (
        _span([region.level for region in regions], usual[0]),
        _span([region.change for region in regions], usual[1]),
    )
    _crossing(drawing, usual, spans)
    _points(drawing, regions)
    _labels(drawing, regions, spans)
    return drawing.figure(
        xaxis=_axis(axes[0], spans[0], style),
        yaxis=_axis(axes[1], spans[1], style),
        margin=_MARGIN,
        hovermode="closest",
    )


def _axis(axis: Axis, span: tuple[float, float], style: Style) -> dict[str, object]:
    inside = [
        (value, text)
        for value, text in zip(axis.values, axis.texts, strict=True)
        if span[0] <= value <= span[1]
    ]
    return {
        "range": list(span),
        "tickvals": [value for value, _ in inside],
        "ticktext": [text for _, text in inside],
        "showgrid": True,
        "tickangle": 0,
        "title": {
            "text": axis.title,
            "font": {"size": TEXT_SIZE, "color": style.palette.muted},
            "standoff": 6,
        },
    }


def _span(values: Sequence[float], usual: float) -> tuple[float, float]:
    low, high = min([*values, usual]), max([*values, usual])
    room = 0.12 * max(high - low, 0.004)
    return low - room, high + room


def _crossing(
    drawing: Drawing,
    usual: tuple[float, float],
    spans: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    """The two lines, and the name of each quarter in its outer corner."""
    line = {"color": drawing.style.palette.muted, "width": 1, "dash": "dot"}
    drawing.rule((usual[0], usual[0]), spans[1], line=line)
    drawing.rule(spans[0], (usual[1], usual[1]), line=line)
    for quarter, (side, edge) in _CORNERS.items():
        drawing.text(
            f"<b>{drawing.style.words(f'charts.quadrant.{quarter.value}')}</b>",
            x=0 if side == "left" else 1,
            y=1 if edge == "top" else 0,
            xref="paper",
            yref="paper",
            xanchor=side,
            yanchor="bottom",
            font={"color": drawing.style.palette.target, "size": TEXT_SIZE},
        )


def _points(drawing: Drawing, regions: Sequence[Placed]) -> None:
    palette = drawing.style.palette
    drawing.line(
        mode="markers",
        x=[region.level for region in regions],
        y=[region.change for region in regions],
        marker={
            "symbol": [_SYMBOLS[region.quadrant] for region in regions],
            "color": palette.accent,
            "size": 9,
            "line": {"color": palette.surface, "width": 1},
        },
        customdata=[region.hover for region in regions],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _labels(
    drawing: Drawing,
    regions: Sequence[Placed],
    spans: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    """Names beside their points wherever one finds room; pixels of the narrowest plot."""
    compact = drawing.style.compact
    width = _WIDTH[compact] - _MARGIN["l"] - _MARGIN["r"]
    height = _HEIGHT[compact] - _MARGIN["t"] - _MARGIN["b"]
    room = (width, height - _CORNER)
    size = TEXT_SIZE - 1 if compact else TEXT_SIZE
    spots = [
        Spot(
            x=(region.level - spans[0][0]) / (spans[0][1] - spans[0][0]) * width,
            y=(spans[1][1] - region.change) / (spans[1][1] - spans[1][0]) * height,
            width=text_width(region.name, size),
        )
        for region in regions
    ]
    for region, place in zip(regions, label_places(spots, extent=room), strict=True):
        if place is not None:
            drawing.text(
                region.name,
                x=region.level,
                y=region.change,
                xanchor=place.xanchor,
                yanchor=place.yanchor,
                xshift=place.xshift,
                yshift=place.yshift,
                font={"size": size},
            )
