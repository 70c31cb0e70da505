"""The bullet chart: coverage as a bar against every target, with the people still missing."""

from collections.abc import Sequence

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import Flag, flags, text_width
from cakupan.charts.target_marks import TargetMark, round_percent
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.texts.number_format import count, percent

# The narrowest the figure gets on either screen: what fits there fits everywhere.
_WIDTH = {False: 540, True: 250}
_FLAG_ROW = 20
_BAR = 36
_SCALE = 28
_APART = 0.2
"""How far a number of the scale keeps from the value, as a share of the width."""


def bullet(coverage: float, marks: Sequence[TargetMark], style: Style) -> Figure:
    """``coverage`` as ratio, zero-based, not clipped at 100%; one flag for each target."""
    ordered = sorted(marks, key=lambda mark: mark.ratio)
    upper = max([1.0, coverage, *(mark.ratio for mark in ordered)])
    labels = [_flag_text(mark, style) for mark in ordered]
    placed = flags(
        [mark.ratio / upper * _WIDTH[style.compact] for mark in ordered],
        [text_width(label, TEXT_SIZE) + 8 for label in labels],
        extent=_WIDTH[style.compact],
    )
    top = (1 + max((flag.row for flag in placed), default=-1)) * _FLAG_ROW + 6
    drawing = Drawing(style, height=top + _BAR + _SCALE)
    drawing.box((0, upper), (top, top + _BAR), style.palette.track)
    drawing.bars(
        x=[coverage],
        y=[top + _BAR / 2],
        width=[_BAR - 16],
        marker={"color": style.palette.accent, "cornerradius": 4},
        hovertemplate=f"{percent(coverage, style.language)}<extra></extra>",
    )
    for mark, label, flag in zip(ordered, labels, placed, strict=True):
        _flag(drawing, flag, ratio=mark.ratio, label=label, top=top)
    _scale(drawing, coverage, upper, y=top + _BAR + 14)
    # One unit of y is one pixel, so rows of labels can be counted.
    return drawing.figure(
        barmode="overlay",
        xaxis={"range": [0, upper], "visible": False},
        yaxis={"range": [drawing.height, 0], "visible": False},
        margin={"l": 2, "r": 2},
    )


def _flag_text(mark: TargetMark, style: Style) -> str:
    """On a narrow screen the percentage alone: the page lists the rest below."""
    target = round_percent(mark.ratio, style.language)
    if mark.people_needed is None or style.compact:
        return target
    if mark.year:
        target = f"{target} ({mark.year})"
    if mark.people_needed == 0:
        return style.words("charts.bullet.reached", target=target)
    missing = count(mark.people_needed, style.language)
    return style.words("charts.bullet.missing", target=target, people=missing)


def _flag(drawing: Drawing, flag: Flag, *, ratio: float, label: str, top: float) -> None:
    """A pole through the bar and its text beside the upper end."""
    colour = drawing.style.palette.target
    row_top = top - 6 - (flag.row + 1) * _FLAG_ROW
    line = {"color": colour, "width": 2}
    drawing.rule((ratio, ratio), (row_top + 4, top + _BAR + 2), line=line)
    drawing.text(
        label,
        x=ratio,
        y=row_top + _FLAG_ROW / 2,
        xanchor="left" if flag.side > 0 else "right",
        xshift=5 * flag.side,
        font={"color": colour},
    )


def _scale(drawing: Drawing, coverage: float, upper: float, *, y: float) -> None:
    """The value under its end of the bar, and 0% and 100% where they keep clear of it."""
    style = drawing.style
    share = coverage / upper
    for tick, anchor in ((0.0, "left"), (1.0, "right")):
        if abs(tick / upper - share) > _APART:
            text = percent(tick, style.language, 0)
            drawing.text(text, x=tick, y=y, xanchor=anchor, font={"color": style.palette.muted})
    drawing.text(
        f"<b>{percent(coverage, style.language)}</b>",
        x=coverage,
        y=y,
        xanchor="left" if share < 0.1 else "right" if share > 0.9 else "center",
        font={"color": style.palette.accent, "size": TEXT_SIZE + 1},
    )
