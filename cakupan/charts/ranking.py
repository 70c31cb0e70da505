"""The ranked list of regions: bars from zero, target lines, value, points and change of rank."""

from collections.abc import Sequence

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.charts.target_marks import TargetMark
from cakupan.charts.theme import Style
from cakupan.texts.number_format import is_missing, percent, points

_HEADROOM = 1.35
_TOLD = ("name", "coverage", "points", "rank_change")


def ranking(frame: pd.DataFrame, marks: Sequence[TargetMark], style: Style) -> Figure:
    """``frame`` is Summary.ranking with a ``name`` column; bars below every target are quieter."""
    aims = [mark.ratio for mark in drawn_marks(frame, marks)]
    words = style.words
    columns = (
        Column(words("charts.ranking.coverage"), 62, narrow=58),
        Column(words("charts.ranking.points"), 86, narrow=0),
        Column(words("charts.ranking.rank"), 58, narrow=34),
    )
    nearest = min(aims, default=0.0)
    records = zip(*(frame[name].tolist() for name in _TOLD), strict=True)
    known = [ratio for ratio in frame["coverage"].tolist() if not is_missing(ratio)]
    return row_chart(
        [_row(record, nearest, style) for record in records],
        columns,
        Rules(aims, style.palette.target, "2px,3px"),
        span=(0, max([*known, *aims, 0.01]) * 1.02),
        style=style,
    )


def drawn_marks(frame: pd.DataFrame, marks: Sequence[TargetMark]) -> list[TargetMark]:
    """The targets worth a line, lowest first: a distant one (99,5% in 2045) would flatten all bars.

    The nearest target that nobody has reached is always among them.
    """
    best = frame["coverage"].max() if len(frame) else 0.0
    ordered = sorted(marks, key=lambda mark: mark.ratio)
    above = next((mark.ratio for mark in ordered if mark.ratio > best), 0.0)
    return [mark for mark in ordered if mark.ratio <= max(_HEADROOM * best, above)]


def rank_change(change: float | None, style: Style) -> str:
    """▲2 in green, ▼1 in red, – for no change; nothing where there was no rank to compare."""
    if change is None or is_missing(change):
        return ""
    if change == 0:
        return _coloured("–", style.palette.muted)
    sign, colour = ("▲", style.palette.rise) if change > 0 else ("▼", style.palette.fall)
    return _coloured(f"{sign}{abs(int(change))}", colour)


def _row(record: tuple[str, float, float, float], nearest: float, style: Style) -> Row:
    name, coverage, moved, climb = record
    missing = is_missing(coverage)
    value = percent(coverage, style.language)
    change = points(moved, style.language)
    # The column's title names the unit.
    bare = _coloured(change.rsplit(" ", 1)[0], style.palette.muted)
    quiet = missing or coverage < nearest
    return Row(
        name=name,
        value=None if missing else coverage,
        colour=style.palette.accent_quiet if quiet else style.palette.accent,
        cells=(f"<b>{value}</b>", bare, rank_change(climb, style)),
        hover=f"<b>{name}</b><br>{value} · {change}",
    )


def _coloured(text: str, colour: str) -> str:
    return f"<span style='color:{colour}'>{text}</span>"
