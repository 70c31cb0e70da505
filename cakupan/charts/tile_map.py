"""The tile map: one square a region, all of one size, so that a small kota can be read too."""

from collections.abc import Mapping, Sequence

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import text_width
from cakupan.charts.map_scales import Scale, ink_on
from cakupan.charts.theme import Style
from cakupan.domain.records import Record

_HIDDEN = {"visible": False}
_SHARE = 0.94
"""How much of its place a tile fills."""
_WIDTH = {False: 1090, True: 316}
_WIDEST = 1.7
"""Width of a tile in heights where there is room: names lie flat."""
_NAMED_FROM, _TALLEST = 74, 96
_LINE, _MARGIN = 16, 10
_NAME_SIZE, _NUMBER_SIZE = 12, 13


class Grid(Record, frozen=True):
    """Tiles by region as (column, row); ``least`` is the least width of the figure in pixels."""

    places: Mapping[str, tuple[int, int]]
    least: int = 0

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((column for column, _ in self.places.values()), default=0)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return 1 + max((row for _, row in self.places.values()), default=0)


def tile_map(frame: pd.DataFrame, scale: Scale, grid: Grid, style: Style) -> Figure:
    """``frame`` has region_code · name · value · over · label · short · hover.

    NaN in value is no data, hatched. ``label`` is the value as it stands under a name, ``short``
    what fits into a small tile.
    """
    wide = max(grid.least, _WIDTH[style.compact]) / grid.columns
    named = wide >= _NAMED_FROM
    wide = min(wide, _TALLEST * _WIDEST if named else _TALLEST)
    texts = _labelled(frame, wide) if named else _texts(frame, "short")
    tall = max(wide / _WIDEST, _room(texts)) if named else wide
    drawing = Drawing(style, height=round(grid.rows * tall))
    places = [grid.places[code] for code in _texts(frame, "region_code")]
    colours = _colours(frame, scale, style)
    inks = {colour: ink_on(colour, style.palette) for colour in set(colours)}
    drawing.bars(
        orientation="v",
        x=[column for column, _ in places],
        y=[_SHARE] * len(places),
        base=[-row - _SHARE / 2 for _, row in places],
        width=_SHARE,
        marker={"color": colours, "line": {"width": 0}, "pattern": _pattern(frame, style)},
        text=texts,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={
            "color": [inks[colour] for colour in colours],
            "size": _NAME_SIZE if named else max(8, min(_NUMBER_SIZE, round(wide * 0.46))),
        },
        customdata=frame[["region_code", "hover"]].to_numpy(dtype="object").tolist(),
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    return drawing.figure(
        barmode="overlay",
        xaxis={"range": [-0.5, grid.columns - 0.5], "constrain": "domain", **_HIDDEN},
        yaxis={
            "range": [-grid.rows + 0.5, 0.5],
            "scaleanchor": "x",
            "scaleratio": tall / wide,
            "constrain": "domain",
            **_HIDDEN,
        },
    )


def _colours(frame: pd.DataFrame, scale: Scale, style: Style) -> list[str]:
    places = scale.classes(frame["value"].fillna(0)).tolist()
    return [
        style.palette.over if over else style.palette.track if missing else scale.colours[place]
        for place, (over, missing) in zip(places, _signs(frame), strict=True)
    ]


def _signs(frame: pd.DataFrame) -> list[tuple[bool, bool]]:
    """Of each tile whether its coverage is above 100%, and whether it has no data."""
    return list(zip(frame["over"].tolist(), frame["value"].isna().tolist(), strict=True))


def _texts(frame: pd.DataFrame, name: str) -> list[str]:
    # A column of words is slow to walk through.
    return frame[name].to_numpy(dtype="object").tolist()


def _pattern(frame: pd.DataFrame, style: Style) -> dict[str, object]:
    """Hatching for no data and for coverage above 100%: colour is never the only sign."""
    shapes = ["x" if over else "/" if missing else "" for over, missing in _signs(frame)]
    return {
        "shape": shapes,
        "fillmode": "overlay",
        "fgcolor": style.palette.muted,
        "fgopacity": 0.55,
        "size": 6,
        "solidity": 0.18,
    }


def _labelled(frame: pd.DataFrame, width: float) -> list[str]:
    """Name and value of each region, for tiles of this width."""
    return [
        f"{_wrapped(name, width - 10)}<br><b>{label}</b>"
        for name, label in zip(_texts(frame, "name"), _texts(frame, "label"), strict=True)
    ]


def _room(texts: Sequence[str]) -> float:
    """Height that the text of most lines needs."""
    return _LINE * max((1 + text.count("<br>") for text in texts), default=0) + _MARGIN


def _wrapped(name: str, width: float) -> str:
    """The name over as many lines as it needs."""
    lines: list[str] = []
    for word in name.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, _NAME_SIZE) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return "<br>".join(lines)
