"""The mark of sample figures: at the top of a slide, or at its foot where a title stands above."""

from typing import Any

from cakupan.exports.slides.paint import PAPER, TARGET
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import INCH, Box
from cakupan.exports.slides.text_shapes import Line, add_text

SAMPLE_MARK = "Tanda data contoh"
_WIDTH, _HEIGHT = round(1.6 * INCH), round(0.27 * INCH)
_SIDE, _EDGE = round(0.6 * INCH), round(0.17 * INCH)


def mark_sample(slide: Any, text: str, pen: Pen) -> None:
    """Say on a slide that its figures are samples; nothing where there is no ``text``."""
    if text:
        add_text(
            slide.shapes,
            _place(slide),
            [Line(text, 12, TARGET, bold=True, align="center")],
            pen,
            name=SAMPLE_MARK,
            anchor="middle",
            fill=PAPER,
            edge=TARGET,
            rounded=True,
            inset=0,
        )


def _place(slide: Any) -> Box:
    deck = slide.part.package.presentation_part.presentation
    above = Box(deck.slide_width - _SIDE - _WIDTH, _EDGE, _WIDTH, _HEIGHT)
    title = slide.shapes.title
    if title is None or title.top >= above.bottom or title.left + title.width <= above.left:
        return above
    return Box(_SIDE, deck.slide_height - _EDGE - _HEIGHT, _WIDTH, _HEIGHT)
