"""The texts in a trend: names at the right edge that keep their distance, and the newest value."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from cakupan.analytics.summary import Outlook
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import spread, text_width
from cakupan.charts.target_marks import TargetMark, round_percent
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.charts.trend_axes import Plane
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.texts import date_format
from cakupan.texts.number_format import percent

# The narrowest the plot gets on either screen, and the height of labels of two lines and of one.
_WIDTH = {False: 380, True: 220}
_GAP = {False: 34.0, True: 18.0}


class EndLabel(Record, frozen=True):
    """A label at the right edge, at the height of what it names; the first line is its number."""

    ratio: float
    lines: tuple[str, ...]
    colour: str


def end_labels(
    outlook: Outlook | None,
    marks: Sequence[TargetMark],
    style: Style,
    *,
    ahead: pd.DataFrame | None = None,
) -> list[EndLabel]:
    """On a narrow screen the numbers alone: the key under the figure says what they are."""
    palette, lines = style.palette, 1 if style.compact else 2
    labels = [
        EndLabel(
            ratio=mark.ratio,
            lines=(round_percent(mark.ratio, style.language), mark.name)[:lines],
            colour=palette.target,
        )
        for mark in marks
    ]
    if outlook:
        names = (outlook_range(outlook, style), style.words("charts.trend.pace"))
        middle = (outlook.low + outlook.high) / 2
        labels.append(EndLabel(ratio=middle, lines=names[:lines], colour=palette.muted))
    if ahead is not None:
        end = float(ahead["coverage"].iloc[-1])
        names = (percent(end, style.language), style.words("charts.trend.ahead"))
        labels.append(EndLabel(ratio=end, lines=names[:lines], colour=palette.accent))
    return labels


def outlook_range(outlook: Outlook, style: Style) -> str:
    """51–60%, or one number where the range is narrower than that."""
    low, high = (percent(value, style.language, 0) for value in (outlook.low, outlook.high))
    return high if low == high else f"{low.removesuffix('%')}–{high}"


def label_room(labels: Sequence[EndLabel]) -> int:
    """Pixels the labels need at the right."""
    widths = [text_width(line, TEXT_SIZE) for label in labels for line in label.lines]
    return 16 + round(max(widths, default=0))


def place_end_labels(drawing: Drawing, labels: Sequence[EndLabel], plane: Plane) -> None:
    """Labels keep their distance; a short line leads a moved one back to its height."""
    gap = _GAP[drawing.style.compact]
    wanted = [(plane.span.high - label.ratio) * plane.pixels_a_unit for label in labels]
    placed = spread(wanted, gap=gap, low=gap / 2 - 10, high=plane.height - gap / 2 + 8)
    for label, height, at in zip(labels, wanted, placed, strict=True):
        number, *names = label.lines
        drawing.text(
            "<br>".join([f"<b>{number}</b>", *names]),
            x=plane.last.isoformat(),
            y=label.ratio,
            ax=10,
            ay=at - height,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=label.colour,
            xanchor="left",
            align="left",
            font={"color": label.colour},
        )


def place_value(
    drawing: Drawing,
    known: Sequence[tuple[str, float, str]],
    marks: Sequence[TargetMark],
    plane: Plane,
) -> None:
    """The newest value beside its point, above or below the line, where it covers nothing.

    ``known`` are days, coverage and periods of the line.
    """
    style, (last, newest, period) = drawing.style, known[-1]
    value = percent(newest, style.language)
    when = date_format.period(Period(period), style.language, short=True)
    share = text_width(f"{value} {when}", TEXT_SIZE + 2) / _WIDTH[style.compact]
    covered = share * (plane.last - plane.first)
    first = datetime.fromisoformat(last) - covered
    beside = [ratio - newest for day, ratio, _ in known if datetime.fromisoformat(day) >= first]
    shift = _clear_of(
        beside,
        [mark.ratio - newest for mark in marks],
        plane.pixels_a_unit,
    )
    drawing.text(
        f"<b>{value}</b> {when}",
        x=last,
        y=newest,
        xanchor="right",
        xshift=4,
        yshift=shift,
        bgcolor=style.palette.surface,
        borderpad=1,
        font={"color": style.palette.accent, "size": TEXT_SIZE + 1},
    )


def _clear_of(line: Sequence[float], targets: Sequence[float], pixels_a_unit: float) -> float:
    """Pixels up, or down below zero, to a label's middle that clears the line and the targets.

    Both are given as differences to the newest value.
    """
    up, down = max(line) * pixels_a_unit + 17, min(line) * pixels_a_unit - 17

    def cost(shift: float) -> float:
        near = [target for target in targets if abs(target * pixels_a_unit - shift) < 9]
        return abs(shift) + 20 * len(near)

    return float(min((up, down), key=cost))
