"""Horizontal bars: a ranking with its targets as lines across it, or parts of whole bars."""

from collections.abc import Sequence

from cakupan.domain.columns import Column
from cakupan.domain.language import Language
from cakupan.domain.plans import BarPlan
from cakupan.domain.records import replace
from cakupan.exports.slides.chart_figure import ChartFigure
from cakupan.exports.slides.chart_spec import ChartSpec, Labels, Scale, Series
from cakupan.exports.slides.figure import Page, spans
from cakupan.exports.slides.marks import drawn_marks
from cakupan.exports.slides.paint import ACCENT, FAINT, FALL, INK, Paint, of_series, upon_series
from cakupan.exports.slides.places import POINT, Box
from cakupan.exports.slides.rulers import LEVEL, levels
from cakupan.exports.slides.text_shapes import LETTER
from cakupan.exports.slides.value_texts import cell_format, numbers, value_texts

_MOST_ROWS, _MOST_BARS, _MOST_PAGES = 20, 30, 3
_LARGEST, _SMALLEST = 16.0, 10.5
_WIDEST_NAMES, _BOTTOM, _LEGEND = 0.36, 0.01, 0.09
# Below this part of the longest bar a text has no room inside a part.
_LEGIBLE = 0.07


def bar_pages(plan: BarPlan, *, alt: str, language: Language, area: Box) -> list[Page]:
    """The plan over as many slides as it needs to be read from afar."""
    rows = len(plan.names.values)
    beside = 1 if plan.stacked else len(plan.values)
    most = max(4, min(_MOST_ROWS, _MOST_BARS // beside))
    scale = _scale(plan)
    pages = []
    found = spans(rows, most=most, pages=_MOST_PAGES)
    for start, end in found:
        figure = _figure(_rows(plan, start, end), scale, alt=alt, language=language, area=area)
        whole = (start, end) == (0, rows)
        pages.append(Page(figure, None if whole else (start + 1, end, rows)))
    return pages


def _rows(plan: BarPlan, start: int, end: int) -> BarPlan:
    def cut(column: Column) -> Column:
        return replace(column, values=tuple(column.values[start:end]))

    strong = frozenset(place - start for place in plan.strong if start <= place < end)
    return replace(plan, names=cut(plan.names), values=tuple(map(cut, plan.values)), strong=strong)


def _scale(plan: BarPlan) -> tuple[float, float]:
    """The lowest and highest value there are, of all pages, so that their bars compare."""
    columns = [[value or 0.0 for value in numbers(column)] for column in plan.values]
    if plan.stacked:
        columns = [[sum(row) for row in zip(*columns, strict=True)]]
    known = [value for column in columns for value in column] or [0.0]
    marks = [mark.value for mark in drawn_marks(plan.marks, max(known))]
    return min(0.0, *known), max([*known, *marks]) or 1.0


def _figure(
    plan: BarPlan, scale: tuple[float, float], *, alt: str, language: Language, area: Box
) -> ChartFigure:
    names = value_texts(plan.names, language)
    size = _text_size(len(names) * (1 if plan.stacked else len(plan.values)), area)
    texts = [value_texts(column, language) for column in plan.values]
    side = min(_WIDEST_NAMES, _width(max(names, key=len, default=""), size, area) + 0.015)
    marks = [(mark.value, mark.label) for mark in drawn_marks(plan.marks, scale[1])]
    room = 0.0 if plan.stacked else _width(max(_flat(texts), key=len, default=""), size, area)
    low, high = _with_room(scale, room / (1 - side))
    ruled = levels(marks, low=low, high=high, width=round(area.width * (1 - side)))
    head = LEVEL * (1 + max((one.level for one in ruled), default=-1)) / area.height
    inside = _is_crossed(plan, marks, high=high, room=room / (1 - side))
    legend = range(len(plan.values)) if len(plan.values) > 1 else ()
    top = head + 0.01 + (_LEGEND if legend else 0.0)
    spec = ChartSpec(
        categories=names,
        series=[
            _series(plan, place, texts[place], size=size, high=scale[1], inside=inside)
            for place in range(len(plan.values))
        ],
        scale=Scale(low, high),
        horizontal=True,
        stacked=plan.stacked,
        plot=(side, top, 1 - side - 0.005, 1 - top - _BOTTOM),
        text_size=size,
        legend=list(legend),
    )
    kinds = [column.kind for column in plan.values]
    return ChartFigure(spec, kinds, alt, language, ruled)


def _series(
    plan: BarPlan,
    place: int,
    texts: Sequence[str],
    *,
    size: float,
    high: float,
    inside: bool,
) -> Series:
    column = plan.values[place]
    values = numbers(column)
    shown: list[str | None] = [
        text if value is not None and (not plan.stacked or value >= _LEGIBLE * high) else None
        for text, value in zip(texts, values, strict=True)
    ]
    labels = Labels(
        shown,
        size=size,
        paint=upon_series(place) if plan.stacked or inside else INK,
        position="ctr" if plan.stacked else "inEnd" if inside else "outEnd",
        opaque=bool(plan.marks) and not plan.stacked and not inside,
    )
    return Series(
        name=column.title,
        values=values,
        number_format=cell_format(column.kind),
        paint=FAINT if plan.strong and len(plan.values) == 1 else of_series(place),
        points=_points(plan, values),
        labels=labels,
    )


def _is_crossed(
    plan: BarPlan, marks: Sequence[tuple[float, str]], *, high: float, room: float
) -> bool:
    """Whether a target would cross a label beyond a bar, and all bars have room for theirs."""
    if plan.stacked or plan.strong:
        return False
    label = room * high
    values = [value for column in plan.values for value in numbers(column) if value is not None]
    crossed = any(value < mark < value + label for value in values for mark, _ in marks)
    return crossed and min(values) > 1.5 * label


def _points(plan: BarPlan, values: Sequence[float | None]) -> dict[int, Paint]:
    """Rows that stand out, and falls among single bars."""
    if len(plan.values) > 1:
        return {}
    falls = {place: FALL for place, value in enumerate(values) if value is not None and value < 0}
    return falls | dict.fromkeys(sorted(plan.strong), ACCENT)


def _with_room(scale: tuple[float, float], part: float) -> tuple[float, float]:
    """The same scale with room for a label beyond its longest bars."""
    low, high = scale
    sides = 2 if low < 0 else 1
    room = (high - low) * part / max(0.2, 1 - sides * part)
    return (low - room if low < 0 else low), high + room


def _text_size(bars: int, area: Box) -> float:
    """As large as a row is high."""
    height = area.height * 0.93 / max(bars, 1) / POINT
    return round(max(_SMALLEST, min(_LARGEST, height * 0.68)) * 2) / 2


def _width(text: str, size: float, area: Box) -> float:
    """How much of the area's width a text takes."""
    return (len(text) * LETTER * size + 8) * POINT / area.width


def _flat(texts: Sequence[Sequence[str]]) -> list[str]:
    return [text for each in texts for text in each]
