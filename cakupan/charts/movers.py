"""Who moved most in a year: bars in percentage points left and right of zero."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.charts.theme import Style
from cakupan.texts.number_format import growth, points

EACH_WAY = 3


def strongest_movers(
    ranking: pd.DataFrame, *, each_way: int = EACH_WAY, by: str = "points"
) -> pd.DataFrame:
    """The ``each_way`` largest and smallest changes, largest first; all if that few.

    ``by`` is points, or growth for that of participants.
    """
    moved = ranking[ranking[by].notna()].sort_values([by, "region_code"], ascending=[False, True])
    if len(moved) <= 2 * each_way:
        return moved
    return pd.concat([moved.head(each_way), moved.tail(each_way)])


def movers(
    frame: pd.DataFrame, style: Style, *, by: str = "points", points_title: str = ""
) -> Figure:
    """``frame`` has name · points · growth, as strongest_movers gives it, with names.

    Bars are ``by`` one of the two; both stand beside them, that one first. Points are those of a
    year unless they are titled otherwise.
    """
    columns = [
        Column(points_title or style.words("charts.movers.points"), 96, narrow=88),
        Column(style.words("charts.movers.growth"), 84, narrow=56),
    ]
    if by != "points":
        columns.reverse()
    low, high = min(0.0, frame[by].min()), max(0.0, frame[by].max())
    room = 0.03 * max(high - low, 0.0001)
    return row_chart(
        [_row(record, by, style) for record in frame.to_dict("records")],
        columns,
        Rules([0.0], style.palette.muted),
        span=(low - room if low else 0.0, high + room),
        style=style,
    )


def _row(record: Mapping[Hashable, Any], by: str, style: Style) -> Row:
    name = str(record["name"])
    texts = [points(record["points"], style.language), growth(record["growth"], style.language)]
    if by != "points":
        texts.reverse()
    quiet = f"<span style='color:{style.palette.muted}'>{texts[1]}</span>"
    return Row(
        name=name,
        value=record[by],
        colour=style.palette.accent if record[by] >= 0 else style.palette.fall,
        cells=(f"<b>{texts[0]}</b>", quiet),
        hover=f"<b>{name}</b><br>{texts[0]} · {texts[1]}",
    )
