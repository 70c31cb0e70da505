"""Lists that cells are chosen from: inside the cell's own rule, or on a sheet where too long."""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from cakupan.exports.template_looks import HEADER, PRINTED, dress_like

# Excel's own limit for a list inside a rule; a comma there ends a choice.
_INLINE = 255
_WIDTH = 44


class ChoiceLists:
    """The lists of one workbook. A long one is written once, to the sheet ``name`` at the end."""

    def __init__(self, workbook: Workbook, name: str) -> None:
        self._workbook = workbook
        self._name = name
        self._paper: Worksheet | None = None
        self._placed: dict[tuple[str, ...], str] = {}

    def formula(self, choices: tuple[str, ...]) -> str:
        """What a rule calls this list by."""
        inline = ",".join(choices)
        if len(inline) <= _INLINE and not any("," in choice for choice in choices):
            return f'"{inline}"'
        if choices not in self._placed:
            self._placed[choices] = self._place(choices)
        return self._placed[choices]

    def _place(self, choices: tuple[str, ...]) -> str:
        paper = self._sheet()
        column = len(self._placed) + 1
        letter = get_column_letter(column)
        paper.column_dimensions[letter].width = _WIDTH
        texts = enumerate((self._name, *choices), start=1)
        head, first, *others = (paper.cell(row, column, text) for row, text in texts)
        HEADER.put_on(head)
        PRINTED.put_on(first)
        for cell in others:
            dress_like(cell, first)
        return f"{quote_sheetname(self._name)}!${letter}$2:${letter}${len(choices) + 1}"

    def _sheet(self) -> Worksheet:
        if self._paper is None:
            self._paper = self._workbook.create_sheet(self._name)
            self._paper.freeze_panes = "A2"
            self._paper.protection.enable()
        return self._paper
