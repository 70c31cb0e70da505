"""Parts of a whole: a doughnut, and beside it each part with its number and share."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from pptx.util import Emu

from cakupan.domain.columns import ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.plans import PartPlan
from cakupan.domain.records import Record
from cakupan.exports.slides.chart_figure import CHART_NAME, ChartFigure, chart_frame
from cakupan.exports.slides.chart_spec import ChartSpec, Labels, Scale, Series, SeriesShape
from cakupan.exports.slides.figure import describe
from cakupan.exports.slides.paint import MUTED, of_series, upon_series
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import INCH, Box
from cakupan.exports.slides.text_shapes import Line, add_text, fitting, paint_shape, unstyle
from cakupan.exports.slides.value_texts import cell_format, numbers, value_text, value_texts
from cakupan.texts import words
from cakupan.texts.number_format import percent, rupiah, short_count

_CHART = Box.at(0, 0, 4.7, 4.75)
_ROW, _SWATCH = INCH * 0.95, round(0.28 * INCH)
_LEGIBLE = 0.05
_CENTRE, _ITEM = "Jumlah", "Bagian"


class PartFigure(Record, frozen=True):
    """A doughnut with its parts in words."""

    plan: PartPlan
    alt: str
    language: Language

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """The chart on the left, its parts on the right, all in one group."""
        group = shapes.add_group_shape()
        chart = Box(box.left, box.top, min(_CHART.width, box.width // 2), box.height)
        frame = self._chart().draw(group.shapes, chart, pen)
        frame.name = CHART_NAME
        add_text(
            group.shapes,
            chart.part(0.24, 0.36, 0.52, 0.28),
            self._centre(),
            pen,
            name=_CENTRE,
            anchor="middle",
            inset=0,
        )
        self._draw_parts(group.shapes, chart, box, pen)
        describe(group, self.alt)
        return group

    def renew(self, shape: Any, pen: Pen) -> bool:
        """Numbers of the chart and texts of the parts."""
        named = {one.name: one for one in getattr(shape, "shapes", ())}
        chart, texts = chart_frame(shape), self._texts()
        items = [named.get(f"{_ITEM} {number}") for number in range(1, len(texts) + 1)]
        extra = f"{_ITEM} {len(texts) + 1}" in named
        if chart is None or extra or None in items or not self._chart().renew(chart, pen):
            return False
        describe(shape, self.alt)
        if _CENTRE in named:
            lines = self._centre()
            pen.write_all(
                named[_CENTRE].text_frame.paragraphs,
                [one.text for one in lines],
                what=lines[-1].text,
            )
        for item, (name, text) in zip(items, texts, strict=True):
            if item is not None:
                pen.write_all(item.text_frame.paragraphs, [name, text], what=name)
        return True

    def _draw_parts(self, shapes: Any, chart: Box, box: Box, pen: Pen) -> None:
        texts = self._texts()
        row = min(round(_ROW), box.height // max(len(texts), 1))
        top = box.top + (box.height - row * len(texts)) // 2
        left = chart.right + round(0.5 * INCH)
        room = box.right - left - 2 * _SWATCH
        size = min(fitting(text, width=room, size=22, least=12) for _, text in texts)
        for place, (name, text) in enumerate(texts):
            middle = top + place * row
            swatch = Box(left, middle + (row - _SWATCH) // 2, _SWATCH, _SWATCH)
            mark = shapes.add_shape(1, *map(Emu, (swatch.left, swatch.top, _SWATCH, _SWATCH)))
            mark.name = f"Warna {place + 1}"
            mark.line.fill.background()
            unstyle(mark)
            paint_shape(mark, of_series(place))
            words_at = swatch.right + round(0.15 * INCH)
            add_text(
                shapes,
                Box(words_at, middle, box.right - words_at, row),
                [Line(name, 16, MUTED), Line(text, size, bold=True)],
                pen,
                name=f"{_ITEM} {place + 1}",
                anchor="middle",
            )

    def _chart(self) -> ChartFigure:
        column, values = self.plan.values, numbers(self.plan.values)
        total = sum(value or 0.0 for value in values) or 1.0
        shares: list[str | None] = [
            share if value is not None and value >= _LEGIBLE * total else None
            for share, value in zip(self._shares(), values, strict=True)
        ]
        ring = Series(
            name=column.title,
            values=values,
            number_format=cell_format(column.kind),
            shape=SeriesShape.RING,
            points={place: of_series(place) for place in range(len(values))},
            labels=Labels(
                shares,
                size=13,
                paints={place: upon_series(place) for place in range(len(values))},
            ),
        )
        spec = ChartSpec(
            categories=value_texts(self.plan.names, self.language),
            series=[ring],
            scale=Scale(0, 1),
            plot=(0.02, 0.02, 0.96, 0.96),
        )
        return ChartFigure(spec, [column.kind], self.alt, self.language)

    def _shares(self) -> Sequence[str]:
        """Each part of the whole as a percentage, exact before it is rounded."""
        exact = [
            Fraction(value) if value is not None else None for value in numbers(self.plan.values)
        ]
        total = sum((value for value in exact if value is not None), Fraction(0))
        return [
            percent(value / total if value is not None and total else None, self.language)
            for value in exact
        ]

    def _texts(self) -> list[tuple[str, str]]:
        column = self.plan.values
        return [
            (name, f"{text} · {share}")
            for name, text, share in zip(
                value_texts(self.plan.names, self.language),
                value_texts(column, self.language),
                self._shares(),
                strict=True,
            )
        ]

    def _centre(self) -> list[Line]:
        kind = self.plan.values.kind
        total = sum(value or 0.0 for value in numbers(self.plan.values))
        if kind is ColumnKind.RUPIAH:
            text = rupiah(total, self.language, short=True)
        elif kind is ColumnKind.COUNT:
            text = short_count(total, self.language)
        else:
            text = value_text(total, kind, self.language)
        label = words(self.language)("slides.total")
        return [
            Line(text, _centre_size(text), bold=True, align="center"),
            Line(label, 14, MUTED, align="center"),
        ]


def _centre_size(text: str) -> float:
    """The total stays clear of the ring."""
    return round(fitting(text, width=round(_CHART.width * 0.46), size=24, least=12))
