"""A native table: as many rows on a slide as can be read from afar."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.exports.slides import places
from cakupan.exports.slides.figure import Page, describe, spans
from cakupan.exports.slides.paint import ACCENT, INK, PAPER, QUIET, Paint
from cakupan.exports.slides.pen import Change, Pen
from cakupan.exports.slides.places import POINT, Box
from cakupan.exports.slides.text_shapes import LETTER
from cakupan.texts.column_text import column_texts
from cakupan.texts.number_format import MISSING

_MOST_ROWS, _MOST_PAGES = 13, 3
_SIZES = (16, 14, 12, 11)
_HEAD_LINES, _PADDING = 2, 3.2
_NUMBER = re.compile(r"[+−-]?(Rp)?[\d.,]+( |%|–|$)")
_TALLEST = round(0.46 * places.INCH)


class TableFigure(Record, frozen=True):
    """Columns with their texts; the first one names the rows."""

    columns: Sequence[Column]
    texts: Sequence[Sequence[str]]
    size: float
    alt: str

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """The table, no higher than its rows need."""
        rows = len(self.texts[0]) + 1
        height = min(box.height, _TALLEST * rows)
        frame = shapes.add_table(
            rows, len(self.columns), *map(Emu, (box.left, box.top, box.width, height))
        )
        table = frame.table
        self._measure(table, box.width, height)
        for place, column in enumerate(self.columns):
            self._cell(table, 0, place, column.title, pen)
            for line, text in enumerate(self.texts[place], start=1):
                self._cell(table, line, place, text, pen)
        describe(frame, self.alt)
        return frame

    def renew(self, shape: Any, pen: Pen) -> bool:
        """The cells; a table of another size is drawn anew."""
        if not getattr(shape, "has_table", False):
            return False
        table, count = shape.table, len(shape.table.columns)
        if len(table.rows) != len(self.texts[0]) + 1 or not 0 < count <= len(self.columns):
            return False
        describe(shape, self.alt)
        before = _rows_of(table)
        for place, column in enumerate(self.columns[:count]):
            for line, text in enumerate([column.title, *self.texts[place]]):
                pen.write(table.cell(line, place).text_frame.paragraphs[0], text, tell=False)
        pen.changes += _changes(
            before, _rows_of(table), [one.title for one in self.columns[:count]]
        )
        return True

    def _measure(self, table: Any, width: int, height: int) -> None:
        """Columns as wide as their texts ask; a higher head where a title needs two lines."""
        widths = list(self._widths(width))
        for place, each in enumerate(widths):
            table.columns[place].width = Emu(each)
        broken = any(
            (len(column.title) + 2) * self.size * LETTER * POINT > each
            for column, each in zip(self.columns, widths, strict=True)
        )
        row = height / (len(table.rows) + (_HEAD_LINES - 1) * broken * 0.5)
        for each in table.rows:
            each.height = Emu(int(row))
        table.rows[0].height = Emu(height - int(row) * (len(table.rows) - 1))

    def _cell(self, table: Any, row: int, place: int, text: str, pen: Pen) -> None:
        cell = table.cell(row, place)
        fill = ACCENT if row == 0 else QUIET if row % 2 == 0 else PAPER
        _fill(cell, fill)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        cell.margin_top = cell.margin_bottom = Emu(POINT)
        paragraph = cell.text_frame.paragraphs[0]
        left = place == 0 or (
            self.columns[place].kind is ColumnKind.TEXT and not _reads_as_numbers(self.texts[place])
        )
        paragraph.alignment = PP_ALIGN.LEFT if left else PP_ALIGN.RIGHT
        run = paragraph.add_run()
        run.text = pen.note(text)
        run.font.size = Pt(self.size)
        run.font.bold = row == 0 or place == 0
        run.font.fill.solid()
        rpr = run._r.get_or_add_rPr()  # noqa: SLF001  python-pptx shows no element
        rpr.replace(rpr[0], (PAPER if row == 0 else INK).element())

    def _widths(self, width: int) -> Iterator[int]:
        letters = [
            _letters(column, texts) for column, texts in zip(self.columns, self.texts, strict=True)
        ]
        return (round(width * each / sum(letters)) for each in letters)


def table_pages(
    columns: Sequence[Column], *, alt: str, language: Language, area: Box
) -> list[Page]:
    """The columns that fit, their rows over as many slides as needed."""
    texts = _told([column_texts(column, language) for column in columns])
    count, size = _fitting(columns, texts, area)
    rows = len(texts[0]) if texts else 0
    cut = (count, len(columns)) if count < len(columns) else None
    pages = []
    for start, end in spans(rows, most=_MOST_ROWS, pages=_MOST_PAGES):
        figure = TableFigure(
            columns[:count], [each[start:end] for each in texts[:count]], size, alt
        )
        span = None if (start, end) == (0, rows) else (start + 1, end, rows)
        pages.append(Page(figure, span, cut))
    return pages


def _told(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """Without the rows that hold nothing but their name, as long as others do."""
    rows = list(zip(*texts, strict=True))
    known = [row for row in rows if any(text not in {"", MISSING} for text in row[1:])]
    return [list(column) for column in zip(*(known or rows), strict=True)] or [[] for _ in texts]


def _fitting(
    columns: Sequence[Column], texts: Sequence[Sequence[str]], area: Box
) -> tuple[int, float]:
    """How many columns fit, at the largest type at which they do."""
    needed = [_letters(column, each) for column, each in zip(columns, texts, strict=True)]
    for size in _SIZES:
        if sum(needed) <= _room(size, area):
            return len(columns), size
    count = len(columns)
    while count > 2 and sum(needed[:count]) > _room(_SIZES[-1], area):
        count -= 1
    return count, _SIZES[-1]


def _room(size: float, area: Box) -> float:
    return area.width / POINT / (size * LETTER)


def _letters(column: Column, texts: Sequence[str]) -> float:
    """The width of a column in letters; its title may take two lines, but no word is broken."""
    title = max(len(column.title) / _HEAD_LINES, *map(len, column.title.split()), 1)
    return max(title, *map(len, texts), 1) + _PADDING


def _rows_of(table: Any) -> dict[str, list[str]]:
    """The cells of each row by its name."""
    rows = ([cell.text for cell in row.cells] for row in list(table.rows)[1:])
    return {name: cells for name, *cells in rows}


def _changes(
    before: Mapping[str, list[str]], after: Mapping[str, list[str]], titles: Sequence[str]
) -> Iterator[Change]:
    """What reads differently, row by row of the same name: rows may have changed places."""
    for name in dict.fromkeys([*after, *before]):
        old, new = (rows.get(name, [MISSING] * (len(titles) - 1)) for rows in (before, after))
        for title, one, other in zip(titles[1:], old, new, strict=True):
            if one != other:
                yield Change(f"{name} · {title}", one, other)


def _reads_as_numbers(texts: Sequence[str]) -> bool:
    """Whether all that is said are numbers, as in a column of ranges or of ranks in words."""
    said = [text for text in texts if text and text != MISSING]
    return bool(said) and all(_NUMBER.match(text) for text in said)


def _fill(cell: Any, paint: Paint) -> None:
    cell.fill.solid()
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  python-pptx shows no element
    old = properties.find("{http://schemas.openxmlformats.org/drawingml/2006/main}solidFill")
    properties.replace(old, paint.element())
