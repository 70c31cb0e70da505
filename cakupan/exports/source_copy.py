"""Writes the copy of a sheet, the found cells coloured and explained. Which rows: copy_plan."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from cakupan.exports.copy_plan import SheetCopy
from cakupan.exports.found_cells import COLOURS, ToldFinding
from cakupan.exports.untrusted_cells import CellValue, CellWriter, plain_text
from cakupan.texts import Words

# A cell shows no more of a text; the findings stand in full on their own sheet.
_LONGEST_TEXT, _LONGEST_COMMENT = 500, 1_000
_NARROWEST, _WIDEST, _MEASURED_ROWS = 9, 42, 100
_COMMENT_WIDTH, _LETTERS_A_LINE, _LINE_HEIGHT, _MARGIN = 340, 50, 18, 24


def write_copy(copy: SheetCopy, paper: Worksheet, cells: CellWriter, say: Words) -> None:
    """Every row at its own number; rows that are not copied are hidden."""
    for row in copy.rows:
        for column, value in enumerate(copy.source.rows[row][: copy.columns]):
            if (row, column) not in copy.marks:
                cells.write(paper, row, column, _shortened(value))
    for row, column in copy.shown:
        values, found = copy.source.rows[row], copy.marks[row, column]
        value = values[column] if column < len(values) else None
        colour = COLOURS[found[0].finding.severity]
        cells.write(paper, row, column, _shortened(value), bg_color=f"#{colour}", border=1)
        _comment(paper, row, column, found, say)
    _set_up(copy, paper)


def _comment(
    paper: Worksheet, row: int, column: int, found: Sequence[ToldFinding], say: Words
) -> None:
    texts = [
        say(
            "findings_workbook.comment",
            severity=say(f"findings_workbook.severity.{one.finding.severity}"),
            message=one.message,
            fix=one.fix,
        )
        for one in found
    ]
    text = plain_text("\n\n".join(texts), _LONGEST_COMMENT)
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n"))
    size = {"width": _COMMENT_WIDTH, "height": lines * _LINE_HEIGHT + _MARGIN}
    paper.write_comment(row, column, text, {"author": "Cakupan", "font_size": 10, **size})


def _set_up(copy: SheetCopy, paper: Worksheet) -> None:
    if not copy.is_whole:
        paper.set_default_row(hide_unused_rows=True)
    if copy.marks:
        severities = {found[0].finding.severity for found in copy.marks.values()}
        worst = next(severity for severity in COLOURS if severity in severities)
        paper.set_tab_color(f"#{COLOURS[worst]}")
    paper.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    paper.set_landscape()
    paper.set_paper(9)
    paper.fit_to_pages(1, 0)
    for column, width in enumerate(_widths(copy)):
        paper.set_column(column, column, width)


def _widths(copy: SheetCopy) -> list[int]:
    """As wide as the first rows need, within reason."""
    widths: list[int] = []
    for row in copy.source.rows[:_MEASURED_ROWS]:
        for column, value in enumerate(row[: copy.columns]):
            if column == len(widths):
                widths.append(_NARROWEST)
            length = 0 if value is None else len(str(value)) + 2
            widths[column] = min(max(widths[column], length), _WIDEST)
    return widths


def _shortened(value: CellValue) -> CellValue:
    return plain_text(value, _LONGEST_TEXT) if isinstance(value, str) else value
