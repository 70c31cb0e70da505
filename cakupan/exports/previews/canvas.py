"""Where a small picture is drawn: its size, its colours, and the four shapes it is made of."""

from collections.abc import Sequence
from html import escape
from math import floor

from cakupan.charts.theme import FONT, PALETTES, Palette, Theme
from cakupan.domain.records import Record, field
from cakupan.exports.untrusted_cells import plain_text

WIDTH, HEIGHT, EDGE = 320, 180, 12
# A letter of our type is about this part of its size wide.
_LETTER, _SMALLEST = 0.58, 7.0


def width_of(text: str, size: float) -> float:
    """About how wide a text is."""
    return len(text) * size * _LETTER


def fitting(text: str, room: float, *, most: float) -> float:
    """The largest size, up to ``most``, at which a text has room."""
    return max(_SMALLEST, min(most, floor(room / (max(len(text), 1) * _LETTER) * 10) / 10))


class Canvas(Record):
    """Shapes in the order of drawing; all texts are escaped here."""

    theme: Theme
    parts: list[str] = field(default_factory=list)

    @property
    def palette(self) -> Palette:
        """The colours."""
        return PALETTES[self.theme]

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, round_by: float = 2
    ) -> None:
        """A filled rectangle."""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" '
            f'height="{max(height, 0):.1f}" rx="{round_by}" fill="{fill}"/>'
        )

    def rule(self, x: float, top: float, bottom: float, stroke: str) -> None:
        """An upright broken line: a target."""
        self.parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}" '
            f'stroke="{stroke}" stroke-width="1.5" stroke-dasharray="3 3"/>'
        )

    def line(self, points: Sequence[tuple[float, float]], stroke: str, *, broken: bool) -> None:
        """A line through points."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dash = ' stroke-dasharray="5 4"' if broken else ""
        self.parts.append(
            f'<polyline points="{path}" fill="none" stroke="{stroke}" stroke-width="2"{dash}/>'
        )

    def text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float = 11,
        fill: str = "",
        bold: bool = False,
        end: bool = False,
        room: float = WIDTH,
    ) -> None:
        """A text on its base line, cut where it has no ``room``."""
        fits = max(1, floor(room / (size * _LETTER)))
        sound = plain_text(text)
        shown = sound if len(sound) <= fits else sound[: fits - 1].rstrip() + "…"
        weight = ' font-weight="650"' if bold else ""
        anchor = ' text-anchor="end"' if end else ""
        colour = fill or self.palette.ink
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"{weight}{anchor}>'
            f"{escape(shown)}</text>"
        )

    def svg(self) -> str:
        """The picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'font-family="{escape(FONT)}">{"".join(self.parts)}</svg>'
        )
