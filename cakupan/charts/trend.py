"""The trend: coverage by month, the straight way to the target, and where today's pace leads."""

from collections.abc import Sequence
from datetime import date
from math import isnan
from typing import NamedTuple

import pandas as pd

from cakupan.analytics.summary import Outlook
from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.target_marks import TargetMark
from cakupan.charts.theme import Style
from cakupan.charts.trend_axes import Plane, RatioSpan, days, year_axis
from cakupan.charts.trend_labels import end_labels, label_room, place_end_labels, place_value
from cakupan.texts import date_format
from cakupan.texts.number_format import percent, percents

HEIGHT = 340
BREAK_SIGN = "//"
_BOTTOM = 28
_TOP = 10


class Month(NamedTuple):
    """A month of a trend: its last day as plotly is told of it; coverage may be NaN."""

    day: str
    coverage: float
    period: str


def months_of(frame: pd.DataFrame) -> list[Month]:
    """The months of Summary.trend."""
    columns = days(frame["date"]), frame["coverage"].tolist(), frame["period"].tolist()
    return list(map(Month._make, zip(*columns, strict=True)))


def with_coverage(months: Sequence[Month]) -> list[Month]:
    """Those whose coverage is known."""
    return [month for month in months if not isnan(month.coverage)]


def trend(
    frame: pd.DataFrame,
    glide: pd.DataFrame,
    outlook: Outlook | None,
    marks: Sequence[TargetMark],
    style: Style,
    *,
    breaks: Sequence[date] = (),
    ahead: pd.DataFrame | None = None,
    height: int = HEIGHT,
) -> Figure:
    """``frame`` and ``glide`` are Summary.trend and Summary.glide; months without data are gaps.

    There is at least one month with data. ``breaks`` are the first days of months that are of
    another kind than those before: the line is interrupted there, under a sign. ``ahead`` is a way
    that is assumed, shaped as ``glide``; with it, both tell their values year by year.
    """
    months = months_of(frame)
    known = with_coverage(months)
    ways = [glide] if ahead is None else [glide, ahead]
    plane = _plane(known, ways, outlook, marks, height=height)
    newest = known[-1]
    drawing = Drawing(style, height=height)
    if outlook:
        _draw_band(drawing, newest, outlook)
    if len(glide) > 1:
        _draw_way(drawing, glide, style.palette.target, "7px,5px", told=ahead is not None)
    if ahead is not None:
        _draw_way(drawing, ahead, style.palette.accent, "3px,4px", told=True)
    draw_series(drawing, months, breaks)
    draw_breaks(drawing, breaks)
    _draw_newest(drawing, newest)
    _draw_targets(drawing, marks)
    labels = end_labels(outlook, marks, style, ahead=ahead)
    place_end_labels(drawing, labels, plane)
    place_value(drawing, known, marks, plane)
    return drawing.figure(
        hovermode="x",
        xaxis=year_axis(plane.first, plane.last, style),
        yaxis=plane.span.axis(style),
        margin={"l": 40, "r": label_room(labels), "t": _TOP, "b": _BOTTOM},
    )


def _plane(
    known: Sequence[Month],
    ways: Sequence[pd.DataFrame],
    outlook: Outlook | None,
    marks: Sequence[TargetMark],
    *,
    height: int,
) -> Plane:
    """From the first year shown to the last one anything reaches, around every value."""
    last = max([known[-1].day, *(day for way in ways for day in days(way["date"]))])
    years = [date.fromisoformat(last).year]
    values = [*(mark.ratio for mark in marks), *(month.coverage for month in known)]
    for way in ways:
        values += way["coverage"].tolist()
    if outlook:
        years.append(outlook.year)
        values += [outlook.low, outlook.high]
    return Plane(
        first=date(date.fromisoformat(known[0].day).year, 1, 1),
        last=date(max(years), 12, 31),
        span=RatioSpan.around(values, steps=5),
        height=height - _TOP - _BOTTOM,
    )


def draw_series(
    drawing: Drawing, months: Sequence[Month], breaks: Sequence[date] = (), **line: object
) -> None:
    """The coverage of a trend as a line with gaps; ``line`` is what is drawn differently."""
    language = drawing.style.language
    moments: list[str] = []
    ratios: list[float | None] = []
    hovers: list[str] = []
    waiting = [when.isoformat() for when in breaks]
    written = percents(language).all([month.coverage for month in months])
    for (day, coverage, period), text in zip(months, written, strict=True):
        while waiting and day >= waiting[0]:
            moments.append(waiting.pop(0))
            ratios.append(None)
            hovers.append("")
        when = date_format.short_period(period, language)
        moments.append(day)
        ratios.append(None if isnan(coverage) else coverage)
        hovers.append(f"<b>{text}</b>  {when}")
    drawing.line(
        x=moments,
        y=ratios,
        line={"color": drawing.style.palette.accent, "width": 3, **line},
        customdata=hovers,
        hovertemplate="%{customdata}<extra></extra>",
        connectgaps=False,
    )


def draw_breaks(drawing: Drawing, breaks: Sequence[date]) -> None:
    """A fine upright line through each break, with the sign that the key explains."""
    colour = drawing.style.palette.muted
    for day in breaks:
        when = day.isoformat()
        drawing.upright(when, line={"color": colour, "width": 1, "dash": "1px,3px"})
        drawing.text(
            f"<b>{BREAK_SIGN}</b>",
            x=when,
            y=1,
            yref="paper",
            yanchor="top",
            bgcolor=drawing.style.palette.surface,
            font={"color": colour, "size": 13},
        )


def _draw_newest(drawing: Drawing, newest: Month) -> None:
    palette = drawing.style.palette
    ring = {"color": palette.surface, "width": 2}
    drawing.line(
        x=[newest.day],
        y=[newest.coverage],
        mode="markers",
        marker={"color": palette.accent, "size": 11, "line": ring},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _draw_way(drawing: Drawing, way: pd.DataFrame, colour: str, dash: str, *, told: bool) -> None:
    """A way ahead; where it is ``told``, each step after the first has a point with its value."""
    language = drawing.style.language
    moments, ratios = days(way["date"]), way["coverage"].tolist()
    written = [date_format.day(date.fromisoformat(day), language, short=True) for day in moments]
    drawing.line(
        x=moments,
        y=ratios,
        mode="lines+markers" if told else "lines",
        line={"color": colour, "width": 2, "dash": dash},
        marker={"color": colour, "size": [0, *[5] * (len(moments) - 1)]},
        customdata=[
            f"<b>{percent(coverage, language)}</b>  {day}"
            for day, coverage in zip(written, ratios, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>" if told else None,
        hoverinfo=None if told else "skip",
    )


def _draw_band(drawing: Drawing, newest: Month, outlook: Outlook) -> None:
    end = date(outlook.year, 12, 31).isoformat()
    drawing.line(
        x=[newest.day, end, end],
        y=[newest.coverage, outlook.high, outlook.low],
        line={"width": 0},
        fill="toself",
        fillcolor=drawing.style.palette.band,
        hoverinfo="skip",
    )


def _draw_targets(drawing: Drawing, marks: Sequence[TargetMark]) -> None:
    line = {"color": drawing.style.palette.target, "width": 1.5, "dash": "2px,4px"}
    for mark in marks:
        drawing.rule((0, 1), (mark.ratio, mark.ratio), xref="paper", line=line)
