"""The sheet of instructions of a form: what to do, what the colours mean, what goes where."""

from math import ceil

from openpyxl.worksheet.worksheet import Worksheet

from cakupan.domain.sheets import Cell
from cakupan.domain.templates import Guide, GuideRow
from cakupan.exports import template_looks as looks
from cakupan.exports.palette import BLUE
from cakupan.exports.printing import prepare_for_paper

_WIDTHS = {"A": 3, "B": 5, "C": 24, "D": 48, "E": 29}
_FIRST, _LAST = 2, 5
_LINE_HEIGHT = 15.5
# Letters on a line of the merged text, rather too few than too many.
_LETTERS, _LETTERS_OF_CELL = 115, 54


def write_guide(guide: Guide, paper: Worksheet) -> None:
    """Fill the sheet and set it up for screen and paper."""
    writer = _GuideWriter(paper)
    writer.across(guide.title, looks.BOOK_TITLE, height=32)
    writer.across(guide.lead, looks.LEAD)
    writer.section(guide.steps_title)
    for number, step in enumerate(guide.steps, start=1):
        writer.step(number, step)
    writer.section(guide.legend_title)
    for state, text in guide.legend:
        writer.legend(looks.COLOURS[state], text)
    writer.section(guide.table_title)
    writer.table(guide.table_header, guide.table)
    _set_up(paper)


class _GuideWriter:
    """Writes from the top down."""

    def __init__(self, paper: Worksheet) -> None:
        self._paper = paper
        self._row = 1
        for letter, width in _WIDTHS.items():
            paper.column_dimensions[letter].width = width

    def section(self, title: str) -> None:
        """A heading with air above it."""
        self._next(12)
        self.across(title, looks.SECTION, height=24)

    def across(self, text: str, look: looks.Look, *, height: float = 0) -> None:
        """Text over the whole width."""
        self._merged(_FIRST, text, look)
        self._next(height or _height(text, _LETTERS))

    def step(self, number: int, text: str) -> None:
        """A numbered line."""
        self._put(_FIRST, number, looks.STEP)
        self._merged(_FIRST + 1, text, looks.TEXT)
        self._next(_height(text, _LETTERS) + 4)

    def legend(self, colour: str, text: str) -> None:
        """A swatch and what it means."""
        self._put(_FIRST, None, looks.BOXED)
        self._paper.cell(self._row, _FIRST).fill = looks.painted(colour)
        self._merged(_FIRST + 1, text, looks.MEANING)
        self._next(18)

    def table(self, header: tuple[str, str, str], rows: tuple[GuideRow, ...]) -> None:
        """Each column explained."""
        self._explained(header, looks.HEADER, 20)
        for row in rows:
            height = _height(row.meaning, _LETTERS_OF_CELL) + 5
            self._explained((row.column, row.meaning, row.example), looks.BOXED, height)
            example = self._paper.cell(self._row - 1, _LAST)
            if isinstance(row.example, int):
                example.number_format = looks.COUNT_FORMAT
            elif row.example is not None and not isinstance(row.example, str):
                example.number_format = looks.FRACTION_FORMAT

    def _explained(self, cells: tuple[Cell, ...], look: looks.Look, height: float) -> None:
        name, meaning, example = cells
        self._merged(_FIRST, name, look, last=_FIRST + 1)
        self._put(_LAST - 1, meaning, look)
        self._put(_LAST, example, look)
        self._next(height)

    def _merged(self, column: int, text: Cell, look: looks.Look, *, last: int = _LAST) -> None:
        for place in range(column, last + 1):
            self._put(place, text if place == column else None, look)
        self._paper.merge_cells(
            start_row=self._row, end_row=self._row, start_column=column, end_column=last
        )

    def _put(self, column: int, value: Cell, look: looks.Look) -> None:
        look.put_on(self._paper.cell(self._row, column, value))

    def _next(self, height: float) -> None:
        self._paper.row_dimensions[self._row].height = height
        self._row += 1


def _height(text: str, letters: int) -> float:
    """Merged cells do not grow with their text: it is given room by its length."""
    return max(1, ceil(len(text) / letters)) * _LINE_HEIGHT


def _set_up(paper: Worksheet) -> None:
    paper.sheet_view.showGridLines = False
    paper.protection.enable()
    prepare_for_paper(paper, "portrait")
    paper.sheet_properties.tabColor = BLUE
