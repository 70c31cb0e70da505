"""Corrections on record, applied to a table: what each changed, or that it is not needed any more.

What is wrong in a source is decided in data/reference/corrections.toml.
"""

from collections.abc import Iterable

from cakupan.domain.findings import Finding
from cakupan.domain.records import replace
from etl.corrections import Correction
from etl.finding_codes import Code, found
from etl.readers.workbook import cell_address
from etl.shape.cells import cell_text
from etl.shape.table import Table
from etl.vocabulary import label


def correct(table: Table, corrections: Iterable[Correction]) -> tuple[Table, list[Finding]]:
    """The table as its source should have sent it, and a finding for each of its corrections."""
    findings: list[Finding] = []
    for correction in corrections:
        places = {
            role: table.columns.roles.get(role) for role in (*correction.rows, correction.column)
        }
        if correction.family == table.family.id and None not in places.values():
            table, finding = _corrected(table, correction)
            findings += [] if finding is None else [finding]
    return table, findings


def _corrected(table: Table, correction: Correction) -> tuple[Table, Finding | None]:
    """The table with one correction; no finding where none of its rows are there."""
    column = table.columns.roles[correction.column]
    marks = {table.columns.roles[role]: text for role, text in correction.rows.items()}
    rows = [
        place
        for place, (_, row) in enumerate(table.body)
        if all(label(cell_text(row[index])) == text for index, text in marks.items())
    ]
    if not rows:
        return table, None
    wrong = [
        place
        for place in rows
        if label(cell_text(table.body[place][1][column])) == correction.wrong
    ]
    number, first = table.body[(wrong or rows)[0]]
    finding = found(
        Code.CORRECTION_APPLIED if wrong else Code.CORRECTION_NOT_NEEDED,
        sheet=table.sheet,
        cell=cell_address(number, column),
        value=cell_text(first[column]),
        corrected=correction.right,
        correction=correction.id,
        rows=len(wrong),
    )
    lines = [table.body[place] for place in wrong]
    righted = {line: (*row[:column], correction.right, *row[column + 1 :]) for line, row in lines}
    return replace(table, body=table.body.with_rows(righted)), finding
