"""How the cells of a form look. No content comes in here."""

from copy import copy

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from cakupan.domain.records import Record, replace
from cakupan.domain.templates import CellState, Entry, EntryKind
from cakupan.exports.palette import BLUE, GREY, INK, LINE, PALE, RED, WHITE, YELLOW

COUNT_FORMAT, FRACTION_FORMAT, TEXT_FORMAT = "#,##0", "#,##0.00##", "@"
COLOURS = {
    CellState.MISSING: YELLOW,
    CellState.FREE: WHITE,
    CellState.LOCKED: PALE,
    CellState.WRONG: RED,
}
_THIN, _STRONG = Side(style="thin", color=LINE), Side(style="thin", color=GREY)
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BLOCK = Border(left=_THIN, right=_THIN, top=_STRONG, bottom=_THIN)
_MIDDLE = Alignment(vertical="center")
_WRAPPED = Alignment(vertical="center", wrap_text=True)
# Words keep a little distance from the line before them.
_LEFT = Alignment(horizontal="left", vertical="center", indent=1)
_LEFT_WRAPPED = Alignment(horizontal="left", vertical="center", indent=1, wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
_LOCKED, _OPEN = Protection(locked=True), Protection(locked=False)


class Look(Record, frozen=True):
    """Everything about a cell but its content."""

    font: Font
    fill: PatternFill | None = None
    border: Border | None = None
    alignment: Alignment = _MIDDLE
    number_format: str = TEXT_FORMAT
    protection: Protection = _LOCKED

    def put_on(self, cell: Cell) -> None:
        """Dress the cell."""
        cell.font = self.font
        cell.alignment = self.alignment
        cell.number_format = self.number_format
        cell.protection = self.protection
        if self.fill is not None:
            cell.fill = self.fill
        if self.border is not None:
            cell.border = self.border

    def beginning_a_block(self) -> "Look":
        """The same with a stronger line above."""
        return replace(self, border=_BLOCK)


def dress_like(cell: Cell, pattern: Cell) -> None:
    """Dress a cell as another of the same workbook: nothing of its look is worked out again."""
    # As openpyxl itself copies a sheet; its types keep silent about it.
    cell._style = copy(pattern._style)  # type: ignore[attr-defined]  # noqa: SLF001


def painted(colour: str) -> PatternFill:
    """A plain fill."""
    return PatternFill("solid", fgColor=colour, bgColor=colour)


def _font(*, size: int = 11, bold: bool = False, colour: str = INK) -> Font:
    return Font(name="Calibri", size=size, bold=bold, color=colour)


BOOK_TITLE = Look(_font(size=20, bold=True, colour=BLUE))
LEAD = Look(_font(size=12, colour=GREY), alignment=_WRAPPED)
SECTION = Look(_font(size=13, bold=True))
STEP = Look(_font(bold=True, colour=BLUE), alignment=Alignment(horizontal="center", vertical="top"))
TEXT = Look(_font(), alignment=Alignment(vertical="top", wrap_text=True))
MEANING = Look(_font(), alignment=_LEFT)
BOXED = Look(_font(), border=_GRID, alignment=_LEFT_WRAPPED)
TITLE = Look(_font(size=14, bold=True, colour=BLUE), alignment=_LEFT)
LABEL = Look(_font(colour=GREY), alignment=_LEFT)
PLAIN = Look(_font(), alignment=_LEFT)
HEADER = Look(
    _font(bold=True, colour=WHITE), fill=painted(BLUE), border=_GRID, alignment=_LEFT_WRAPPED
)
PRINTED = Look(_font(), fill=painted(PALE), border=_GRID, alignment=_LEFT)
_WORDS = Look(_font(), border=_GRID, alignment=_LEFT, protection=_OPEN)
_NUMBER = replace(_WORDS, alignment=_RIGHT, number_format=COUNT_FORMAT)
_NUMBERS = (EntryKind.COUNT, EntryKind.NUMBER)


def look_of(entry: Entry | None) -> Look:
    """A cell of the table or of the lines above it."""
    if entry is None:
        return PRINTED
    return _NUMBER if entry.kind in _NUMBERS else _WORDS


def header_look(entry: Entry | None) -> Look:
    """Headers stand over their numbers."""
    is_number = entry is not None and entry.kind in _NUMBERS
    return replace(HEADER, alignment=_RIGHT) if is_number else HEADER
