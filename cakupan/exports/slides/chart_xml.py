"""A native chart as XML: bars, columns with lines over them, lines, a doughnut."""

from collections.abc import Iterator
from html import escape
from typing import Any

from cakupan.exports.slides.chart_axes import axes_xml, text_look
from cakupan.exports.slides.chart_labels import CHART, DRAWING, labels_xml
from cakupan.exports.slides.chart_spec import ChartSpec, Series, SeriesShape
from cakupan.exports.slides.paint import INK, PAPER, Paint
from cakupan.exports.slides.places import POINT

AXES = '<c:axId val="50010"/><c:axId val="50020"/>'
_HOLE = 62
# What lies behind a chart, such as a target, is seen.
_CLEAR = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(spec: ChartSpec, numbers: Any) -> str:
    """The whole chart part; ``numbers`` knows in which cells of the workbook they stand."""
    written = {
        id(series): _series(place, series, numbers, spec)
        for place, series in enumerate(spec.series)
    }
    groups = (
        _ring([written[id(one)] for one in spec.series])
        if spec.ring
        else _bars(spec, [written[id(one)] for one in spec.bars])
        + _lines([written[id(one)] for one in spec.lines])
        + axes_xml(spec)
    )
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{_layout(spec)}{groups}{_CLEAR}</c:plotArea>'
        f'{_legend(spec)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_CLEAR}{text_look(spec.text_size, INK)}</c:chartSpace>"
    )


def _layout(spec: ChartSpec) -> str:
    if spec.plot is None:
        return "<c:layout/>"
    sides = "".join(
        f'<c:{side} val="{value:.5f}"/>' for side, value in zip("xywh", spec.plot, strict=True)
    )
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        f'<c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
    )


def _legend(spec: ChartSpec) -> str:
    if not spec.legend:
        return ""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        for place in range(len(spec.series))
        if place not in spec.legend
    )
    return f'<c:legend><c:legendPos val="t"/>{hidden}<c:layout/><c:overlay val="0"/></c:legend>'


def _bars(spec: ChartSpec, series: list[str]) -> str:
    if not series:
        return ""
    return (
        f'<c:barChart><c:barDir val="{"bar" if spec.horizontal else "col"}"/>'
        f'<c:grouping val="{"stacked" if spec.stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{"".join(series)}<c:gapWidth val="{spec.gap}"/>'
        f'<c:overlap val="{100 if spec.stacked else 0}"/>{AXES}</c:barChart>'
    )


def _lines(series: list[str]) -> str:
    if not series:
        return ""
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{"".join(series)}<c:marker val="1"/>{AXES}</c:lineChart>'
    )


def _ring(series: list[str]) -> str:
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{"".join(series)}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="{_HOLE}"/></c:doughnutChart>'
    )


def _series(place: int, series: Series, numbers: Any, spec: ChartSpec) -> str:
    of = numbers[place]
    name = _texts("tx", of.name_ref, [of.name])
    cells = _numbers("val", of.values_ref, series.values, series.number_format)
    labels = labels_xml(series.labels) if series.labels else ""
    body = "".join(_looks(series)) + labels
    end = '<c:smooth val="0"/>' if series.shape is SeriesShape.LINE else ""
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>{name}{body}'
        f"{_categories(spec, of, numbers)}{cells}{end}</c:ser>"
    )


def _looks(series: Series) -> Iterator[str]:
    if series.shape is SeriesShape.LINE:
        yield _line_look(series)
        return
    yield f"<c:spPr>{series.paint.xml()}</c:spPr>"
    is_bar = series.shape is SeriesShape.BAR
    if is_bar:
        yield '<c:invertIfNegative val="0"/>'
    edge = "" if is_bar else f'<a:ln w="{2 * POINT}">{PAPER.xml()}</a:ln>'
    for place, paint in sorted(series.points.items()):
        yield point_xml(place, paint, edge=edge, bar=is_bar)


def point_xml(
    place: int, paint: Paint, *, edge: str = "", bar: bool = True, spaces: str = ""
) -> str:
    """``c:dPt``: one point in a colour of its own."""
    inverted = '<c:invertIfNegative val="0"/>' if bar else ""
    return (
        f'<c:dPt{spaces}><c:idx val="{place}"/>{inverted}<c:bubble3D val="0"/>'
        f"<c:spPr>{paint.xml()}{edge}</c:spPr></c:dPt>"
    )


def _line_look(series: Series) -> str:
    dash = f'<a:prstDash val="{series.dash}"/>' if series.dash else ""
    symbol = "circle" if series.dots else "none"
    size = '<c:size val="7"/>' if series.dots else ""
    fill = f"<c:spPr>{series.paint.xml()}<a:ln>{series.paint.xml()}</a:ln></c:spPr>"
    return (
        f'<c:spPr><a:ln w="{round(series.width * POINT)}" cap="rnd">{series.paint.xml()}{dash}'
        f'<a:round/></a:ln></c:spPr><c:marker><c:symbol val="{symbol}"/>{size}'
        f"{fill if series.dots else ''}</c:marker>"
    )


def _categories(spec: ChartSpec, of: Any, numbers: Any) -> str:
    reference = of.categories_ref
    if spec.days:
        days = [float(one.numeric_str_val()) for one in numbers.categories]
        return _numbers("cat", reference, days, spec.day_format)
    return _texts("cat", reference, [str(one.label) for one in numbers.categories])


def _texts(tag: str, reference: str, texts: list[str]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>' for place, text in enumerate(texts)
    )
    return (
        f"<c:{tag}><c:strRef><c:f>{reference}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef></c:{tag}>'
    )


def _numbers(tag: str, reference: str, values: Any, number_format: str) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>'
        for place, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{tag}><c:numRef><c:f>{reference}</c:f><c:numCache>"
        f"<c:formatCode>{escape(number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )
