"""Coverage of a few regions over time in one plane, each line named at its right end."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import spread, text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.charts.trend import Month, draw_breaks, draw_series, months_of, with_coverage
from cakupan.charts.trend_axes import RatioSpan, year_axis
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record
from cakupan.texts.number_format import percent

HEIGHT = 340
_TOP, _BOTTOM, _GAP = 14, 28, 18.0
_STROKES = (
    (Segment.PU, "solid"),
    (Segment.PMI, "9px,4px"),
    (Segment.JAKON, "3px,3px"),
    (Segment.BPU, "10px,3px,2px,3px"),
)
"""Colour and stroke of each line in turn: four that are told apart by either."""


class ComparedLine(Record, frozen=True):
    """A region's short name, its Summary.trend with a coverage somewhere, and its breaks.

    ``place`` among the regions compared, from 0, decides colour and stroke.
    """

    place: int
    name: str
    frame: pd.DataFrame
    breaks: tuple[date, ...] = ()


def compared_lines(lines: Sequence[ComparedLine], style: Style) -> Figure:
    """Up to four lines, at least one."""
    drawing = Drawing(style, height=HEIGHT)
    courses = [months_of(line.frame) for line in lines]
    known = [with_coverage(months) for months in courses]
    first = date(min(date.fromisoformat(months[0].day).year for months in known), 1, 1)
    last = date(max(date.fromisoformat(months[-1].day).year for months in known), 12, 31)
    span = RatioSpan.around([month.coverage for months in known for month in months], steps=5)
    for line, months in zip(lines, courses, strict=True):
        colour, dash = stroke(line.place, style)
        draw_series(drawing, months, line.breaks, color=colour, dash=dash)
    draw_breaks(drawing, sorted({day for line in lines for day in line.breaks}))
    room = _name_ends(drawing, lines, known, span, last)
    return drawing.figure(
        hovermode="x",
        xaxis=year_axis(first, last, style),
        yaxis=span.axis(style),
        margin={"l": 40, "r": room, "t": _TOP, "b": _BOTTOM},
    )


def stroke(place: int, style: Style) -> tuple[str, str]:
    """Colour and dashes of a line by its place."""
    segment, dash = _STROKES[place % len(_STROKES)]
    return style.palette.segments[segment][0], dash


def _name_ends(
    drawing: Drawing,
    lines: Sequence[ComparedLine],
    known: Sequence[Sequence[Month]],
    span: RatioSpan,
    last: date,
) -> int:
    """Names with the newest value keep their distance; gives the room they need, in pixels."""
    style, plot = drawing.style, HEIGHT - _TOP - _BOTTOM
    ends = [months[-1].coverage for months in known]
    scale = plot / (span.high - span.low)
    wanted = [(span.high - end) * scale for end in ends]
    placed = spread(wanted, gap=_GAP, low=0, high=plot)
    labels = []
    for place, (line, end) in enumerate(zip(lines, ends, strict=True)):
        value = percent(end, style.language)
        labels.append(value if style.compact else f"{line.name} {value}")
        drawing.text(
            f"<b>{value}</b>" if style.compact else f"{line.name} <b>{value}</b>",
            x=last.isoformat(),
            y=end,
            ax=12,
            ay=placed[place] - wanted[place],
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=stroke(line.place, style)[0],
            xanchor="left",
            align="left",
        )
    return 20 + round(max(text_width(label, TEXT_SIZE) for label in labels))
