"""Damage that shows in the cells themselves, whether or not the table is one of ours."""

from collections.abc import Iterator

from cakupan.domain.findings import Finding
from etl.finding_codes import Code, found
from etl.readers.workbook import Sheet, cell_address

# Excel keeps fifteen digits of a number and makes the others zero.
_LONGEST = 10**15
_LOOK_AT = 50
_PERCENT_WORDS = frozenset(
    {"persen", "persentase", "percent", "percentage", "tingkat", "rate", "tpt", "tpak", "%"}
)
# A few rates above 100 are errors of their own; a tenth of them is a lost decimal sign.
_FEWEST, _SHARE = 3, 10


def check_hidden(sheet: Sheet) -> Iterator[Finding]:
    """A sheet, rows or columns that whoever looks at the file does not see."""
    if sheet.hidden and sheet.rows:
        yield found(Code.SHEET_HIDDEN, sheet=sheet.name)
    height = len(sheet.rows)
    width = max((len(row) for row in sheet.rows[:_LOOK_AT]), default=0)
    for code, spans, size in (
        (Code.ROWS_HIDDEN, sheet.hidden_rows, height),
        (Code.COLUMNS_HIDDEN, sheet.hidden_columns, width),
    ):
        count = sum(max(0, min(last + 1, size) - first) for first, last in spans)
        if count:
            yield found(code, sheet=sheet.name, count=count)


def check_long_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Numbers of more than fifteen digits, whose last digits are gone: NIK, account numbers."""
    suspects: dict[int, str] = {}
    for line, row in enumerate(sheet.rows[:_LOOK_AT]):
        for index, cell in enumerate(row):
            if isinstance(cell, int | float) and abs(cell) >= _LONGEST:
                suspects.setdefault(index, cell_address(line, index))
    for index, cell in suspects.items():
        column = (row[index] for row in sheet.rows if len(row) > index)
        count = sum(isinstance(one, int | float) and abs(one) >= _LONGEST for one in column)
        yield found(Code.DIGITS_LOST, sheet=sheet.name, cell=cell, count=count)
