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
    OWN_EXPORT = "own-export"
    COLUMN_NOT_READ = "column-not-read"
    BREAKDOWN_NOT_READ = "breakdown-not-read"
    DETAIL_NOT_READ = "detail-not-read"
    TABLE_NUMBER_DIFFERS = "table-number-differs"
    FILE_NAME_DIFFERS = "file-name-differs"
    FILE_NAME_SUBJECT_DIFFERS = "file-name-subject-differs"
    RATE_IMPOSSIBLE = "rate-impossible"
    ANSWERS_REMEMBERED = "answers-remembered"
    ANSWER_UNREADABLE = "answer-unreadable"
    REGION_MISSING = "region-missing"
    REGION_UNSTATED = "region-unstated"
    REGION_UNKNOWN = "region-unknown"
    REGION_LOOKALIKE = "region-lookalike"
    REGION_CONFLICT = "region-conflict"
    REGION_AMBIGUOUS = "region-ambiguous"
    REGION_NAME_DIFFERS = "region-name-differs"
    ROW_LEFT_OUT = "row-left-out"
    CELL_LEFT_OUT = "cell-left-out"
    MEASURE_LEFT_OUT = "measure-left-out"
    TABLE_LEFT_OUT = "table-left-out"
    NUMBER_UNREADABLE = "number-unreadable"
    CELL_ERROR = "cell-error"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    NUMBER_BECAME_DATE = "number-became-date"
    NUMBER_AMBIGUOUS = "number-ambiguous"
    NUMBER_ACCEPTED = "number-accepted"
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
    FRAMEWORK_MISSING = "framework-missing"
    BASE_MISSING = "base-missing"
    PAYER_MISSING = "payer-missing"
    CATEGORY_MISSING = "category-missing"
    STAGE_MISSING = "stage-missing"
    CRITERION_MISSING = "criterion-missing"
    DOCUMENT_MISSING = "document-missing"
    CRITERION_UNKNOWN = "criterion-unknown"
    UNIT_MISSING = "unit-missing"
    UNIT_CONFLICT = "unit-conflict"
    WORD_UNKNOWN = "word-unknown"
    DUPLICATE_FIGURE = "duplicate-figure"
    TOTAL_DIFFERS = "total-differs"
    TOTAL_UNCHECKED = "total-unchecked"
    TOTAL_UNPLACED = "total-unplaced"
    ROW_TOTAL_DIFFERS = "row-total-differs"
    PART_ABOVE_WHOLE = "part-above-whole"
    PART_ABOVE_CURRENT = "part-above-current"
    LABOUR_FORCE_UNBALANCED = "labour-force-unbalanced"
    ROWS_PERMUTED = "rows-permuted"
    VALUES_SWAPPED = "values-swapped"
    DIGITS_SLIPPED = "digits-slipped"
    SAWTOOTH = "sawtooth"
    JUMP = "jump"
    COVERAGE_JUMP = "coverage-jump"
    TOO_MANY_PEOPLE = "too-many-people"
    UNIT_DIFFERS = "unit-differs"
    COVERAGE_ABOVE_ALL = "coverage-above-all"
    TARGET_IMPOSSIBLE = "target-impossible"
    TARGET_FALLS = "target-falls"
    MONTHS_IMPOSSIBLE = "months-impossible"
    MONTHS_MANY = "months-many"
    CONTRIBUTION_IMPLAUSIBLE = "contribution-implausible"
    AVERAGE_IMPLAUSIBLE = "average-implausible"
    MONEY_FOR_NOTHING = "money-for-nothing"
    PROGRAMMES_DIFFER = "programmes-differ"
    GROUPS_ABOVE_WHOLE = "groups-above-whole"
    PLACE_IMPOSSIBLE = "place-impossible"
    PLACE_TWICE = "place-twice"
    ASSESSED_YEAR_DIFFERS = "assessed-year-differs"
    SCORE_IMPOSSIBLE = "score-impossible"
    STATE_IMPOSSIBLE = "state-impossible"
    JUDGE_TWICE = "judge-twice"
    NOMINEE_UNKNOWN = "nominee-unknown"
    REGIONS_MISSING = "regions-missing"
    PERIODS_MISSING = "periods-missing"
    PERIOD_OLD = "period-old"
    BASIS_DIFFERS = "basis-differs"
    THOUSANDS_MENDED = "thousands-mended"
    THOUSANDS_LOST = "thousands-lost"
    COLUMNS_SHIFTED = "columns-shifted"
    MARGIN_DIFFERS = "margin-differs"
    DECIMALS_LOST = "decimals-lost"
    DIGITS_LOST = "digits-lost"
    SHEET_HIDDEN = "sheet-hidden"
    ROWS_HIDDEN = "rows-hidden"
    COLUMNS_HIDDEN = "columns-hidden"
    CORRECTION_APPLIED = "correction-applied"
    CORRECTION_NOT_NEEDED = "correction-not-needed"


_ASKS = {
    Code.REGION_UNSTATED,
    Code.ANSWER_UNREADABLE,
    Code.REGION_AMBIGUOUS,
    Code.NUMBER_AMBIGUOUS,
    Code.MEASURE_MISSING,
    Code.MEASURE_UNKNOWN,
    Code.PERIOD_MISSING,
    Code.PUBLISHER_MISSING,
    Code.FRAMEWORK_MISSING,
    Code.BASE_MISSING,
    Code.PAYER_MISSING,
    Code.CATEGORY_MISSING,
    Code.UNIT_MISSING,
    Code.DIGITS_SLIPPED,
    Code.UNIT_DIFFERS,
}
_WARNS = {
    Code.RATE_IMPOSSIBLE,
    Code.BREAKDOWN_NOT_READ,
    Code.ZERO_IS_MISSING,
    Code.ZERO_KEPT,
    Code.TOTAL_DIFFERS,
    Code.TOTAL_UNPLACED,
    Code.ROW_TOTAL_DIFFERS,
    Code.PART_ABOVE_WHOLE,
    Code.PART_ABOVE_CURRENT,
    Code.LABOUR_FORCE_UNBALANCED,
    Code.ROWS_PERMUTED,
    Code.VALUES_SWAPPED,
    Code.SAWTOOTH,
    Code.JUMP,
    Code.COVERAGE_JUMP,
    Code.TARGET_FALLS,
    Code.MONTHS_MANY,
    Code.CONTRIBUTION_IMPLAUSIBLE,
    Code.AVERAGE_IMPLAUSIBLE,
    Code.MONEY_FOR_NOTHING,
    Code.PROGRAMMES_DIFFER,
    Code.GROUPS_ABOVE_WHOLE,
    Code.PLACE_TWICE,
    Code.ASSESSED_YEAR_DIFFERS,
    Code.REGIONS_MISSING,
    Code.BASIS_DIFFERS,
    Code.THOUSANDS_LOST,
    Code.COLUMNS_SHIFTED,
    Code.MARGIN_DIFFERS,
    Code.DIGITS_LOST,
    Code.SHEET_HIDDEN,
    Code.ROWS_HIDDEN,
    Code.COLUMNS_HIDDEN,
    Code.CORRECTION_NOT_NEEDED,
}
_NOTES = {
    Code.DETAIL_NOT_READ,
    Code.TABLE_NUMBER_DIFFERS,
    Code.FILE_NAME_DIFFERS,
    Code.FILE_NAME_SUBJECT_DIFFERS,
    Code.ANSWERS_REMEMBERED,
    Code.NO_TABLE,
    Code.NO_REGION_COLUMN,
    Code.NO_VALUE_COLUMN,
    Code.NOT_OURS,
    Code.COLUMN_NOT_READ,
    Code.REGION_NAME_DIFFERS,
    Code.ROW_LEFT_OUT,
    Code.CELL_LEFT_OUT,
    Code.MEASURE_LEFT_OUT,
    Code.TABLE_LEFT_OUT,
    Code.NUMBER_ACCEPTED,
    Code.MEASURE_FROM_FILE_NAME,
    Code.MONTH_DECLARED,
    Code.TOTAL_UNCHECKED,
    Code.COVERAGE_ABOVE_ALL,
    Code.PERIODS_MISSING,
    Code.PERIOD_OLD,
    Code.THOUSANDS_MENDED,
    Code.CORRECTION_APPLIED,
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
