"""Numbers to be read from afar, each in a card of its own."""

from collections.abc import Sequence
from typing import Any

from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.records import Record
from cakupan.exports.slides.figure import describe
from cakupan.exports.slides.paint import ACCENT, INK, MUTED, QUIET
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import INCH, POINT, Box
from cakupan.exports.slides.text_shapes import Line, add_text, fitting

_GAP, _INSET = round(0.22 * INCH), round(0.25 * INCH)
_NAME = "Angka"
# Bold figures are a little wider than the mean letter.
_SAFE = 0.92
_LARGEST, _OF_HEIGHT, _BESIDE = 48.0, 0.33, 0.11
_TALLEST = round(2.6 * INCH)


class NumberFigure(Record, frozen=True):
    """Up to six cards: what a number is, the number, what it means."""

    plan: NumberPlan
    alt: str

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """A group of cards; the first number is in the accent colour."""
        group = shapes.add_group_shape()
        count = len(self.plan.numbers)
        columns = count if count <= 3 else -(-count // 2)
        rows = -(-count // columns)
        height = min(box.height, rows * (_TALLEST + _GAP) - _GAP)
        field = Box(box.left, box.top, box.width, height)
        cells = field.cells(columns=columns, rows=rows, gap=_GAP)
        size = _size([tile.text for tile in self.plan.numbers], cells[0])
        shown = zip(self.plan.numbers, cells, strict=False)
        for number, (tile, cell) in enumerate(shown, start=1):
            shape = add_text(
                group.shapes,
                cell,
                _lines(tile, size, cell.height / POINT, first=number == 1),
                pen,
                name=f"{_NAME} {number}",
                anchor="middle",
                fill=QUIET,
                rounded=True,
                inset=_INSET,
            )
            describe(shape, " ".join(filter(None, (tile.label, tile.text, tile.note))))
        describe(group, self.alt)
        return group

    def renew(self, shape: Any, pen: Pen) -> bool:
        """The texts of the cards."""
        named = {one.name: one for one in getattr(shape, "shapes", ())}
        cards = [one for name, one in named.items() if name.startswith(_NAME)]
        if len(cards) != len(self.plan.numbers):
            return False
        describe(shape, self.alt)
        for card, tile in zip(cards, self.plan.numbers, strict=True):
            texts = [text for text in (tile.label, tile.text, tile.note) if text]
            pen.write_all(card.text_frame.paragraphs, texts, what=tile.label)
        return True


def _size(texts: Sequence[str], cell: Box) -> float:
    """The same for all numbers, so that none looks more important than it is."""
    width = round((cell.width - 2 * _INSET) * _SAFE)
    most = min(_LARGEST, cell.height / POINT * _OF_HEIGHT)
    return min(round(fitting(text, width=width, size=most, least=12)) for text in texts)


def _lines(tile: NumberTile, size: float, height: float, *, first: bool) -> list[Line]:
    beside = max(11.0, min(16.0, round(height * _BESIDE)))
    lines = [
        Line(tile.label, beside, MUTED),
        Line(tile.text, size, ACCENT if first else INK, bold=True, before=4),
    ]
    return [*lines, Line(tile.note, beside - 2, MUTED, before=4)] if tile.note else lines
