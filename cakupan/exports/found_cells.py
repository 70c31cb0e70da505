"""What is handed in about a file: its findings in words, its sheets; and where the findings lie."""

import re
from collections.abc import Iterable, Sequence

from xlsxwriter.utility import xl_cell_to_rowcol

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.records import Record
from cakupan.exports.palette import AMBER, RED, SKY, YELLOW
from cakupan.exports.untrusted_cells import MOST_COLUMNS, MOST_ROWS, CellValue

COLOURS = {
    Severity.REFUSES: RED,
    Severity.ASKS: AMBER,
    Severity.WARNS: YELLOW,
    Severity.NOTES: SKY,
}
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}", re.ASCII)
Place = tuple[int, int]


class ToldFinding(Record, frozen=True):
    """A finding in words: what was found (without its place), and what to do about it."""

    finding: Finding
    message: str
    fix: str


class SourceSheet(Record, frozen=True):
    """A sheet as it was read; ``rows[0][0]`` is A1. Rows differ in length."""

    name: str
    rows: Sequence[Sequence[CellValue]]


def place_of(finding: Finding) -> Place | None:
    """Row and column from zero; None where the finding names no cell that a sheet can have."""
    if finding.cell is None or not _ADDRESS.fullmatch(finding.cell):
        return None
    row, column = xl_cell_to_rowcol(finding.cell)
    return (row, column) if row < MOST_ROWS and column < MOST_COLUMNS else None


def by_place(told: Iterable[ToldFinding]) -> dict[str, dict[Place, list[ToldFinding]]]:
    """Findings by sheet and cell, the worst of a cell first; those of no cell are left out."""
    placed: dict[str, dict[Place, list[ToldFinding]]] = {}
    for one in told:
        place = place_of(one.finding)
        if one.finding.sheet is not None and place is not None:
            placed.setdefault(one.finding.sheet, {}).setdefault(place, []).append(one)
    for cells in placed.values():
        for found in cells.values():
            found.sort(key=lambda one: list(Severity).index(one.finding.severity))
    return placed
