"""What of a table was not read, and what was taken from elsewhere than the table: worth a word."""

from collections.abc import Iterator

from cakupan.domain.findings import Finding
from etl.finding_codes import Code, found
from etl.number_text import DecimalSign, NumberProblem, read_number
from etl.readers.workbook import cell_address
from etl.shape.cells import cell_text
from etl.shape.table import Table
from etl.vocabulary import Role


def left_aside(table: Table) -> Iterator[Finding]:
    """Columns of other subjects, of parts, and unknown ones; names and months believed."""
    yield from _columns(table)
    yield from _details(table)
    if table.family.file_name:
        yield found(Code.MEASURE_FROM_FILE_NAME, sheet=table.sheet, value=table.family.file_name)
    month = table.says.get(Role.MONTH)
    if (
        month is not None
        and cell_text(month.value) == table.family.says.get(Role.MONTH)
        and Role.MONTH not in table.columns.roles
    ):
        yield found(Code.MONTH_DECLARED, sheet=table.sheet, value=cell_text(month.value))
    if table.table_numbers is not None:
        named, titled = table.table_numbers
        yield found(Code.TABLE_NUMBER_DIFFERS, sheet=table.sheet, named=named, titled=titled)


def _columns(table: Table) -> Iterator[Finding]:
    for column in table.columns.unread:
        if column.part or not (column.topic or table.has_place):
            # Before it is known which column holds the regions, any of them may.
            continue
        cell = cell_address(column.row, column.index)
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


def _details(table: Table) -> Iterator[Finding]:
    """Columns that split people up, told once for each kind."""
    parts = dict.fromkeys(column.part for column in table.columns.unread if column.part)
    for part in parts:
        columns = [column for column in table.columns.unread if column.part == part]
        yield found(
            Code.DETAIL_NOT_READ,
            sheet=table.sheet,
            cell=cell_address(columns[0].row, columns[0].index),
            value=columns[0].header,
            others=len(columns) - 1,
            topic=part,
        )


def _unread_code(table: Table, index: int) -> Code:
    """Words under an unknown header may split the rows up; numbers are a column too many."""
    for cell in dict.fromkeys(table.cells(index)):
        if read_number(cell, sign=DecimalSign.UNKNOWN).problem is NumberProblem.UNREADABLE:
            return Code.BREAKDOWN_NOT_READ
    return Code.COLUMN_NOT_READ
