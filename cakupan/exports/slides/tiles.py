"""A map of tiles as shapes: each can be recoloured, moved and read out by its name."""

from typing import Any

from cakupan.domain.plans import Tile, TilePlan
from cakupan.domain.records import Record
from cakupan.exports.slides.figure import describe
from cakupan.exports.slides.paint import ACCENT, INK, LINE, MUTED, PAPER, Paint, is_painted, of_step
from cakupan.exports.slides.pen import Change, Pen
from cakupan.exports.slides.places import INCH, POINT, Box
from cakupan.exports.slides.text_shapes import Line, add_text, fitting, paint_shape

_GAP = 3 * POINT
_LEGEND = round(0.42 * INCH)
_WIDEST = 1.9
_MOST_NAMED = 80
_LEAST, _LARGEST = 8.0, 15.0
_FILL = "{http://schemas.openxmlformats.org/drawingml/2006/main}solidFill"


class TileFigure(Record, frozen=True):
    """The tiles of a plan, with what their colours stand for below."""

    plan: TilePlan
    alt: str

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """A group of rectangles named by region."""
        field = Box(box.left, box.top, box.width, box.height - _LEGEND - _GAP)
        # Else each of many shapes looks through all others for an id of its own.
        shapes.turbo_add_enabled = True
        drawn = [self._draw_tile(shapes, tile, cell, pen) for tile, cell in self._cells(field)]
        drawn += self._draw_steps(shapes, box, pen)
        # Grouped at last: a group that grows measures itself anew with every shape.
        group = shapes.add_group_shape(drawn)
        shapes.turbo_add_enabled = False
        describe(group, self.alt)
        return group

    def _draw_tile(self, shapes: Any, tile: Tile, cell: Box, pen: Pen) -> Any:
        fill, ink = self._colours(tile)
        shape = add_text(
            shapes,
            cell,
            _lines(tile, cell, ink) if self._named else [],
            pen,
            name=_name(tile),
            anchor="middle",
            fill=fill,
            edge=LINE if tile.step is None else None,
            inset=POINT,
        )
        describe(shape, f"{tile.name}: {tile.text}")
        return shape

    @property
    def _named(self) -> bool:
        """Whether tiles are large enough to bear a name; all of the nation's are not."""
        return len(self.plan.tiles) <= _MOST_NAMED

    def renew(self, shape: Any, pen: Pen) -> bool:
        """Values and colours of the tiles; a tile that somebody recoloured keeps its colour."""
        named = {one.name: one for one in getattr(shape, "shapes", ())}
        if any(_name(tile) not in named for tile in self.plan.tiles):
            return False
        describe(shape, self.alt)
        for tile in self.plan.tiles:
            drawn = named[_name(tile)]
            if not self._named:
                _note_change(drawn, tile, pen)
            else:
                *_, value = drawn.text_frame.paragraphs
                pen.write(value, tile.text, what=tile.name)
                pen.note(tile.name)
            describe(drawn, f"{tile.name}: {tile.text}")
            self._repaint(drawn, tile)
        for number, step in enumerate(self.plan.steps, start=1):
            legend = named.get(f"Arti warna {number}")
            if legend is not None:
                pen.write(legend.text_frame.paragraphs[0], step, what=legend.name)
        return True

    def _repaint(self, shape: Any, tile: Tile) -> None:
        fill = shape.element.spPr.find(_FILL)
        if not is_painted(fill, ACCENT, PAPER):
            return
        paint, ink = self._colours(tile)
        paint_shape(shape, paint)
        for paragraph in shape.text_frame.paragraphs:
            for run in paragraph.runs:
                old = run._r.get_or_add_rPr().find(_FILL)  # noqa: SLF001  no public element
                if is_painted(old, INK, PAPER, MUTED):
                    old.getparent().replace(old, ink.element())

    def _colours(self, tile: Tile) -> tuple[Paint, Paint]:
        if tile.step is None:
            return PAPER, MUTED
        return of_step(tile.step, len(self.plan.steps))

    def _cells(self, field: Box) -> list[tuple[Tile, Box]]:
        rows = [tile.row for tile in self.plan.tiles]
        columns = [tile.column for tile in self.plan.tiles]
        high, wide = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        height = min((field.height - _GAP * (high - 1)) // high, round(1.3 * INCH))
        width = min((field.width - _GAP * (wide - 1)) // wide, round(height * _WIDEST))
        left = field.left + (field.width - wide * (width + _GAP) + _GAP) // 2
        top = field.top + (field.height - high * (height + _GAP) + _GAP) // 2
        return [
            (
                tile,
                Box(
                    left + (tile.column - min(columns)) * (width + _GAP),
                    top + (tile.row - min(rows)) * (height + _GAP),
                    width,
                    height,
                ),
            )
            for tile in self.plan.tiles
        ]

    def _draw_steps(self, shapes: Any, box: Box, pen: Pen) -> list[Any]:
        steps = self.plan.steps
        if not steps:
            return []
        drawn = []
        row = Box(box.left, box.bottom - _LEGEND, box.width, _LEGEND)
        cells = row.cells(columns=len(steps), rows=1, gap=_GAP)
        for number, (step, cell) in enumerate(zip(steps, cells, strict=True), start=1):
            fill, ink = of_step(number - 1, len(steps))
            size = fitting(step, width=cell.width, size=12, least=8)
            shape = add_text(
                shapes,
                cell,
                [Line(step, size, ink, align="center")],
                pen,
                name=f"Arti warna {number}",
                anchor="middle",
                fill=fill,
                inset=POINT,
            )
            drawn.append(shape)
        return drawn


def _note_change(shape: Any, tile: Tile, pen: Pen) -> None:
    """A tile without a text says its value to who hears it: that tells what it was."""
    [old] = shape.element.xpath("./*[1]/p:cNvPr/@descr") or [""]
    if old and old != f"{tile.name}: {tile.text}":
        pen.changes.append(Change(tile.name, old.removeprefix(f"{tile.name}: "), tile.text))


def _name(tile: Tile) -> str:
    return f"{tile.code} {tile.name}"


def _lines(tile: Tile, cell: Box, ink: Paint) -> list[Line]:
    """The name over its value, as large as the tile lets them be."""
    longest = max(tile.name.split(), key=len, default="")
    height = cell.height / POINT
    name = min(
        fitting(longest, width=cell.width - 4 * POINT, size=_LARGEST, least=_LEAST),
        fitting(tile.name, width=cell.width - 4 * POINT, size=_LARGEST, least=_LEAST, lines=2),
        max(_LEAST, height * 0.24),
    )
    value = min(
        fitting(tile.text, width=cell.width - 4 * POINT, size=20, least=_LEAST),
        max(_LEAST, height * 0.3),
    )
    return [
        Line(tile.name, round(name, 1), ink, align="center"),
        Line(tile.text, round(value, 1), ink, bold=True, align="center"),
    ]
