"""This year's months beside the same months of an earlier year: two lines, named at their ends."""

from collections.abc import Sequence

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import spread, text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.domain.records import Record

_HEIGHT, _MARGIN_TOP, _MARGIN_BOTTOM = 250, 12, 26
_LINE = 16


class YearLine(Record, frozen=True):
    """A year's name and a count for each month from January on; None where there is none."""

    name: str
    values: Sequence[float | None]
    hovers: Sequence[str]


def year_lines(
    year: YearLine,
    base: YearLine,
    months: Sequence[str],
    ticks: tuple[Sequence[float], Sequence[str]],
    style: Style,
) -> Figure:
    """``months`` are the twelve names; ``ticks`` values of the vertical axis and their texts."""
    drawing = Drawing(style, height=_HEIGHT)
    palette = style.palette
    _line(drawing, base, palette.muted, "dot")
    _line(drawing, year, palette.accent, "solid")
    values, texts = ticks
    _names(drawing, [year, base], (values[0], values[-1]))
    shown = [
        name if place % 2 == 0 or not style.compact else "" for place, name in enumerate(months)
    ]
    return drawing.figure(
        xaxis={
            "range": [-0.3, 11.3],
            "tickvals": list(range(len(months))),
            "ticktext": shown,
        },
        yaxis={
            "range": [values[0], values[-1]],
            "tickvals": list(values),
            "ticktext": [text + " " for text in texts],
            "showgrid": True,
        },
        margin={
            "l": 10 + round(max(text_width(text, TEXT_SIZE) for text in texts)),
            "r": 44,
            "t": _MARGIN_TOP,
            "b": _MARGIN_BOTTOM,
        },
    )


def _line(drawing: Drawing, year: YearLine, colour: str, dash: str) -> None:
    drawing.line(
        mode="lines+markers",
        x=list(range(len(year.values))),
        y=list(year.values),
        connectgaps=False,
        line={"color": colour, "width": 2.5, "dash": dash},
        marker={"color": colour, "size": 6, "symbol": "circle" if dash == "solid" else "square"},
        customdata=list(year.hovers),
        hovertemplate="%{customdata}<extra></extra>",
    )


def _names(drawing: Drawing, years: Sequence[YearLine], span: tuple[float, float]) -> None:
    """Each year's name at the end of its line, moved apart where they would meet."""
    palette = drawing.style.palette
    ends = [
        (year, place, value) for year in years for place, value in [_end(year)] if value is not None
    ]
    room = _HEIGHT - _MARGIN_TOP - _MARGIN_BOTTOM
    a_pixel = (span[1] - span[0]) / room
    heights = spread(
        [value for _, _, value in ends], gap=_LINE * a_pixel, low=span[0], high=span[1]
    )
    colours = {years[0].name: palette.accent, years[1].name: palette.muted}
    for (year, place, _), height in zip(ends, heights, strict=True):
        drawing.text(
            f"<b>{year.name}</b>",
            x=place,
            y=height,
            xanchor="left",
            xshift=6,
            font={"color": colours[year.name]},
        )


def _end(year: YearLine) -> tuple[int, float | None]:
    known = [(place, value) for place, value in enumerate(year.values) if value is not None]
    return known[-1] if known else (0, None)
