"""The last slide: where the numbers come from and what they mean."""

import math
from collections.abc import Sequence
from typing import Any

from cakupan.domain.records import Record
from cakupan.domain.shown import Shown
from cakupan.exports.slides.figure import describe
from cakupan.exports.slides.paint import ACCENT, INK
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import POINT, Box
from cakupan.exports.slides.slide_page import SlideTexts
from cakupan.exports.slides.slide_words import definitions, is_sample
from cakupan.exports.slides.text_shapes import Line, add_text
from cakupan.texts import Words

_MOST_SOURCES, _MOST_MEANINGS = 5, 7
_SIZES = (15, 14, 13, 12, 11, 10, 9)
_LINE, _BEFORE, _PROSE = 1.2, 4, 0.46


class TextFigure(Record, frozen=True):
    """Headed paragraphs in one shape."""

    paragraphs: Sequence[tuple[str, bool]]
    alt: str

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """The shape."""
        size = self._size(box)
        lines = [
            Line(text, size + 2, ACCENT, bold=True, before=8)
            if heads
            else Line(text, size, INK, before=3)
            for text, heads in self.paragraphs
        ]
        shape = add_text(shapes, box, lines, pen, name="Sumber dan definisi", inset=0)
        describe(shape, self.alt)
        return shape

    def _size(self, box: Box) -> float:
        """The largest type at which all paragraphs stand in the box."""
        for size in _SIZES:
            a_line = box.width / POINT / (size * _PROSE)
            lines = sum(math.ceil(len(text) / a_line) for text, _ in self.paragraphs)
            spaces = _BEFORE * len(self.paragraphs)
            if (lines * size * _LINE + spaces) * POINT <= box.height:
                return size
        return _SIZES[-1]

    def renew(self, shape: Any, pen: Pen) -> bool:
        """The paragraphs, as far as there are as many as before."""
        paragraphs = shape.text_frame.paragraphs if getattr(shape, "has_text_frame", False) else ()
        if len(paragraphs) != len(self.paragraphs):
            return False
        pen.write_all(paragraphs, [text for text, _ in self.paragraphs])
        return True


def closing_page(cards: Sequence[Shown], words: Words) -> tuple[TextFigure, SlideTexts]:
    """Sources as the captions say them, then every definition once."""
    title = words("slides.closing.title")
    sources = list(dict.fromkeys(card.caption for card in cards if card.caption))[:_MOST_SOURCES]
    meanings = list(definitions(cards, words).items())[:_MOST_MEANINGS]
    paragraphs = [
        (words("slides.closing.sources"), True),
        *((source, False) for source in sources),
        (words("slides.closing.meanings"), True),
        *((f"{name}: {what}", False) for name, what in meanings),
    ]
    sample = words("slides.sample") if any(is_sample(card, words) for card in cards) else ""
    texts = SlideTexts(title, "", "", [words("slides.closing.say")], sample)
    return TextFigure(paragraphs, title), texts
