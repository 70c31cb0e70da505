"""Writes sample workbooks as .xlsx a person likes to open. Given books; chooses no figures."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cakupan.domain.sheets import Cell, SampleBook, SampleSheet

# A fixed date: the same books give the same bytes on every run. The file format knows no zone.
_CREATED = datetime(2025, 11, 27)  # noqa: DTZ001  a workbook's date has no zone
_BLUE, _PALE, _AMBER, _GREY = "#0B5CAD", "#EEF3F8", "#FFE3B8", "#5A6772"
_KEY_COLUMNS = 2


def write_samples(books: Iterable[SampleBook], target: Path) -> list[Path]:
    """Write every book into the folder ``target``, over what was there; returns the paths."""
    target.mkdir(parents=True, exist_ok=True)
    return [_write_book(book, target / book.file_name) for book in books]


def _write_book(book: SampleBook, path: Path) -> Path:
    with Workbook(str(path), {"in_memory": True}) as workbook:
        workbook.set_properties({"title": book.title, "author": "Cakupan", "created": _CREATED})
        looks = _Looks(workbook)
        for sheet in book.sheets:
            _SheetWriter(sheet, workbook.add_worksheet(sheet.name), looks).write()
    return path


class _Looks:
    """Cell formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, bool], Format] = {}
        self.title = workbook.add_format({"bold": True, "font_size": 13})
        self.marked = workbook.add_format({"bold": True, "font_size": 13, "bg_color": _AMBER})
        self.label = workbook.add_format({"font_color": _GREY})
        self.plain = workbook.add_format({})
        self.header = workbook.add_format(
            {
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": _BLUE,
                "text_wrap": True,
                "valign": "vcenter",
            }
        )

    def cell(self, value: Cell, *, total: bool) -> Format:
        """The look of a value; the reader's own Excel chooses the separators."""
        number_format = _number_format(value)
        if (number_format, total) not in self._made:
            emphasis = {"bold": True, "bg_color": _PALE} if total else {}
            self._made[number_format, total] = self._workbook.add_format(
                {"num_format": number_format, **emphasis}
            )
        return self._made[number_format, total]


def _number_format(value: Cell) -> str:
    if isinstance(value, Decimal):
        places = max(0, -int(value.as_tuple().exponent))
        return "#,##0." + "0" * places if places else "#,##0"
    return "#,##0" if isinstance(value, int) else "@"


class _SheetWriter:
    """Puts one sheet on paper: metadata, an empty row, the header, the rows."""

    def __init__(self, sheet: SampleSheet, paper: Worksheet, looks: _Looks) -> None:
        self._sheet = sheet
        self._paper = paper
        self._looks = looks
        self._header_row = len(sheet.metadata) + 1
        self._last_row = self._header_row + len(sheet.rows)
        self._last_column = len(sheet.columns) - 1

    def write(self) -> None:
        """Write everything and set the sheet up for screen and paper."""
        self._write_metadata()
        self._write_table()
        self._set_up_screen()
        self._set_up_paper()

    def _write_metadata(self) -> None:
        title = self._looks.marked if self._sheet.mark else self._looks.title
        if self._sheet.mark:
            for column in range(self._last_column + 1):
                self._paper.write_blank(0, column, None, title)
        for row, (label, text) in enumerate(self._sheet.metadata):
            self._paper.write_string(row, 0, label, self._looks.label if row else title)
            self._paper.write_string(row, 1, text, self._looks.plain if row else title)

    def _write_table(self) -> None:
        for place, column in enumerate(self._sheet.columns):
            self._paper.set_column(place, place, column.width)
            self._paper.write_string(self._header_row, place, column.header, self._looks.header)
        for index, cells in enumerate(self._sheet.rows):
            total = index in self._sheet.total_rows
            for place, value in enumerate(cells):
                self._write_cell(self._header_row + 1 + index, place, value, total=total)

    def _write_cell(self, row: int, column: int, value: Cell, *, total: bool) -> None:
        look = self._looks.cell(value, total=total)
        if value is None or value == "":
            if total:
                self._paper.write_blank(row, column, None, look)
        elif isinstance(value, str):
            self._paper.write_string(row, column, value, look)
        else:
            self._paper.write_number(row, column, value, look)

    def _set_up_screen(self) -> None:
        self._paper.freeze_panes(self._header_row + 1, _KEY_COLUMNS)
        self._paper.autofilter(self._header_row, 0, self._last_row, self._last_column)
        # Codes and years are text on purpose: no green corner on each of them.
        codes = f"A1:C{self._last_row + 1}"
        headers = f"A{self._header_row + 1}:Z{self._header_row + 1}"
        self._paper.ignore_errors({"number_stored_as_text": f"{codes} {headers}"})
        if self._sheet.mark:
            self._paper.set_tab_color(_AMBER)

    def _set_up_paper(self) -> None:
        self._paper.set_landscape()
        self._paper.set_paper(9)
        self._paper.fit_to_pages(1, 0)
        self._paper.repeat_rows(self._header_row)
        self._paper.set_footer("&L&A&R&P / &N")
        if self._sheet.mark:
            self._paper.set_header(f'&C&"-,Bold"&14{self._sheet.mark}')
