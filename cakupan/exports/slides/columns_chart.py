"""Columns for a few short names, with targets as lines over them in the same chart."""

from cakupan.domain.language import Language
from cakupan.domain.plans import BarPlan
from cakupan.exports.slides.chart_figure import ChartFigure
from cakupan.exports.slides.chart_spec import ChartSpec, Labels, Scale, Series, SeriesShape
from cakupan.exports.slides.figure import Page
from cakupan.exports.slides.marks import drawn_marks
from cakupan.exports.slides.paint import TARGET, of_series
from cakupan.exports.slides.value_texts import cell_format, numbers, value_texts

_MOST_NAMES, _LONGEST, _MOST_COLUMNS, _MOST_LETTERS = 8, 10, 12, 75
_ROOM, _SIZE = 1.12, 16


def stands(plan: BarPlan, language: Language) -> bool:
    """Whether names are few and short enough to stand under columns, and values over them."""
    names = [str(value) for value in plan.names.values]
    columns = len(names) * len(plan.values)
    if not 2 <= len(names) <= _MOST_NAMES or columns > _MOST_COLUMNS or plan.stacked:
        return False
    longest = max(len(text) for one in plan.values for text in value_texts(one, language))
    return max(map(len, names)) <= _LONGEST and longest * columns <= _MOST_LETTERS


def column_pages(plan: BarPlan, *, alt: str, language: Language) -> list[Page]:
    """One slide; a target is a series of lines that shares the axes of the columns."""
    values = [numbers(column) for column in plan.values]
    known = [value for each in values for value in each if value is not None] or [0.0]
    marks = drawn_marks(plan.marks, max(known))
    columns = [
        Series(
            name=column.title,
            values=cells,
            number_format=cell_format(column.kind),
            paint=of_series(place),
            labels=Labels(
                [
                    text if value is not None else None
                    for text, value in zip(value_texts(column, language), cells, strict=True)
                ],
                size=_SIZE if len(plan.values) == 1 else 13,
                position="outEnd",
            ),
        )
        for place, (column, cells) in enumerate(zip(plan.values, values, strict=True))
    ]
    rows = len(plan.names.values)
    kind = plan.values[0].kind
    lines = [
        Series(
            name=mark.label,
            values=[mark.value] * rows,
            number_format=cell_format(kind),
            shape=SeriesShape.LINE,
            paint=TARGET,
            dash="dash",
            labels=Labels([*[None] * (rows - 1), mark.label], size=13, paint=TARGET, position="t"),
        )
        for mark in marks
    ]
    high = max([*known, *(mark.value for mark in marks)]) or 1.0
    spec = ChartSpec(
        categories=value_texts(plan.names, language),
        series=[*columns, *lines],
        scale=Scale(min(0.0, *known) * _ROOM, high * _ROOM),
        text_size=_SIZE,
        gap=70,
        legend=list(range(len(columns))) if len(columns) > 1 else [],
    )
    kinds = [*(column.kind for column in plan.values), *[kind] * len(lines)]
    return [Page(ChartFigure(spec, kinds, alt, language))]
