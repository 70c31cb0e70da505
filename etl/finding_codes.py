"""Every code a finding of the tables can carry, and how much it matters. Sentences are in texts/.

Findings of a file that cannot be opened have codes of their own, beside the readers.
"""

from enum import StrEnum

from cakupan.domain.findings import Finding, Severity


class Code(StrEnum):
    """Stable names: in reports, in docs/checks.md and in texts/ (``findings.<code>``)."""

    NO_TABLE = "no-table"
    NO_REGION_COLUMN = "no-region-column"
    NO_VALUE_COLUMN = "no-value-column"
    NO_FIGURES = "no-figures"
    NOT_OURS = "not-ours"
    COLUMN_NOT_READ = "column-not-read"
    BREAKDOWN_NOT_READ = "breakdown-not-read"
    REGION_MISSING = "region-missing"
    REGION_UNKNOWN = "region-unknown"
    REGION_LOOKALIKE = "region-lookalike"
    REGION_CONFLICT = "region-conflict"
    REGION_AMBIGUOUS = "region-ambiguous"
    REGION_NAME_DIFFERS = "region-name-differs"
    NUMBER_UNREADABLE = "number-unreadable"
    NUMBER_AMBIGUOUS = "number-ambiguous"
    NUMBER_NEGATIVE = "number-negative"
    NUMBER_FRACTION = "number-fraction"
    ZERO_IS_MISSING = "zero-is-missing"
    ZERO_KEPT = "zero-kept"
    MEASURE_MISSING = "measure-missing"
    MEASURE_UNKNOWN = "measure-unknown"
    MEASURE_FROM_FILE_NAME = "measure-from-file-name"
    PERIOD_MISSING = "period-missing"
    PERIOD_UNREADABLE = "period-unreadable"
    MONTH_DECLARED = "month-declared"
    PUBLISHER_MISSING = "publisher-missing"
    UNIT_MISSING = "unit-missing"
    UNIT_CONFLICT = "unit-conflict"
    WORD_UNKNOWN = "word-unknown"
    DUPLICATE_FIGURE = "duplicate-figure"
    TOTAL_DIFFERS = "total-differs"
    TOTAL_UNCHECKED = "total-unchecked"
    TOTAL_UNPLACED = "total-unplaced"
    ROW_TOTAL_DIFFERS = "row-total-differs"


_ASKS = {
    Code.REGION_AMBIGUOUS,
    Code.NUMBER_AMBIGUOUS,
    Code.MEASURE_MISSING,
    Code.MEASURE_UNKNOWN,
    Code.PERIOD_MISSING,
    Code.PUBLISHER_MISSING,
    Code.UNIT_MISSING,
}
_WARNS = {
    Code.BREAKDOWN_NOT_READ,
    Code.ZERO_IS_MISSING,
    Code.ZERO_KEPT,
    Code.TOTAL_DIFFERS,
    Code.TOTAL_UNPLACED,
    Code.ROW_TOTAL_DIFFERS,
}
_NOTES = {
    Code.NO_TABLE,
    Code.NO_REGION_COLUMN,
    Code.NO_VALUE_COLUMN,
    Code.NOT_OURS,
    Code.COLUMN_NOT_READ,
    Code.REGION_NAME_DIFFERS,
    Code.MEASURE_FROM_FILE_NAME,
    Code.MONTH_DECLARED,
    Code.TOTAL_UNCHECKED,
}
# Faults of one sheet: they refuse the workbook where no other sheet holds a table.
OF_A_SHEET = frozenset({Code.NO_TABLE, Code.NO_REGION_COLUMN, Code.NO_VALUE_COLUMN, Code.NOT_OURS})


def severity_of(code: Code) -> Severity:
    """What a code does to its file by itself; what is not listed above refuses it."""
    if code in _ASKS:
        return Severity.ASKS
    if code in _WARNS:
        return Severity.WARNS
    return Severity.NOTES if code in _NOTES else Severity.REFUSES


def found(
    code: Code,
    *,
    sheet: str | None = None,
    cell: str | None = None,
    value: str | None = None,
    **details: str | int,
) -> Finding:
    """A finding with the severity of its code. A whole number in ``details`` is a count."""
    return Finding(
        code=code.value,
        severity=severity_of(code),
        sheet=sheet,
        cell=cell,
        value=value,
        details=details,
    )
