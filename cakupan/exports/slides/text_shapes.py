"""Shapes that hold text: boxes and cards, each line in its own size and colour."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from cakupan.domain.records import Record
from cakupan.exports.slides.paint import INK, Paint
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import POINT, Box

_INSET = 3 * POINT
# The mean width of a letter, as a part of the size of the type.
LETTER = 0.52


class Line(Record, frozen=True):
    """One paragraph: its size in points, its colour, and how far it stands from the one above."""

    text: str
    size: float = 16
    paint: Paint = INK
    bold: bool = False
    align: str = "left"
    before: float = 0


def fitting(text: str, *, width: int, size: float, least: float, lines: int = 1) -> float:
    """The largest size, between ``least`` and ``size``, at which a text fits a width in EMU."""
    room = width * lines / POINT / LETTER
    return max(least, min(size, room / max(len(text), 1)))


def add_text(
    shapes: Any,
    box: Box,
    lines: Sequence[Line],
    pen: Pen,
    *,
    name: str,
    anchor: str = "top",
    fill: Paint | None = None,
    edge: Paint | None = None,
    rounded: bool = False,
    inset: int = _INSET,
) -> Any:
    """A shape with these lines; without ``fill`` and ``edge`` only the text is seen."""
    form = MSO_SHAPE.ROUNDED_RECTANGLE if rounded else MSO_SHAPE.RECTANGLE
    shape = shapes.add_shape(form, *map(Emu, (box.left, box.top, box.width, box.height)))
    shape.name = name
    if rounded:
        shape.adjustments[0] = 0.06
    unstyle(shape)
    _dress(shape, fill, edge)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = getattr(MSO_ANCHOR, anchor.upper())
    frame.margin_left = frame.margin_right = Emu(inset)
    frame.margin_top = frame.margin_bottom = Emu(min(inset, _INSET))
    write_lines(frame, lines, pen)
    return shape


def write_lines(frame: Any, lines: Sequence[Line], pen: Pen) -> None:
    """Fill an empty text frame."""
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = getattr(PP_ALIGN, line.align.upper())
        if line.before:
            paragraph.space_before = Pt(line.before)
        run = paragraph.add_run()
        run.text = pen.note(line.text)
        run.font.size = Pt(line.size)
        run.font.bold = line.bold
        _colour(run, line.paint)


def unstyle(shape: Any) -> None:
    """Without the look that a theme gives every shape: a template may throw shadows."""
    for style in shape.element.xpath("./p:style"):
        shape.element.remove(style)


def _dress(shape: Any, fill: Paint | None, edge: Paint | None) -> None:
    if fill is None:
        shape.fill.background()
    else:
        paint_shape(shape, fill)
    if edge is None:
        shape.line.fill.background()
    else:
        shape.line.width = Pt(1)
        _replace_fill(shape.line._get_or_add_ln(), edge)  # noqa: SLF001  python-pptx shows no element


def paint_shape(shape: Any, paint: Paint) -> None:
    """Fill a shape with a colour of the theme."""
    shape.fill.solid()
    _replace_fill(shape.element.spPr, paint)


def _colour(run: Any, paint: Paint) -> None:
    run.font.fill.solid()
    _replace_fill(run._r.get_or_add_rPr(), paint)  # noqa: SLF001  python-pptx shows no element


def _replace_fill(holder: Any, paint: Paint) -> None:
    old = holder.find("{http://schemas.openxmlformats.org/drawingml/2006/main}solidFill")
    if old is None:
        holder.insert(0, paint.element())
    else:
        holder.replace(old, paint.element())
