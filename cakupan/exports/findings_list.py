"""The sheet that lists every finding with its place and its remedy, to be read and printed."""

from collections.abc import Mapping, Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet

from cakupan.exports.found_cells import COLOURS, Place, ToldFinding, place_of
from cakupan.exports.palette import BLUE, GREY, INK, LINE, WHITE
from cakupan.exports.untrusted_cells import CellWriter, plain_text
from cakupan.texts import Words

_WIDTHS = {
    "number": 6,
    "severity": 20,
    "sheet": 18,
    "cell": 11,
    "value": 22,
    "message": 52,
    "fix": 52,
    "code": 24,
}
_BOX = {
    "border": 1,
    "border_color": f"#{LINE}",
    "valign": "top",
    "align": "left",
    "indent": 1,
    "text_wrap": True,
}
_LAST = len(_WIDTHS) - 1
_LONGEST_VALUE = 500
# Not every program makes a row as high as its text: it is told. Excel allows 409.
_LINE_HEIGHT, _MARGIN, _HIGHEST = 15, 4, 400
Link = Mapping[tuple[str, Place], str]


class FindingsList:
    """Writes the sheet from the top down. ``links`` say where a found cell stands in a copy."""

    def __init__(self, paper: Worksheet, cells: CellWriter, say: Words, links: Link) -> None:
        self._paper = paper
        self._cells = cells
        self._say = say
        self._links = links
        self._row = 0

    def head(self, title: str, lines: Sequence[str]) -> None:
        """The title and what there is to know before the table."""
        self._across(title, bold=True, font_size=16, font_color=f"#{BLUE}")
        for place, line in enumerate(lines):
            self._across(line, font_color=f"#{INK if place else GREY}")
        self._row += 1

    def table(self, told: Sequence[ToldFinding]) -> None:
        """The findings, in the order they are given."""
        header = self._row
        for column, (name, width) in enumerate(_WIDTHS.items()):
            self._paper.set_column(column, column, width)
            look = {**_BOX, "bold": True, "font_color": f"#{WHITE}", "bg_color": f"#{BLUE}"}
            look["valign"] = "vcenter"
            text = self._say(f"findings_workbook.column.{name}")
            self._cells.write_text(self._paper, header, column, text, **look)
        for number, one in enumerate(told, start=1):
            self._finding(header + number, number, one)
        self._paper.freeze_panes(header + 1, 0)
        self._paper.autofilter(header, 0, header + len(told), _LAST)
        self._paper.repeat_rows(header)
        self._paper.set_row(header, 2 * _LINE_HEIGHT)
        self._paper.set_landscape()
        self._paper.set_paper(9)
        self._paper.set_margins(left=0.5, right=0.5)
        self._paper.fit_to_pages(1, 0)
        self._paper.set_footer("&L&A&R&P / &N")

    def _finding(self, row: int, number: int, one: ToldFinding) -> None:
        finding, write = one.finding, self._cells.write_text
        colour = f"#{COLOURS[finding.severity]}"
        severity = self._say(f"findings_workbook.severity.{finding.severity}")
        self._cells.write(self._paper, row, 0, number, **_BOX)
        write(self._paper, row, 1, severity, **_BOX, bg_color=colour)
        self._text(row, 2, finding.sheet)
        self._address(row, one)
        self._text(row, 4, finding.value)
        self._text(row, 5, _capital(one.message))
        self._text(row, 6, _capital(one.fix))
        write(self._paper, row, 7, finding.code, **_BOX, font_color=f"#{GREY}")
        self._paper.set_row(row, _height(one))

    def _text(self, row: int, column: int, text: str | None) -> None:
        shown = plain_text(text or "", _LONGEST_VALUE)
        self._cells.write(self._paper, row, column, shown, **_BOX)

    def _address(self, row: int, one: ToldFinding) -> None:
        """The cell's address; where the cell is copied, a way to it."""
        place = place_of(one.finding)
        link = self._links.get((one.finding.sheet or "", place)) if place else None
        if link is None:
            self._text(row, 3, one.finding.cell)
        else:
            look = self._cells.look(**_BOX, font_color=f"#{BLUE}", underline=1)
            self._paper.write_url(row, 3, link, look, one.finding.cell)

    def _across(self, text: str, **look: object) -> None:
        """A line that runs on over the empty cells at its right."""
        self._cells.write_text(self._paper, self._row, 0, text, **look)
        self._row += 1


def _height(one: ToldFinding) -> int:
    """High enough for the longest of a row's texts."""
    texts = {"message": one.message, "fix": one.fix, "value": one.finding.value or ""}
    # A character of a width takes about 1.1 letters of a sentence.
    lines = max(ceil(len(text) / (1.1 * _WIDTHS[name])) for name, text in texts.items())
    return min(max(1, lines) * _LINE_HEIGHT + _MARGIN, _HIGHEST)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
