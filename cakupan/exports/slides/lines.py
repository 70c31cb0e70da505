"""Lines over time: what was measured, the way to the target, and what is assumed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cakupan.charts.round_steps import round_steps
from cakupan.domain.columns import ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.plans import LinePlan, PlanLine, PlanMark, Stroke
from cakupan.exports.slides.chart_figure import ChartFigure
from cakupan.exports.slides.chart_spec import ChartSpec, Labels, Scale, Series, SeriesShape
from cakupan.exports.slides.figure import Page
from cakupan.exports.slides.marks import drawn_marks
from cakupan.exports.slides.paint import MUTED, TARGET, of_series
from cakupan.exports.slides.value_texts import RATIOS, cell_format, numbers, value_text, value_texts
from cakupan.texts import words

_SIZE, _MOST_LABELS, _MOST_STEPS = 14, 9, 6
_DASH = {Stroke.SOLID: "", Stroke.TARGET: "dash", Stroke.ASSUMED: "sysDot"}
# Months between two labels of an axis of days.
_MONTHS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
_DAY_FORMAT = {Language.ID: "[$-421]mmm yyyy", Language.EN: "[$-409]mmm yyyy"}
_CLOSE = 0.055
_UNITS = (
    (10**9, ",,,", "slides.unit.billion"),
    (10**6, ",,", "slides.unit.million"),
    (10**3, ",", "slides.unit.thousand"),
)


class _Ends(NamedTuple):
    """First and last point of a line that has a value."""

    first: int
    last: int


def line_pages(plan: LinePlan, *, alt: str, language: Language) -> list[Page]:
    """One slide."""
    kind = plan.lines[0].values.kind
    values = [numbers(line.values) for line in plan.lines]
    known = [value for each in values for value in each if value is not None] or [0.0]
    marks = drawn_marks(plan.marks, max(known))
    labels = _labels(plan, values, language, room=max(known) - min(known))
    lines = [_line(plan, place, cells, labels.get(place)) for place, cells in enumerate(values)]
    scale = _scale([*known, *(mark.value for mark in marks)], kind, language)
    spec = ChartSpec(
        categories=value_texts(plan.moments, language),
        series=[*lines, *_marks(marks, plan, kind, scale)],
        scale=scale,
        days=plan.days,
        day_format=_DAY_FORMAT[language],
        text_size=_SIZE,
        legend=list(range(len(lines))) if len(lines) > 1 else [],
        every=_every(plan),
    )
    kinds = [*(line.values.kind for line in plan.lines), *[kind] * len(marks)]
    return [Page(ChartFigure(spec, kinds, alt, language))]


def _line(
    plan: LinePlan, place: int, cells: Sequence[float | None], labels: Labels | None
) -> Series:
    line = plan.lines[place]
    solid = [one for one in plan.lines if one.stroke is Stroke.SOLID]
    paint = of_series(solid.index(line)) if line in solid else MUTED
    known = sum(value is not None for value in cells)
    return Series(
        name=line.values.title,
        values=cells,
        number_format=cell_format(line.values.kind),
        shape=SeriesShape.LINE,
        paint=TARGET if line.stroke is Stroke.TARGET else paint,
        labels=labels,
        dash=_DASH[line.stroke],
        # A value between two gaps has no line to be seen by.
        dots=line.stroke is Stroke.SOLID and known <= 36,
    )


def _labels(
    plan: LinePlan, values: Sequence[Sequence[float | None]], language: Language, *, room: float
) -> Mapping[int, Labels]:
    """The last value of each measured line, as far as they do not cover each other."""
    solid = [place for place, line in enumerate(plan.lines) if line.stroke is Stroke.SOLID]
    found: dict[int, Labels] = {}
    taken: list[float] = []
    for place in solid:
        ends = _ends(values[place])
        last = values[place][ends.last] if ends else None
        if ends is None or last is None:
            continue
        if any(abs(last - other) < _CLOSE * (room or 1) for other in taken):
            continue
        taken.append(last)
        found[place] = _at(plan.lines[place], values[place], ends.last, language, of=place)
    return found


def _at(
    line: PlanLine,
    cells: Sequence[float | None],
    point: int,
    language: Language,
    *,
    of: int,
) -> Labels:
    texts = [
        value_text(cell, line.values.kind, language) if place == point else None
        for place, cell in enumerate(cells)
    ]
    return Labels(texts, size=16, paint=of_series(of), position="t")


def _ends(cells: Sequence[float | None]) -> _Ends | None:
    known = [place for place, value in enumerate(cells) if value is not None]
    return _Ends(known[0], known[-1]) if known else None


def _marks(
    marks: Sequence[PlanMark], plan: LinePlan, kind: ColumnKind, scale: Scale
) -> Iterator[Series]:
    """Targets from low to high; one close above another is named further along."""
    below, step = -math.inf, 0
    for mark in marks:
        close = mark.value - below < _CLOSE * (scale.high - scale.low)
        step = step + 1 if close else 0
        below = mark.value
        yield _mark(mark, plan, kind, along=min(0.125 + 0.45 * step, 0.875))


def _mark(mark: PlanMark, plan: LinePlan, kind: ColumnKind, *, along: float) -> Series:
    """A target as a line of its own, named at a part of the way."""
    rows = len(plan.moments.values)
    named = min(rows - 1, _point_at(along, plan, rows))
    return Series(
        name=mark.label,
        values=[mark.value] * rows,
        number_format=cell_format(kind),
        shape=SeriesShape.LINE,
        paint=TARGET,
        dash="sysDash",
        width=1.25,
        labels=Labels(
            [mark.label if place == named else None for place in range(rows)],
            size=13,
            paint=TARGET,
            position="t",
        ),
    )


def _point_at(along: float, plan: LinePlan, rows: int) -> int:
    """The point nearest to a part of the way."""
    if not plan.days:
        return round(rows * along)
    begin, end = plan.days[0], plan.days[-1]
    wanted = begin + (end - begin) * along
    return min(range(rows), key=lambda place: abs((plan.days[place] - wanted).days))


def _every(plan: LinePlan) -> int:
    """How many months or points lie between two labels of the axis."""
    if not plan.days:
        return -(-len(plan.moments.values) // _MOST_LABELS)
    months = (plan.days[-1] - plan.days[0]).days / 30.4
    return next((one for one in _MONTHS if months / one <= _MOST_LABELS), _MONTHS[-1])


def _scale(known: Sequence[float], kind: ColumnKind, language: Language) -> Scale:
    """Whole numbers along the axis: they read the same in every region.

    Ratios by at least one percent; large counts in thousands, millions or billions.
    """
    steps = round_steps(known, most=_MOST_STEPS).values
    step = steps[1] - steps[0]
    if kind in RATIOS:
        step = max(step, 0.01)
        low, high = _around(known, step)
        return Scale(low, high, step, "0%")
    step = max(step, 1.0)
    low, high = _around(known, step)
    return Scale(low, high, step, _scaled(step, max(map(abs, (low, high))), language))


def _around(known: Sequence[float], step: float) -> tuple[float, float]:
    """Bounds of whole steps, with room for a label below the lowest point."""
    low, high = min(known) // step * step, -(-max(known) // step) * step
    if low > 0 and min(known) - low < _CLOSE * (high - low):
        low = max(0.0, low - step)
    return round(low, 10), round(max(high, low + step), 10)


def _scaled(step: float, highest: float, language: Language) -> str:
    """The format of whole numbers without separators, in units that the step is a multiple of."""
    for size, commas, unit in _UNITS:
        if highest >= size and step % size == 0:
            return f'0{commas}" {words(language)(unit)}"'
    return "0" if highest < 10_000 else ""
