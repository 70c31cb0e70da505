"""Writes forms as .xlsx that a person fills in easily and can hardly fill in wrongly.

Given books; chooses no words and no rows.
"""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell as PaperCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cakupan.domain.sheets import Cell
from cakupan.domain.templates import (
    CellState,
    Entry,
    TemplateBook,
    TemplateColumn,
    TemplateLine,
    TemplateSheet,
)
from cakupan.exports import template_looks as looks
from cakupan.exports.choice_lists import ChoiceLists
from cakupan.exports.printing import prepare_for_paper
from cakupan.exports.reproducible import save
from cakupan.exports.template_checks import colour, take
from cakupan.exports.template_guide import write_guide

_ROW, _HEADER_ROW = 18, 26


def write_templates(books: Iterable[TemplateBook], target: Path) -> list[Path]:
    """Write every book into the folder ``target``, over what was there; returns the paths.

    ``OSError`` where the folder or a file cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    return [_write_book(book, target / book.file_name) for book in books]


def _write_book(book: TemplateBook, path: Path) -> Path:
    workbook = Workbook()
    workbook.properties.title, workbook.properties.creator = book.title, "Cakupan"
    guide = workbook.worksheets[0]
    guide.title = book.guide.name
    write_guide(book.guide, guide)
    lists = ChoiceLists(workbook, book.lists_name)
    for sheet in book.sheets:
        paper = workbook.create_sheet(sheet.name)
        _SheetWriter(sheet, paper, lists, book.complaint_title).write()
    save(workbook, path)
    return path


class _SheetWriter:
    """Puts one sheet on paper: lines, an empty row, the header, the rows."""

    def __init__(
        self, sheet: TemplateSheet, paper: Worksheet, lists: ChoiceLists, complaint_title: str
    ) -> None:
        self._sheet = sheet
        self._paper = paper
        self._lists = lists
        self._complaint_title = complaint_title
        self._header = len(sheet.lines) + 2
        self._first, self._last = self._header + 1, self._header + len(sheet.rows)
        # The first cell of each column, by whether its row begins a block.
        self._patterns: dict[tuple[int, bool], PaperCell] = {}
        self._letters = [get_column_letter(place) for place in range(1, len(sheet.columns) + 1)]

    def write(self) -> None:
        """Write everything and set the sheet up for screen and paper."""
        for row, line in enumerate(self._sheet.lines, start=1):
            self._write_line(row, line)
        for letter, column in zip(self._letters, self._sheet.columns, strict=True):
            self._write_header(letter, column)
        for index, cells in enumerate(self._sheet.rows):
            self._write_row(index, cells)
        self._set_up_screen()
        self._set_up_paper()

    def _write_line(self, row: int, line: TemplateLine) -> None:
        looks.LABEL.put_on(self._paper.cell(row, 1, line.label))
        beside = self._paper.cell(row, 2, line.text or None)
        if line.entry is None:
            (looks.TITLE if row == 1 else looks.PLAIN).put_on(beside)
        else:
            looks.look_of(line.entry).put_on(beside)
            self._take(beside.coordinate, line.entry)
            colour(self._paper, beside.coordinate, line.entry)

    def _write_header(self, letter: str, column: TemplateColumn) -> None:
        self._paper.column_dimensions[letter].width = column.width
        header = self._paper[f"{letter}{self._header}"]
        header.value = column.header
        looks.header_look(column.entry).put_on(header)
        if column.entry is not None:
            cells = f"{letter}{self._first}:{letter}{self._last}"
            self._take(cells, column.entry)
            row = f"${self._letters[0]}{self._first}:${self._letters[-1]}{self._first}"
            colour(self._paper, cells, column.entry, row_of_cells=row)

    def _write_row(self, index: int, cells: tuple[Cell, ...]) -> None:
        begins = index in self._sheet.blocks
        for place, (value, column) in enumerate(zip(cells, self._sheet.columns, strict=True)):
            cell = self._paper.cell(self._first + index, place + 1, value)
            pattern = self._patterns.setdefault((place, begins), cell)
            if pattern is not cell:
                looks.dress_like(cell, pattern)
                continue
            look = looks.look_of(column.entry)
            (look.beginning_a_block() if begins else look).put_on(cell)

    def _take(self, cells: str, entry: Entry) -> None:
        take(self._paper, cells, entry, lists=self._lists, complaint_title=self._complaint_title)

    def _set_up_screen(self) -> None:
        paper = self._paper
        paper.sheet_format.defaultRowHeight, paper.sheet_format.customHeight = _ROW, True
        paper.row_dimensions[self._header].height = _HEADER_ROW
        paper.freeze_panes = f"{self._letters[self._sheet.key_columns]}{self._first}"
        # Over the printed columns only: the buttons would cover headers at the right.
        last_key = self._letters[self._sheet.key_columns - 1]
        paper.auto_filter.ref = f"A{self._header}:{last_key}{self._last}"
        paper.sheet_properties.tabColor = looks.COLOURS[CellState.MISSING]
        # Without a password: it guards against slips, not against people.
        paper.protection.enable()
        paper.protection.autoFilter = paper.protection.formatColumns = False

    def _set_up_paper(self) -> None:
        prepare_for_paper(self._paper, "landscape")
        self._paper.print_title_rows = f"{self._header}:{self._header}"
