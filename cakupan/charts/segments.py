"""Participants by segment: one stacked bar, labelled directly, small parts labelled outside."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import spread, text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record
from cakupan.texts.number_format import percent, short_count

# The narrowest the figure gets on either screen, and heights in pixels from the top.
_WIDTH = {False: 440, True: 250}
_BAR = (2, 54)
_OUTSIDE = 80
_HEIGHT = 92


class _Part(Record, frozen=True):
    """One segment as drawn: where it begins, its share of the width, its texts."""

    segment: Segment
    start: float
    share: float
    label: str
    hover: str

    @property
    def middle(self) -> float:
        return self.start + self.share / 2

    @property
    def label_width(self) -> float:
        return text_width(self.label, TEXT_SIZE)


def segments(frame: pd.DataFrame, names: Mapping[Segment, str], style: Style) -> Figure:
    """``frame`` is Summary.segments; ``names`` are short names. The whole width is 100%."""
    drawing = Drawing(style, height=_HEIGHT)
    width = _WIDTH[style.compact]
    outside = []
    for part in _parts(frame, names, style):
        _bar(drawing, part)
        if part.label_width + 14 <= part.share * width:
            _inside(drawing, part)
        else:
            outside.append(part)
    _below(drawing, outside, width)
    return drawing.figure(
        barmode="stack",
        xaxis={"range": [0, 1], "visible": False},
        yaxis={"range": [_HEIGHT, 0], "visible": False},
        margin={"l": 1, "r": 1},
    )


def _parts(frame: pd.DataFrame, names: Mapping[Segment, str], style: Style) -> Iterator[_Part]:
    start = 0.0
    columns = (frame[name].tolist() for name in ("segment", "participants", "share"))
    for one, people, ratio in zip(*columns, strict=True):
        if not people > 0:
            continue
        segment, share = Segment(one), percent(ratio, style.language, 1)
        yield _Part(
            segment=segment,
            start=start,
            share=ratio,
            label=f"{names[segment]} {share}",
            hover=f"<b>{names[segment]}</b><br>{short_count(people, style.language)} · {share}",
        )
        start += ratio


def _bar(drawing: Drawing, part: _Part) -> None:
    palette = drawing.style.palette
    drawing.bars(
        x=[part.share],
        y=[sum(_BAR) / 2],
        width=[_BAR[1] - _BAR[0]],
        name=part.segment.value,
        marker={
            "color": palette.segments[part.segment][0],
            "line": {"color": palette.surface, "width": 2},
        },
        hovertemplate=f"{part.hover}<extra></extra>",
    )


def _inside(drawing: Drawing, part: _Part) -> None:
    ink = drawing.style.palette.segments[part.segment][1]
    drawing.text(
        f"<b>{part.label}</b>",
        x=part.start,
        y=sum(_BAR) / 2,
        xanchor="left",
        xshift=8,
        font={"color": ink},
    )


def _below(drawing: Drawing, parts: Sequence[_Part], width: float) -> None:
    """Labels of small parts under the bar, side by side, each with a line to its part."""
    if not parts:
        return
    widest = max(part.label_width for part in parts)
    centres = spread(
        [part.middle * width for part in parts],
        gap=widest + 12,
        low=widest / 2,
        high=width - widest / 2,
    )
    for part, centre in zip(parts, centres, strict=True):
        drawing.text(
            part.label,
            x=part.middle,
            y=_BAR[1],
            ax=centre / width,
            ay=_OUTSIDE,
            axref="x",
            ayref="y",
            arrowcolor=drawing.style.palette.muted,
            arrowwidth=1,
            arrowhead=0,
        )
