"""Lines across horizontal bars at one value each, such as a target, over a fixed plot area."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Emu, Pt

from cakupan.domain.records import Record
from cakupan.exports.slides.chart_spec import ChartSpec
from cakupan.exports.slides.paint import TARGET
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import INCH, POINT, Box
from cakupan.exports.slides.text_shapes import LETTER, Line, add_text

_SIZE = 13
LEVEL = round(0.27 * INCH)
_LINE, _NAME = "Garis sasaran", "Nama sasaran"


class Ruler(Record, frozen=True):
    """A value on the axis, what it is called, and how many names stand below its own."""

    value: float
    label: str
    level: int = 0


def levels(
    marks: Sequence[tuple[float, str]], *, low: float, high: float, width: int
) -> list[Ruler]:
    """Marks from low to high, each named on the lowest level where its name has room."""
    ends: list[float] = []
    rulers = []
    for value, label in sorted(marks):
        half = len(label) * LETTER * _SIZE * POINT / width / 2
        middle = (value - low) / (high - low)
        level = next((n for n, end in enumerate(ends) if end < middle - half), len(ends))
        ends[level : level + 1] = [middle + half + 0.01]
        rulers.append(Ruler(value, label, level))
    return rulers


def draw_rulers(
    shapes: Any, frame: Any, rulers: Sequence[Ruler], spec: ChartSpec, pen: Pen
) -> None:
    """A dashed line for each, with its name above the plot."""
    for number, ruler in enumerate(rulers, start=1):
        line, label = _places(frame, ruler, spec)
        connector = shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, *map(Emu, (line.left, line.top, line.left, line.bottom))
        )
        connector.name = f"{_LINE} {number}"
        connector.line.width = Pt(1.75)
        connector.line.dash_style = MSO_LINE.DASH
        edge = connector.line._get_or_add_ln()  # noqa: SLF001  python-pptx shows no element
        edge.insert(0, TARGET.element())
        # Behind the bars and their labels, which stay legible.
        frame.element.addprevious(connector.element)
        add_text(
            shapes,
            label,
            [Line(ruler.label, _SIZE, TARGET, bold=True, align="center")],
            pen,
            name=f"{_NAME} {number}",
            anchor="bottom",
            inset=0,
        )


def renew_rulers(
    group: Any, frame: Any, rulers: Sequence[Ruler], spec: ChartSpec, pen: Pen
) -> None:
    """Move each to its value over the chart as it stands now; or draw other ones."""
    named = {shape.name: shape for shape in group.shapes}
    lines = [one for name, one in named.items() if name.startswith(_LINE)]
    if not lines:
        # Somebody deleted them all.
        return
    if len(lines) != len(rulers):
        for name, shape in named.items():
            if name.startswith((_LINE, _NAME)):
                shape.element.getparent().remove(shape.element)
        draw_rulers(group.shapes, frame, rulers, spec, pen)
        return
    for number, ruler in enumerate(rulers, start=1):
        line, label = _places(frame, ruler, spec)
        connector = named[f"{_LINE} {number}"]
        connector.begin_x = connector.end_x = Emu(line.left)
        text = named.get(f"{_NAME} {number}")
        if text is not None:
            text.left = Emu(label.left)
            pen.write(text.text_frame.paragraphs[0], ruler.label, what=ruler.label)


def _plot_of(frame: Any) -> tuple[float, float, float, float] | None:
    """The inner plot area as the chart has it, which somebody may have moved."""
    path = "./c:chart/c:plotArea/c:layout/c:manualLayout"
    sides = [frame.chart.element.xpath(f"{path}/c:{side}/@val") for side in "xywh"]
    if not all(sides):
        return None
    left, top, width, height = (float(found[0]) for found in sides)
    return left, top, width, height


def _places(frame: Any, ruler: Ruler, spec: ChartSpec) -> tuple[Box, Box]:
    """Where the line and its name stand, over the plot area of the frame."""
    whole = Box(frame.left, frame.top, frame.width, frame.height)
    plot = whole.part(*(_plot_of(frame) or spec.plot or (0, 0, 1, 1)))
    scale = spec.scale
    across = plot.left + round(plot.width * (ruler.value - scale.low) / (scale.high - scale.low))
    top = plot.top - LEVEL * ruler.level
    half = round(len(ruler.label) * LETTER * _SIZE * POINT / 2) + 6 * POINT
    return (
        Box(across, top, 0, plot.bottom - top),
        Box(across - half, top - LEVEL, 2 * half, LEVEL),
    )
