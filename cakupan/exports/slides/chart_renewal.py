"""New numbers in a chart that somebody may have formatted by hand."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from pptx.oxml import parse_xml

from cakupan.domain.columns import ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.exports.slides.chart_labels import CHART, DRAWING, renew_labels
from cakupan.exports.slides.chart_numbers import ChartNumbers
from cakupan.exports.slides.chart_spec import ChartSpec, Series, SeriesShape
from cakupan.exports.slides.chart_xml import point_xml
from cakupan.exports.slides.paint import FALL, is_painted
from cakupan.exports.slides.pen import Change
from cakupan.exports.slides.value_texts import value_text
from cakupan.texts import date_format
from cakupan.texts.number_format import MISSING

_C = f"{{{CHART}}}"
_KINDS = {
    SeriesShape.BAR: "barChart",
    SeriesShape.LINE: "lineChart",
    SeriesShape.RING: "doughnutChart",
}
# Day 0 of a spreadsheet, as all days after February 1900 are counted.
_EPOCH = date(1899, 12, 30)
_FILL = f"{_C}spPr/{{{DRAWING}}}solidFill"


def fits(chart: Any, spec: ChartSpec) -> bool:
    """Whether the chart holds series of the same kinds in the same order."""
    drawn = [series.getparent().tag.removeprefix(_C) for series in _series(chart)]
    wanted = [_KINDS[one.shape] for one in spec.series]
    direction = chart.element.find(f".//{_C}barDir")
    turned = direction is not None and (direction.get("val") == "bar") != spec.horizontal
    return drawn == wanted and not turned


def renew_chart(
    chart: Any, spec: ChartSpec, kinds: Sequence[ColumnKind], language: Language
) -> list[Change]:
    """Write the numbers, labels and scale; gives each value that reads differently now."""
    old = [_values(series) for series in _series(chart)]
    names = [list(values) for values in old]
    numbers = ChartNumbers(spec)
    if spec.days:
        numbers.categories.number_format = spec.day_format
    chart.replace_data(numbers)
    _rescale(chart, spec)
    for series, one, before in zip(_series(chart), spec.series, names, strict=True):
        _move_points(series, before, _named(spec, numbers))
        _repaint_falls(series, one)
        if one.labels is not None:
            renew_labels(series, one.labels)
    return list(_changes(old, spec, numbers, kinds, language))


def _series(chart: Any) -> list[Any]:
    return list(chart.element.chart.plotArea.sers)


def _named(spec: ChartSpec, numbers: ChartNumbers) -> list[str]:
    """How the cells of the categories read."""
    if spec.days:
        return [one.numeric_str_val() for one in numbers.categories]
    return [str(one.label) for one in numbers.categories]


def _values(series: Any) -> dict[str, float | None]:
    """Value by category, as the chart keeps them."""
    categories = {
        int(point.get("idx")): _day(point.findtext(f"{_C}v", ""))
        for point in series.iterfind(f"{_C}cat//{_C}pt")
    }
    cells = {
        int(point.get("idx")): float(point.findtext(f"{_C}v", "nan"))
        for point in series.iterfind(f"{_C}val//{_C}pt")
    }
    return {name: cells.get(place) for place, name in categories.items()}


def _day(text: str) -> str:
    """A day's number is written with a decimal or without, by who wrote it."""
    return f"{float(text):.1f}" if text.replace(".", "", 1).isdigit() and len(text) >= 5 else text


def _moment(name: str, spec: ChartSpec, language: Language) -> str:
    """A category that is no more: the day that its number stands for, or its name."""
    if not spec.days:
        return name
    day = _EPOCH + timedelta(days=int(float(name)))
    return date_format.period(Period.of_month(day.year, day.month), language, short=True)


def _rescale(chart: Any, spec: ChartSpec) -> None:
    for axis in chart.element.iter(f"{_C}valAx"):
        for tag, value in (("max", spec.scale.high), ("min", spec.scale.low)):
            bound = axis.find(f"{_C}scaling/{_C}{tag}")
            if bound is not None:
                bound.set("val", repr(value))
        step = axis.find(f"{_C}majorUnit")
        if step is not None and spec.scale.step:
            step.set("val", repr(spec.scale.step))


def _move_points(series: Any, before: Sequence[str], after: Sequence[str]) -> None:
    """A bar that somebody coloured stays coloured when its row moves."""
    place_of = {name: place for place, name in enumerate(after)}
    for point in series.findall(f"{_C}dPt"):
        index = point.find(f"{_C}idx")
        old = int(index.get("val"))
        new = place_of.get(before[old]) if old < len(before) else None
        if new is None:
            series.remove(point)
        else:
            index.set("val", str(new))


def _repaint_falls(series: Any, wanted: Series) -> None:
    """Bars below zero have the colour of a fall, unless somebody gave them one of their own."""
    ours = {
        int(point.find(f"{_C}idx").get("val")): point
        for point in series.findall(f"{_C}dPt")
        # LibreOffice writes every point out, those that look like their series too.
        if is_painted(point.find(_FILL), FALL, wanted.paint)
    }
    falls = {place for place, paint in wanted.points.items() if paint == FALL}
    for place in ours.keys() - falls:
        series.remove(ours[place])
    taken = {int(one.get("val")) for one in series.iterfind(f"{_C}dPt/{_C}idx")}
    spaces = f' xmlns:c="{CHART}" xmlns:a="{DRAWING}"'
    for place in sorted(falls - taken):
        after = series.findall(f"{_C}dPt") or [series.find(f"{_C}invertIfNegative")]
        after[-1].addnext(parse_xml(point_xml(place, FALL, spaces=spaces)))


def _changes(
    old: Sequence[Mapping[str, float | None]],
    spec: ChartSpec,
    numbers: ChartNumbers,
    kinds: Sequence[ColumnKind],
    language: Language,
) -> Iterator[Change]:
    for series, kind, before in zip(spec.series, kinds, old, strict=True):
        cells = _named(spec, numbers)
        now = dict(zip(cells, series.values, strict=True))
        titles = dict(zip(cells, spec.categories, strict=True))
        for name in dict.fromkeys([*now, *before]):
            texts = [
                value_text(values[name], kind, language) if name in values else MISSING
                for values in (before, now)
            ]
            if texts[0] != texts[1]:
                what = titles.get(name) or _moment(name, spec, language)
                many = len(spec.series) > 1
                yield Change(f"{what} · {series.name}" if many else what, texts[0], texts[1])
