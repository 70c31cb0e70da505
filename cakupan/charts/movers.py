"""Who moved most in a year: bars in percentage points left and right of zero."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.charts.theme import Style
from cakupan.texts.number_format import growth, points

EACH_WAY = 3


def strongest_movers(ranking: pd.DataFrame, *, each_way: int = EACH_WAY) -> pd.DataFrame:
    """The ``each_way`` largest and smallest changes in points, largest first; all if that few."""
    moved = ranking[ranking["points"].notna()].sort_values(
        ["points", "region_code"], ascending=[False, True]
    )
    if len(moved) <= 2 * each_way:
        return moved
    return pd.concat([moved.head(each_way), moved.tail(each_way)])


def movers(frame: pd.DataFrame, style: Style) -> Figure:
    """``frame`` has name · points · growth, as strongest_movers gives it, with names."""
    columns = (
        Column(style.words("charts.movers.points"), 96, narrow=88),
        Column(style.words("charts.movers.growth"), 84, narrow=56),
    )
    low, high = min(0.0, frame["points"].min()), max(0.0, frame["points"].max())
    room = 0.03 * max(high - low, 0.0001)
    return row_chart(
        [_row(record, style) for record in frame.to_dict("records")],
        columns,
        Rules([0.0], style.palette.muted),
        span=(low - room if low else 0.0, high + room),
        style=style,
    )


def _row(record: Mapping[Hashable, Any], style: Style) -> Row:
    name = str(record["name"])
    change = points(record["points"], style.language)
    grown = growth(record["growth"], style.language)
    quiet = f"<span style='color:{style.palette.muted}'>{grown}</span>"
    return Row(
        name=name,
        value=record["points"],
        colour=style.palette.accent if record["points"] >= 0 else style.palette.fall,
        cells=(f"<b>{change}</b>", quiet),
        hover=f"<b>{name}</b><br>{change} · {grown}",
    )
