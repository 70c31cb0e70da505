"""Which rows of which sheets are copied beside the findings: all of them, or what is found."""

from collections.abc import Mapping, Sequence

from cakupan.domain.records import Record
from cakupan.exports.found_cells import Place, SourceSheet, ToldFinding
from cakupan.exports.untrusted_cells import MOST_COLUMNS, MOST_ROWS

# So much is copied in all; of a sheet that does not fit, the top and the rows found.
MOST_CELLS, MOST_SHEETS = 200_000, 100
TOP_ROWS, FOUND_ROWS, EXCERPT_COLUMNS = 20, 2_000, 200

Marks = Mapping[Place, Sequence[ToldFinding]]


class SheetCopy(Record, frozen=True):
    """What is copied of a sheet: ``rows`` (zero-based, in order) as far as ``columns``."""

    source: SourceSheet
    marks: Marks
    rows: Sequence[int]
    columns: int
    is_whole: bool

    @property
    def shown(self) -> list[Place]:
        """The found cells that stand in a copied row; one may lie far below all that was read."""
        copied = set(self.rows)
        return [place for place in self.marks if place[0] in copied]

    @property
    def found_rows(self) -> int:
        """How many rows below the top are copied for their findings."""
        return sum(row >= TOP_ROWS for row in self.rows)


def plan_copies(sheets: Sequence[SourceSheet], placed: Mapping[str, Marks]) -> list[SheetCopy]:
    """What to copy, in the order of the sheets. A sheet that is missing does not fit.

    Sheets with findings are given room first.
    """
    room = MOST_CELLS
    plan: dict[str, SheetCopy] = {}
    for sheet in sorted(sheets, key=lambda one: one.name not in placed):
        if sheet.name in plan or len(plan) == MOST_SHEETS:
            continue
        copy, size = _copy(sheet, placed.get(sheet.name, {}), room)
        if copy is not None:
            plan[sheet.name] = copy
            room -= size
    return [plan[name] for name in dict.fromkeys(sheet.name for sheet in sheets) if name in plan]


def _copy(sheet: SourceSheet, marks: Marks, room: int) -> tuple[SheetCopy | None, int]:
    """The copy and how many cells it takes; None where there is no room or no reason for one."""
    widths = [len(row) for row in sheet.rows]
    width, size = max(widths, default=0), sum(widths)
    if size <= room and width <= MOST_COLUMNS and len(widths) <= MOST_ROWS:
        return SheetCopy(sheet, marks, range(len(widths)), MOST_COLUMNS, is_whole=True), size
    columns = min(width, EXCERPT_COLUMNS)
    found = sorted({row for row, _ in marks if TOP_ROWS <= row < len(widths)})
    rows = [*range(min(TOP_ROWS, len(widths))), *found[:FOUND_ROWS]][: room // columns]
    if not marks or not rows:
        return None, 0
    return SheetCopy(sheet, marks, rows, columns, is_whole=False), len(rows) * columns
