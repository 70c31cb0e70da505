"""A workbook by itself: its figures and findings, sheet by sheet. No database comes in here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.reference import Reference
from etl.checks.duplicates import check_duplicates
from etl.checks.totals import check_totals, find_totals
from etl.families import Families
from etl.finding_codes import OF_A_SHEET, Code, found
from etl.number_text import DecimalSign, NumberProblem, read_number
from etl.readers.workbook import Workbook, cell_address
from etl.region_match import RegionMatcher
from etl.shape.cells import cell_text
from etl.shape.meaning import Lexicon
from etl.shape.places import Gazetteer
from etl.shape.rows import read_rows
from etl.shape.table import Table, find_table
from etl.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Examination:
    """What a workbook holds. ``families`` are the ids of its tables' families, each once."""

    families: tuple[str, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]


def examine(
    workbook: Workbook, file_name: str, *, reference: Reference, families: Families
) -> Examination:
    """Read every sheet and check it; one run tells everything."""
    directory = reference.directory
    matcher = RegionMatcher(directory, reference.aliases, reference.lineage)
    gazetteer = Gazetteer(directory, matcher, families.vocabulary)
    lexicon = Lexicon.of(families.vocabulary, reference)
    tables: list[Table] = []
    figures: list[Figure] = []
    findings: list[Finding] = []
    for sheet in workbook.sheets:
        table = find_table(sheet, families, file_name)
        if isinstance(table, Finding):
            findings.append(table)
        elif table is not None:
            tables.append(table)
            reading = read_rows(table, gazetteer, lexicon)
            totals = find_totals(reading)
            summing = {id(total.reading) for total in totals}
            figures += [
                one.figure(sheet.name) for one in reading.readings if id(one) not in summing
            ]
            findings += [
                *_left_aside(table),
                *reading.findings,
                *check_totals(sheet.name, totals, directory),
            ]
    findings += check_duplicates(figures, directory)
    return Examination(
        families=tuple(dict.fromkeys(table.family.id for table in tables)),
        figures=tuple(figures),
        findings=tuple(_judged(findings, has_table=bool(tables), has_figures=bool(figures))),
    )


def _left_aside(table: Table) -> Iterator[Finding]:
    """What was not read, and what was taken from elsewhere than the table."""
    for column in table.columns.unread:
        cell = cell_address(table.header, column.index)
        if column.topic:
            yield found(
                Code.NOT_OURS,
                sheet=table.sheet,
                cell=cell,
                value=column.header,
                topic=column.topic,
            )
        else:
            code = _unread_code(table, column.index)
            yield found(code, sheet=table.sheet, cell=cell, value=column.header)
    if table.family.file_name:
        yield found(Code.MEASURE_FROM_FILE_NAME, sheet=table.sheet, value=table.family.file_name)
    month = table.says.get(Role.MONTH)
    if month is not None and month.cell is None and Role.MONTH not in table.columns.roles:
        yield found(Code.MONTH_DECLARED, sheet=table.sheet, value=cell_text(month.value))


def _unread_code(table: Table, index: int) -> Code:
    """Words under an unknown header may split the rows up; numbers are a column too many."""
    for _, row in table.body:
        if read_number(row[index], sign=DecimalSign.UNKNOWN).problem is NumberProblem.UNREADABLE:
            return Code.BREAKDOWN_NOT_READ
    return Code.COLUMN_NOT_READ


def _judged(findings: list[Finding], *, has_table: bool, has_figures: bool) -> Iterator[Finding]:
    """A sheet without a table matters only where no sheet has one; no figure at all refuses."""
    judged = [
        replace(finding, severity=Severity.REFUSES)
        if finding.code in OF_A_SHEET and not has_table
        else finding
        for finding in findings
    ]
    yield from judged
    stopped = any(one.severity in (Severity.REFUSES, Severity.ASKS) for one in judged)
    if not has_figures and not stopped:
        yield found(Code.NO_FIGURES)
