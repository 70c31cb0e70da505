"""Where a region stands among its peers: one line of dots a group, its own dot large and named."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.charts.trend_axes import RatioSpan
from cakupan.domain.records import Record
from cakupan.texts.number_format import percent

_WIDTH = {False: 500, True: 290}
_ROW, _FOOT = 92, 26
# Heights within a row, from its top: title, own label, dots, names of both ends.
_TITLE, _OWN, _DOTS, _ENDS = 10, 32, 54, 74


class Dot(NamedTuple):
    """One peer; ``ranked`` is False where its coverage takes no rank (drawn hollow)."""

    name: str
    coverage: float
    own: bool = False
    ranked: bool = True


class DotLine(Record, frozen=True):
    """A group: its name, the place of the region in it in words, and all that have coverage."""

    title: str
    place: str
    dots: tuple[Dot, ...]


def peer_lines(lines: Sequence[DotLine], style: Style) -> Figure:
    """All lines share one scale; at least one dot is there."""
    drawing = Drawing(style, height=_ROW * len(lines) + _FOOT)
    values = [dot.coverage for line in lines for dot in line.dots]
    span = RatioSpan.around(values, steps=4 if style.compact else 8)
    for row, line in enumerate(lines):
        _draw_line(drawing, line, span, top=row * _ROW)
    axis = span.axis(style)
    return drawing.figure(
        hovermode="closest",
        xaxis={**axis, "showline": False, "side": "bottom"},
        yaxis={"range": [_ROW * len(lines), 0], "visible": False},
        margin={"l": 14, "r": 14, "b": _FOOT},
    )


def _draw_line(drawing: Drawing, line: DotLine, span: RatioSpan, *, top: int) -> None:
    palette = drawing.style.palette
    edge: dict[str, Any] = {"xref": "paper", "y": top + _TITLE}
    quiet = {"color": palette.muted}
    drawing.text(f"<b>{line.title}</b>", x=0, xanchor="left", xshift=-14, **edge)
    drawing.text(line.place, x=1, xanchor="right", xshift=14, font=quiet, **edge)
    y = top + _DOTS
    drawing.rule((span.low, span.high), (y, y), line={"color": palette.line, "width": 1})
    for own in (False, True):
        _draw_dots(drawing, [dot for dot in line.dots if dot.own is own], y, own=own)
    for dot in line.dots:
        if dot.own:
            _own_label(drawing, dot, span, y=top + _OWN)
    _ends(drawing, line.dots, span, y=top + _ENDS)


def _draw_dots(drawing: Drawing, dots: Sequence[Dot], y: int, *, own: bool) -> None:
    style, palette = drawing.style, drawing.style.palette
    colour = palette.accent if own else palette.accent_quiet
    drawing.line(
        mode="markers",
        x=[dot.coverage for dot in dots],
        y=[y] * len(dots),
        marker={
            "color": [colour if dot.ranked else palette.surface for dot in dots],
            "size": 15 if own else 9,
            "opacity": 1 if own else 0.75,
            "symbol": "diamond" if own else "circle",
            "line": {"color": colour if not own else palette.surface, "width": 1.5},
        },
        customdata=[
            f"<b>{dot.name}</b><br>{percent(dot.coverage, style.language)}" for dot in dots
        ],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _own_label(drawing: Drawing, dot: Dot, span: RatioSpan, *, y: int) -> None:
    style = drawing.style
    text = f"{dot.name} {percent(dot.coverage, style.language)}"
    drawing.text(
        f"<b>{text}</b>",
        x=dot.coverage,
        y=y,
        xanchor=_anchor(text, dot.coverage, span, style),
        font={"color": style.palette.accent, "size": TEXT_SIZE + 1},
    )


def _ends(drawing: Drawing, dots: Sequence[Dot], span: RatioSpan, *, y: int) -> None:
    """Names of the lowest and the highest, where both have room."""
    style = drawing.style
    if len(dots) < 2:
        return
    lowest, highest = (
        min(dots, key=lambda dot: dot.coverage),
        max(dots, key=lambda dot: dot.coverage),
    )
    width = _WIDTH[style.compact] / (span.high - span.low)
    texts = [f"{dot.name} {percent(dot.coverage, style.language, 1)}" for dot in (lowest, highest)]
    room = (highest.coverage - lowest.coverage) * width
    spread = sum(text_width(text, TEXT_SIZE - 1) for text in texts) / 2 + 12
    shown = [(lowest, texts[0]), (highest, texts[1])]
    for dot, text in shown if room >= spread else shown[1:]:
        drawing.text(
            text,
            x=dot.coverage,
            y=y,
            xanchor=_anchor(text, dot.coverage, span, style),
            font={"color": style.palette.muted, "size": TEXT_SIZE - 1},
        )


def _anchor(text: str, value: float, span: RatioSpan, style: Style) -> str:
    """Centred on its dot, unless it would run over an edge."""
    width = _WIDTH[style.compact]
    place = (value - span.low) / (span.high - span.low) * width
    half = text_width(text, TEXT_SIZE + 1) / 2
    return "left" if place < half else "right" if place > width - half else "center"
