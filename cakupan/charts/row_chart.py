"""Rows of a name, a bar and a few figures: the body of ranked lists, wide or on a narrow screen."""

from collections.abc import Sequence
from typing import Any

from cakupan.charts import Figure
from cakupan.charts.drawing import Drawing
from cakupan.charts.label_spacing import text_width
from cakupan.charts.theme import TEXT_SIZE, Style
from cakupan.domain.records import Record

# Few rows are given more room than many.
_FEW = 10
_ROOMY, _DENSE, _NARROW = 35, 29, 46
_HEADER = 24
_NAME_SIZE = 13
_NARROWEST = 256
_PADDING = 3
"""What plotly leaves around a text; taken back so that names and bars begin in one line."""
_BAR = {False: (-0.27, 0.27), True: (0.12, 0.36)}
"""Where a bar begins and ends below the middle of its row, in rows, wide and narrow."""


class Bar(Record, frozen=True):
    """A bar from one value to another; ``pattern`` is a hatch ("/") or nothing."""

    start: float
    end: float
    colour: str
    pattern: str = ""


class Row(Record, frozen=True):
    """One row; ``value`` None draws no bar. ``cells`` are formatted texts, in column order.

    The bar begins at ``start``; ``more`` bars lie in line with it, and a ``second`` one runs under
    them, half as thick each.
    """

    name: str
    value: float | None
    colour: str
    cells: tuple[str, ...]
    hover: str
    start: float = 0.0
    second: Bar | None = None
    more: tuple[Bar, ...] = ()


class Column(Record, frozen=True):
    """A column right of the bars, ``width`` pixels; ``narrow`` is its width beside a name, or 0."""

    title: str
    width: int
    narrow: int


class Rules(Record, frozen=True):
    """Vertical lines over all rows; on a narrow screen beside the bars only, clear of the texts."""

    values: Sequence[float]
    colour: str
    dash: str = "solid"


def row_chart(
    rows: Sequence[Row],
    columns: Sequence[Column],
    rules: Rules,
    *,
    span: tuple[float, float],
    style: Style,
    linked: bool = False,
) -> Figure:
    """Bars over ``span``, first row on top; the height follows the number of rows.

    ``linked`` rows are the steps of one way: a thin line leads from the end of a bar to the next,
    but on a narrow screen, where it would run through the figures.
    """
    header = 0 if style.compact else _HEADER
    drawing = Drawing(style, height=header + _row_height(rows, style) * len(rows) + 4)
    _draw_bars(drawing, rows)
    _draw_rules(drawing, rules, len(rows))
    if linked and not style.compact:
        _draw_links(drawing, rows)
    if style.compact:
        _draw_lines(drawing, rows, columns)
    else:
        _draw_columns(drawing, rows, columns)
    return drawing.figure(
        xaxis={"range": list(span), "visible": False},
        yaxis={
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": ["" if style.compact else row.name + " " for row in rows],
            "tickfont": {"color": style.palette.ink, "size": _NAME_SIZE},
        },
        margin={
            "l": 1 if style.compact else _name_width(rows),
            "r": 1 if style.compact else sum(column.width for column in columns),
            "t": header,
            "b": 4,
        },
        bargap=0,
        barmode="overlay",
    )


def _row_height(rows: Sequence[Row], style: Style) -> int:
    if style.compact:
        return _NARROW
    return _ROOMY if len(rows) <= _FEW else _DENSE


def _name_width(rows: Sequence[Row]) -> int:
    return 8 + round(max((text_width(row.name, _NAME_SIZE) for row in rows), default=0))


def _draw_bars(drawing: Drawing, rows: Sequence[Row]) -> None:
    top, bottom = _BAR[drawing.style.compact]
    both = any(row.second for row in rows)
    middle = (top + bottom) / 2 if both else bottom
    firsts = [
        (place, Bar(row.start, row.start if row.value is None else row.value, row.colour))
        for place, row in enumerate(rows)
    ]
    firsts += [(place, bar) for place, row in enumerate(rows) for bar in row.more]
    seconds = [(place, row.second) for place, row in enumerate(rows) if row.second]
    for bars, lane in ((firsts, (top, middle)), (seconds, (middle, bottom))):
        if bars:
            _draw_lane(drawing, rows, bars, lane)


def _draw_lane(
    drawing: Drawing,
    rows: Sequence[Row],
    bars: Sequence[tuple[int, Bar]],
    lane: tuple[float, float],
) -> None:
    """Bars by the place of their row, within a lane that each row has."""
    marker: dict[str, Any] = {"color": [bar.colour for _, bar in bars], "cornerradius": 3}
    if any(bar.pattern for _, bar in bars):
        shapes = [bar.pattern for _, bar in bars]
        marker["pattern"] = {"shape": shapes, "size": 5, "solidity": 0.45, "fillmode": "replace"}
    if any(bar.start for _, bar in bars):
        placed: dict[str, Any] = {"base": [bar.start for _, bar in bars]}
    else:
        placed = {}
    drawing.bars(
        x=[bar.end - bar.start for _, bar in bars],
        y=[place for place, _ in bars],
        width=[lane[1] - lane[0]] * len(bars),
        offset=[lane[0]] * len(bars),
        marker=marker,
        customdata=[rows[place].hover for place, _ in bars],
        hovertemplate="%{customdata}<extra></extra>",
        **placed,
    )


def _draw_links(drawing: Drawing, rows: Sequence[Row]) -> None:
    """From the end of each bar down to where the next one begins."""
    top, bottom = _BAR[drawing.style.compact]
    line = {"color": drawing.style.palette.muted, "width": 1, "dash": "dot"}
    for place, row in enumerate(rows[:-1]):
        if row.value is not None:
            drawing.rule((row.value, row.value), (place + bottom, place + 1 + top), line=line)


def _draw_rules(drawing: Drawing, rules: Rules, count: int) -> None:
    edges, dash = [(-0.5, count - 0.5)], rules.dash
    if drawing.style.compact:
        top, bottom = _BAR[True]
        edges = [(row + top - 0.06, row + bottom + 0.06) for row in range(count)]
        dash = "solid"
    line = {"color": rules.colour, "width": 1.5, "dash": dash}
    for value in rules.values:
        for edge in edges:
            drawing.rule((value, value), edge, line=line)


def _draw_columns(drawing: Drawing, rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Figures right-aligned in pixel columns beside the plot, each under its title."""
    cell_font = {"size": _NAME_SIZE}
    title_font = {"color": drawing.style.palette.muted, "size": TEXT_SIZE - 1}
    edge = 0
    for index, column in enumerate(columns):
        edge += column.width
        place: dict[str, Any] = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": edge}
        for y, row in enumerate(rows):
            drawing.text(row.cells[index], y=y, font=cell_font, **place)
        top: dict[str, Any] = {"y": 1, "yref": "paper", "yanchor": "bottom"}
        drawing.text(column.title, font=title_font, **top, **place)


def _draw_lines(drawing: Drawing, rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """On a narrow screen the name and its figures stand on a line above the bar."""
    line: dict[str, Any] = {"xref": "paper", "yshift": 7, "font": {"size": _NAME_SIZE}}
    shown = _columns_beside_names(rows, columns)
    for y, row in enumerate(rows):
        drawing.text(row.name, x=0, y=y, xanchor="left", xshift=-_PADDING, **line)
        edge = -_PADDING
        for cell, column in reversed(list(zip(row.cells, columns, strict=True))):
            if column in shown:
                drawing.text(cell, x=1, y=y, xanchor="right", xshift=-edge, **line)
                edge += column.narrow


def _columns_beside_names(rows: Sequence[Row], columns: Sequence[Column]) -> list[Column]:
    """As many columns as the longest name leaves room for; the first one always."""
    room = _NARROWEST - _name_width(rows)
    shown: list[Column] = []
    for column in columns:
        room -= column.narrow
        if column.narrow and (room >= 0 or not shown):
            shown.append(column)
    return shown
