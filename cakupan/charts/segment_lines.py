"""Participants of each segment over time: one line each, named at its right end."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil, floor, log10
from typing import Any

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import spread, text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.charts.trend_axes import days, year_axis
from cakupan.domain.measures import Segment
from cakupan.texts import date_format
from cakupan.texts.number_format import counts, short_count

HEIGHT = 260
_TOP, _BOTTOM = 10, 28
_GAP = 17.0
_MILLION = 10**6
_DASHES = {Segment.PU: "solid", Segment.BPU: "8px,3px", Segment.JAKON: "3px,3px"}
"""The stroke of a segment, so that colour is never the only sign; the rest are dash-dotted."""


def segment_lines(frame: pd.DataFrame, names: Mapping[Segment, str], style: Style) -> Figure:
    """``frame`` is SegmentCourse.line with at least one month; ``names`` are short names."""
    shown = [segment for segment in Segment if segment.value in frame]
    ceiling, step = _scale(max(float(frame[segment.value].max()) for segment in shown))
    drawing = Drawing(style, height=HEIGHT)
    months = [date_format.short_period(text, style.language) for text in frame["period"].tolist()]
    moments = list(zip(days(frame["date"]), months, strict=True))
    people = {segment: frame[segment.value].tolist() for segment in shown}
    for segment in shown:
        _draw(drawing, moments, segment, names[segment], people[segment])
    ends = [people[segment][-1] for segment in shown]
    labels = [
        f"{names[segment]} {short_count(end, style.language)}"
        for segment, end in zip(shown, ends, strict=True)
    ]
    last = date(frame["date"].iloc[-1].year, 12, 31)
    _name_ends(drawing, list(zip(ends, labels, strict=True)), ceiling, last=last)
    room = 16 + round(max(text_width(label, TEXT_SIZE) for label in labels))
    axis = _axis(ceiling, step, style)
    # Beside long names a phone has room for three years; more would be turned upright and cut off.
    years = year_axis(date(frame["date"].iloc[0].year, 1, 1), last, style, narrow=3)
    return drawing.figure(
        hovermode="x",
        xaxis=years,
        yaxis=axis,
        margin={"l": _axis_room(axis["ticktext"]), "r": room, "t": _TOP, "b": _BOTTOM},
    )


def _draw(
    drawing: Drawing,
    moments: Sequence[tuple[str, str]],
    segment: Segment,
    name: str,
    people: Sequence[float],
) -> None:
    """``moments`` are days with their months in words."""
    style = drawing.style
    written = counts(style.language).all(people)
    drawing.line(
        x=[day for day, _ in moments],
        y=people,
        name=segment.value,
        line={
            "color": style.palette.segments[segment][0],
            "width": 2.5,
            "dash": _DASHES.get(segment, "8px,3px,2px,3px"),
        },
        customdata=[
            f"<b>{name}</b> {number}  {month}"
            for number, (_, month) in zip(written, moments, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _name_ends(
    drawing: Drawing,
    ends: list[tuple[float, str]],
    ceiling: float,
    *,
    last: date,
) -> None:
    """Names keep their distance; a short line leads a moved one back to its height."""
    plot = HEIGHT - _TOP - _BOTTOM
    wanted = [(1 - people / ceiling) * plot for people, _ in ends]
    placed = spread(wanted, gap=_GAP, low=0, high=plot)
    for (people, label), height, at in zip(ends, wanted, placed, strict=True):
        drawing.text(
            label,
            x=last.isoformat(),
            y=people,
            ax=10,
            ay=at - height,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=drawing.style.palette.muted,
            xanchor="left",
            align="left",
        )


def _scale(highest: float) -> tuple[float, float]:
    """A round ceiling above the highest value, and its step: at most five steps, from zero."""
    if highest <= 0:
        return 1.0, 1.0
    magnitude = 10.0 ** floor(log10(highest))
    for part in (0.2, 0.25, 0.5, 1.0, 2.0):
        step = part * magnitude
        if ceil(highest / step) <= 5:
            return ceil(highest / step) * step, step
    return 10 * magnitude, 2 * magnitude


def _axis_room(ticks: Sequence[str]) -> int:
    return 6 + round(max(text_width(tick, TEXT_SIZE) for tick in ticks))


def _axis(ceiling: float, step: float, style: Style) -> dict[str, Any]:
    ticks = [step * index for index in range(round(ceiling / step) + 1)]
    return {
        "range": [0, ceiling * 1.02],
        "tickvals": ticks,
        "ticktext": [short_count(tick, style.language, _places(tick)) + " " for tick in ticks],
        "showgrid": True,
    }


def _places(tick: float) -> int:
    """As many decimals as a tick needs: 250 ribu, 1,5 juta, 1,25 juta."""
    if tick < _MILLION or tick % _MILLION == 0:
        return 0
    return 1 if tick % (_MILLION / 10) == 0 else 2
