"""What every kind of figure on a slide can do: be drawn in a box, and be renewed."""

from collections.abc import Sequence
from typing import Any, Protocol

from cakupan.domain.records import Record
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import Box


class Figure(Protocol):
    """A chart, a table, tiles, or numbers."""

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """Draw into ``shapes``; gives the outermost shape."""

    def renew(self, shape: Any, pen: Pen) -> bool:
        """Write the figures into a shape drawn earlier, as somebody left it.

        ``shape`` is the slide where a group was taken apart.

        False where it is another kind of figure, or another number of parts.
        """


class Page(Record, frozen=True):
    """A figure on one slide.

    ``span`` says which rows stand on it, where there are more: from, to, of how many; ``columns``
    how many of how many columns.
    """

    figure: Figure
    span: tuple[int, int, int] | None = None
    columns: tuple[int, int] | None = None


def spans(rows: int, *, most: int, pages: int) -> Sequence[tuple[int, int]]:
    """From and to for each page: as many rows on each as can be, on ``pages`` pages at the most."""
    needed = min(max(1, -(-rows // most)), pages)
    shown = min(rows, most * pages)
    each = -(-shown // needed) if shown else 0
    return [(start, min(start + each, shown)) for start in range(0, shown, each or 1)] or [(0, 0)]


def describe(shape: Any, text: str) -> None:
    """Alternative text: what somebody hears who does not see the figure.

    A whole slide, on which the parts of a figure lie that somebody ungrouped, has none.
    """
    for properties in shape.element.xpath("./*[1]/p:cNvPr"):
        properties.set("descr", text)
