"""One function a kind of plan; a card without a plan is shown as the head of its table."""

from collections.abc import Sequence
from itertools import accumulate
from math import isfinite

from cakupan.charts.theme import Theme
from cakupan.domain.columns import Column
from cakupan.domain.language import Language
from cakupan.domain.plans import (
    BarPlan,
    LinePlan,
    NumberPlan,
    PartPlan,
    Plan,
    Stroke,
    TablePlan,
    TilePlan,
)
from cakupan.domain.shown import Shown
from cakupan.exports.previews.canvas import EDGE, HEIGHT, WIDTH, Canvas, fitting, width_of
from cakupan.texts.column_text import column_texts

_INNER = WIDTH - 2 * EDGE
_NAMES = 92
_MOST_BARS, _MOST_ROWS, _MOST_COLUMNS, _MOST_NUMBERS = 8, 6, 4, 4


def preview(shown: Shown, language: Language, theme: Theme) -> str:
    """The card as SVG; its numbers are those of its plan or, without one, of its table."""
    canvas = Canvas(theme)
    _draw(shown.plan or TablePlan(shown.columns), canvas, language)
    return canvas.svg()


def _draw(plan: Plan, canvas: Canvas, language: Language) -> None:
    if isinstance(plan, NumberPlan):
        _numbers(plan, canvas)
    elif isinstance(plan, BarPlan):
        _bars(plan.names, plan.values, canvas, language, plan=plan)
    elif isinstance(plan, PartPlan):
        _bars(plan.names, (plan.values,), canvas, language)
    elif isinstance(plan, LinePlan):
        _lines(plan, canvas)
    elif isinstance(plan, TilePlan):
        _tiles(plan, canvas)
    else:
        _table(plan.columns, canvas, language)


def _numbers(plan: NumberPlan, canvas: Canvas) -> None:
    shown = plan.numbers[:_MOST_NUMBERS]
    across = 1 if len(shown) == 1 else 2
    down = max(1, -(-len(shown) // across))
    width, height = _INNER / across, (HEIGHT - 2 * EDGE) / down
    for place, one in enumerate(shown):
        x, y = EDGE + place % across * width, EDGE + place // across * height
        room, muted = width - EDGE, canvas.palette.muted
        canvas.text(one.label, x, y + 12, size=10, fill=muted, room=room)
        canvas.text(
            one.text, x, y + 38, size=fitting(one.text, room, most=22), bold=True, room=room
        )
        canvas.text(one.note, x, y + 54, size=9, fill=muted, room=room)


def _bars(
    names: Column,
    values: Sequence[Column],
    canvas: Canvas,
    language: Language,
    *,
    plan: BarPlan | None = None,
) -> None:
    """The first rows, each a bar from zero; stacked values are added up, of others the first."""
    stacked = plan is not None and plan.stacked
    parts = values if stacked else values[:1]
    rows = [_amounts(parts, row) for row in range(min(len(names.values), _MOST_BARS))]
    marks = [mark.value for mark in plan.marks] if plan else []
    # As far as each bar goes either way, not only where it ends.
    ends = [0.0, *marks, *(end for row in rows for end in accumulate(row))]
    low, high = min(ends), max(ends)
    texts = column_texts(parts[0], language)[: len(rows)] if parts and not stacked else []
    beside = max((width_of(text, 10) + 8 for text in texts), default=0)
    scale = _scale(max(0.0, _INNER - _NAMES - beside), high - low)
    zero, step = EDGE + _NAMES - low * scale, (HEIGHT - 2 * EDGE) / max(len(rows), 1)
    palette, strong = canvas.palette, plan.strong if plan else frozenset[int]()
    for row, amounts in enumerate(rows):
        y, thick = EDGE + row * step, min(step * 0.62, 18)
        middle = y + step / 2
        canvas.text(str(names.values[row]), EDGE, middle + 4, size=10, room=_NAMES - 6)
        at = zero
        for place, amount in enumerate(amounts):
            quiet = palette.accent_quiet if place % 2 or (strong and row not in strong) else ""
            left, width = (
                (at, amount * scale) if amount >= 0 else (at + amount * scale, -amount * scale)
            )
            canvas.box(left, middle - thick / 2, width, thick, quiet or palette.accent)
            at += amount * scale
        if not stacked:
            canvas.text(texts[row], WIDTH - EDGE, middle + 4, size=10, end=True, fill=palette.muted)
    for mark in marks:
        canvas.rule(zero + mark * scale, EDGE, HEIGHT - EDGE, palette.target)


def _scale(room: float, span: float) -> float:
    """Room for each unit of the span; none where it is too small to divide by."""
    scale = room / (span or 1)
    return scale if isfinite(scale) else 0.0


def _amounts(values: Sequence[Column], row: int) -> list[float]:
    found = (column.values[row] for column in values)
    return [float(one) for one in found if isinstance(one, int | float)]


def _lines(plan: LinePlan, canvas: Canvas) -> None:
    """Every line over all moments; a gap interrupts it."""
    known = [
        float(value)
        for line in plan.lines
        for value in line.values.values
        if isinstance(value, int | float)
    ]
    if not known:
        return
    low, high = min(known), max([*known, *(mark.value for mark in plan.marks)])
    step = _INNER / max(len(plan.moments.values) - 1, 1)
    scale = _scale(HEIGHT - 3 * EDGE, high - low)

    def height(value: float) -> float:
        return HEIGHT - 2 * EDGE - (value - low) * scale

    for mark in plan.marks:
        ends = [(EDGE, height(mark.value)), (WIDTH - EDGE, height(mark.value))]
        canvas.line(ends, canvas.palette.target, broken=True)
    for line in plan.lines:
        aimed = line.stroke is not Stroke.SOLID
        stroke = canvas.palette.target if aimed else canvas.palette.accent
        points = [
            (EDGE + place * step, height(float(value)))
            for place, value in enumerate(line.values.values)
            if isinstance(value, int | float)
        ]
        canvas.line(points, stroke, broken=aimed)
    first, last = str(plan.moments.values[0]), str(plan.moments.values[-1])
    canvas.text(first, EDGE, HEIGHT - 4, size=9, fill=canvas.palette.muted)
    canvas.text(last, WIDTH - EDGE, HEIGHT - 4, size=9, fill=canvas.palette.muted, end=True)


def _tiles(plan: TilePlan, canvas: Canvas) -> None:
    rows = max((tile.row for tile in plan.tiles), default=0) + 1
    columns = max((tile.column for tile in plan.tiles), default=0) + 1
    side = min(_INNER / columns, (HEIGHT - 2 * EDGE) / rows)
    left, top = (WIDTH - side * columns) / 2, (HEIGHT - side * rows) / 2
    colours = (*canvas.palette.sequence[: len(plan.steps)], canvas.palette.over)
    for tile in plan.tiles:
        known = tile.step is not None and tile.step < len(colours)
        fill = colours[tile.step or 0] if known else canvas.palette.track
        x, y = left + tile.column * side, top + tile.row * side
        canvas.box(x, y, side * 0.9, side * 0.9, fill, round_by=min(2, side / 6))


def _table(columns: Sequence[Column], canvas: Canvas, language: Language) -> None:
    """The head and the first rows."""
    shown = [column for column in columns if column.values][:_MOST_COLUMNS]
    width, step = _INNER / max(len(shown), 1), (HEIGHT - 2 * EDGE) / (_MOST_ROWS + 1)
    for place, column in enumerate(shown):
        x, room = EDGE + place * width, width - 8
        canvas.text(column.title, x, EDGE + 12, size=9, fill=canvas.palette.muted, room=room)
        for row, text in enumerate(column_texts(column, language)[:_MOST_ROWS], start=1):
            canvas.text(text, x, EDGE + 12 + row * step, size=10, room=room)
