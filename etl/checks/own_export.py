"""A workbook that Cakupan wrote itself: its figures are here already, rounded sums among them."""

from collections.abc import Sequence

from cakupan.domain.findings import Finding
from cakupan.domain.own_exports import EXPORT_MARK
from etl.finding_codes import Code, found
from etl.readers.workbook import Sheet, cell_address

# The mark stands in a note above the table.
_LOOK_AT = 20


def own_export(sheets: Sequence[Sheet]) -> Finding | None:
    """Where the mark of our exports stands, if anywhere."""
    for sheet in sheets:
        for line, row in enumerate(sheet.rows[:_LOOK_AT]):
            for index, cell in enumerate(row):
                if isinstance(cell, str) and EXPORT_MARK in cell:
                    place = cell_address(line, index)
                    return found(Code.OWN_EXPORT, sheet=sheet.name, cell=place)
    return None
