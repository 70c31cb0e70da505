"""Who moved most in a year: bars in percentage points left and right of zero."""

import math

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
    changes, codes = ranking[by].tolist(), ranking["region_code"].tolist()
    moved = [place for place, change in enumerate(changes) if not math.isnan(change)]
    moved.sort(key=lambda place: (-changes[place], codes[place]))
    if len(moved) > 2 * each_way:
        moved = [*moved[:each_way], *moved[-each_way:]]
    return ranking.iloc[moved]


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
    records = zip(*(frame[name].tolist() for name in ("name", "points", "growth")), strict=True)
    low, high = min(0.0, frame[by].min()), max(0.0, frame[by].max())
    room = 0.03 * max(high - low, 0.0001)
    return row_chart(
        [_row(record, by, style) for record in records],
        columns,
        Rules([0.0], style.palette.muted),
        span=(low - room if low else 0.0, high + room),
        style=style,
    )


def _row(record: tuple[str, float, float], by: str, style: Style) -> Row:
    name, value, by_growth = record
    texts = [points(value, style.language), growth(by_growth, style.language)]
    if by != "points":
        texts.reverse()
        value = by_growth
    quiet = f"<span style='color:{style.palette.muted}'>{texts[1]}</span>"
    return Row(
        name=name,
        value=value,
        colour=style.palette.accent if value >= 0 else style.palette.fall,
        cells=(f"<b>{texts[0]}</b>", quiet),
        hover=f"<b>{name}</b><br>{texts[0]} · {texts[1]}",
    )
