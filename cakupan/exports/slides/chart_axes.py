"""The axes of a chart as XML. Axes of values have numbers only where every machine agrees."""

from html import escape

from cakupan.exports.slides.chart_spec import ChartSpec
from cakupan.exports.slides.paint import INK, LINE, MUTED, QUIET, Paint
from cakupan.exports.slides.places import POINT

_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes_xml(spec: ChartSpec) -> str:
    """The axis of categories, or of days, and the axis of values."""
    return _categories(spec) + _values(spec)


def _categories(spec: ChartSpec) -> str:
    kind = "dateAx" if spec.days else "catAx"
    # The first row of a table is the uppermost bar.
    way = "maxMin" if spec.horizontal else "minMax"
    form = (
        f'<c:numFmt formatCode="{escape(spec.day_format)}" sourceLinked="0"/>' if spec.days else ""
    )
    look = text_look(spec.text_size, INK if spec.horizontal else MUTED)
    # Names stand beside the plot, not in it, where a bar is below zero.
    return (
        f'<c:{kind}><c:axId val="50010"/><c:scaling><c:orientation val="{way}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if spec.horizontal else "b"}"/>{form}{_NO_TICKS}'
        f'<c:tickLblPos val="low"/>{_line()}{look}'
        f'<c:crossAx val="50020"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f"{_spacing(spec)}</c:{kind}>"
    )


def _spacing(spec: ChartSpec) -> str:
    if spec.days:
        return (
            '<c:lblOffset val="100"/><c:baseTimeUnit val="months"/>'
            f'<c:majorUnit val="{spec.every}"/><c:majorTimeUnit val="months"/>'
        )
    skip = f'<c:tickLblSkip val="{spec.every}"/>'
    return f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/>'


def _values(spec: ChartSpec) -> str:
    scale = spec.scale
    shown = bool(scale.number_format)
    grid = (
        f'<c:majorGridlines><c:spPr><a:ln w="{POINT * 3 // 4}">{QUIET.xml()}</a:ln></c:spPr>'
        "</c:majorGridlines>"
        if shown
        else ""
    )
    form = f'<c:numFmt formatCode="{escape(scale.number_format or "General")}" sourceLinked="0"/>'
    step = f'<c:majorUnit val="{scale.step!r}"/>' if scale.step else ""
    between = "midCat" if not spec.bars else "between"
    return (
        '<c:valAx><c:axId val="50020"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{scale.high!r}"/><c:min val="{scale.low!r}"/></c:scaling>'
        f'<c:delete val="{int(not shown)}"/><c:axPos val="{"b" if spec.horizontal else "l"}"/>'
        f'{grid}{form}{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text_look(spec.text_size, MUTED)}"
        f'<c:crossAx val="50010"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def _line() -> str:
    return f'<c:spPr><a:ln w="{POINT}">{LINE.xml()}</a:ln></c:spPr>'


def text_look(size: float, paint: Paint) -> str:
    """``c:txPr``: how texts look that say nothing else."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}">'
        f'{paint.xml()}</a:defRPr></a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )
