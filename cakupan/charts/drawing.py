"""What a figure is put together from: traces, shapes and texts as plain dicts, in one style.

Figures are assembled unchecked here and checked in the tests.
"""

from typing import Any

from cakupan.charts import Figure
from cakupan.charts.theme import SEPARATORS, Style, template
from cakupan.domain.records import Record, field


class Drawing(Record):
    """A figure on its way. ``height`` is in pixels; the width is the page's."""

    style: Style
    height: int
    traces: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)

    def bars(self, **trace: Any) -> None:
        """Add horizontal bars."""
        self.traces.append({"type": "bar", "orientation": "h", **trace})

    def line(self, **trace: Any) -> None:
        """Add a line, an area or points."""
        self.traces.append({"type": "scatter", "mode": "lines", **trace})

    def rule(self, x: tuple[float, float], y: tuple[float, float], **shape: Any) -> None:
        """Add a straight line from one corner to the other; it is no data."""
        self._shape("line", x, y, shape)

    def upright(self, x: str, **shape: Any) -> None:
        """Add a straight line from the bottom of the plot to its top, at a day or a value."""
        self.shapes.append(
            {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper"} | shape
        )

    def box(self, x: tuple[float, float], y: tuple[float, float], colour: str) -> None:
        """Add a filled ground under everything."""
        self._shape("rect", x, y, {"fillcolor": colour, "line": {"width": 0}, "layer": "below"})

    def text(self, text: str, *, x: object, y: float, **annotation: Any) -> None:
        """Add a text at a place; without ``ax`` it has no pointer."""
        pointer = "ax" in annotation
        self.texts.append({"text": text, "x": x, "y": y, "showarrow": pointer, **annotation})

    def figure(self, **layout: Any) -> Figure:
        """The figure: all parts, the template of the theme, the separators of the language."""
        return Figure(
            data=self.traces,
            layout={
                "template": template(self.style.theme),
                "height": self.height,
                "autosize": True,
                "separators": SEPARATORS[self.style.language],
                "shapes": self.shapes,
                "annotations": self.texts,
                **layout,
            },
        )

    def _shape(
        self, kind: str, x: tuple[float, float], y: tuple[float, float], shape: dict[str, Any]
    ) -> None:
        corners = {"x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1]}
        self.shapes.append({"type": kind, **corners, **shape})
