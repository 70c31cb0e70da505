"""What the cells of a form take, and the colours that tell what is missing or wrong.

Excel checks what is typed, not what is pasted: the colours see both.
"""

from typing import Literal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cakupan.domain.templates import CellState, Entry, EntryKind
from cakupan.exports.choice_lists import ChoiceLists
from cakupan.exports.palette import RED_INK
from cakupan.exports.template_looks import COLOURS, FRACTION_FORMAT, painted

_TYPES: dict[EntryKind, Literal["whole", "decimal", "list"] | None] = {
    EntryKind.COUNT: "whole",
    EntryKind.NUMBER: "decimal",
    EntryKind.TEXT: None,
    EntryKind.CHOICE: "list",
    EntryKind.OFFER: "list",
}
_NUMBERS = (EntryKind.COUNT, EntryKind.NUMBER)
# A number format needs an id beyond Excel's own.
_FRACTION_ID = 164


def take(
    paper: Worksheet, cells: str, entry: Entry, *, lists: ChoiceLists, complaint_title: str
) -> None:
    """Bind the rule and the hint of an entry to a range of cells (``"D10:D105"``)."""
    rule = DataValidation(
        type=_TYPES[entry.kind],
        allow_blank=True,
        showErrorMessage=bool(entry.complaint),
        errorTitle=complaint_title if entry.complaint else None,
        error=entry.complaint or None,
        showInputMessage=bool(entry.hint),
        prompt=entry.hint or None,
    )
    if entry.kind in _NUMBERS:
        rule.operator, rule.formula1 = "greaterThanOrEqual", str(entry.least)
    elif entry.choices:
        rule.formula1 = lists.formula(entry.choices)
    rule.add(cells)
    paper.add_data_validation(rule)


def colour(paper: Worksheet, cells: str, entry: Entry, *, row_of_cells: str = "") -> None:
    """Colour what is wrong and what is missing.

    ``row_of_cells`` (``"$A10:$H10"``) is the row of the range's first cell: where it holds nothing
    at all, nothing is missing.
    """
    cell = cells.partition(":")[0]
    rules: list[Rule] = []
    if entry.kind in _NUMBERS:
        fraction = f"IF(ISNUMBER({cell}),{cell}<>INT({cell}))"
        wrong = f"IF(ISNUMBER({cell}),{cell}<{entry.least},NOT(ISBLANK({cell})))"
        state = CellState.WRONG if entry.kind is EntryKind.COUNT else None
        rules = [
            _rule(wrong, CellState.WRONG),
            # One format for all numbers would leave a lone decimal sign on whole ones.
            _rule(fraction, state, number_format=FRACTION_FORMAT),
        ]
    if not entry.optional:
        begun = f"COUNTA({row_of_cells})>0" if row_of_cells else "TRUE"
        rules.append(_rule(f"AND(ISBLANK({cell}),{begun})", CellState.MISSING))
    for rule in rules:
        paper.conditional_formatting.add(cells, rule)


def _rule(formula: str, state: CellState | None, *, number_format: str = "") -> Rule:
    style = DifferentialStyle(
        font=Font(color=RED_INK, bold=True) if state is CellState.WRONG else None,
        fill=painted(COLOURS[state]) if state is not None else None,
        numFmt=NumberFormat(_FRACTION_ID, number_format) if number_format else None,
    )
    return Rule(type="expression", dxf=style, formula=[formula])
