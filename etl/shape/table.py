"""Where the table of a sheet begins, of which family it is, and what stands above it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cakupan.domain.findings import Finding
from cakupan.texts.number_format import MISSING
from etl.families import Families, Family
from etl.finding_codes import Code, found
from etl.readers.workbook import CellValue, Sheet, cell_address
from etl.shape.cells import cell_text, is_blank
from etl.shape.columns import Columns, UnreadColumn, header_labels, read_columns
from etl.vocabulary import Role, Vocabulary, label

# Titles and lines above a table; further down a header would be a second table.
HEADER_WITHIN = 60
_LOOK_BELOW = 3
_NOT_SAID_ABOVE = {Role.VALUE, Role.IGNORED, Role.NOTE}

Row = Sequence[CellValue]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said of every figure of a table, and where; ``cell`` is None for a family's."""

    value: CellValue
    cell: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a sheet.

    ``header`` is the zero-based row of the header. ``body`` holds the rows below it that hold
    anything, each with its zero-based number and as wide as the header.
    """

    sheet: str
    header: int
    columns: Columns
    family: Family
    says: Mapping[Role, Statement]
    body: tuple[tuple[int, Row], ...]


def find_table(sheet: Sheet, families: Families, file_name: str) -> Table | Finding | None:
    """The table of a sheet, the reason why there is none, or None for an empty sheet."""
    without_region: Finding | None = None
    for number, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        family = families.of_header(header_labels(row), file_name)
        columns = read_columns(row, family, families.vocabulary)
        if columns.has_region and columns.values:
            return Table(
                sheet=sheet.name,
                header=number,
                columns=columns,
                family=family,
                says=_said_by(family) | _said_above(sheet.rows[:number], families.vocabulary),
                body=tuple(_below(sheet.rows, number)),
            )
        below = sheet.rows[number + 1 : number + 1 + _LOOK_BELOW]
        reason = _why_not(sheet.name, cell_address(number, 0), columns, below)
        if reason is not None and columns.has_region:
            # A region column is sure to be the header; what stands below it is none.
            return reason
        without_region = without_region or reason
    return without_region or (found(Code.NO_TABLE, sheet=sheet.name) if sheet.rows else None)


def _why_not(sheet: str, cell: str, columns: Columns, below: Sequence[Row]) -> Finding | None:
    """Why a row that looks like a header is none of ours; None for a row that looks like none."""
    foreign = next((column for column in columns.unread if column.topic), None)
    if not columns.has_region:
        several = len(columns.values) > 1
        return found(Code.NO_REGION_COLUMN, sheet=sheet, cell=cell) if several else None
    if foreign is not None:
        return found(
            Code.NOT_OURS, sheet=sheet, cell=cell, value=foreign.header, topic=foreign.topic
        )
    if len(columns.roles) > 2 or _holds_numbers(columns.unread, below):
        headers = ", ".join(f"“{column.header}”" for column in columns.unread[:5])
        return found(Code.NO_VALUE_COLUMN, sheet=sheet, cell=cell, headers=headers or MISSING)
    return None


def _holds_numbers(columns: Sequence[UnreadColumn], rows: Sequence[Row]) -> bool:
    """Whether digits stand under a column; a line above a table has none below it."""
    return any(
        character.isdigit()
        for row in rows
        for column in columns
        for character in (cell_text(row[column.index]) if column.index < len(row) else "")
    )


def _below(rows: Sequence[Row], header: int) -> Iterator[tuple[int, Row]]:
    """Rows with content; a header that is repeated on each printed page is none."""
    width = len(rows[header])
    for number in range(header + 1, len(rows)):
        row = rows[number]
        if row != rows[header] and not all(is_blank(cell) for cell in row):
            yield number, (*row, *[None] * (width - len(row)))


def _said_above(rows: Sequence[Row], vocabulary: Vocabulary) -> dict[Role, Statement]:
    """Lines such as ``Satuan | orang`` or ``Satuan: orang``; the first of a kind counts."""
    said: dict[Role, Statement] = {}
    for number, row in enumerate(rows):
        filled = [(index, cell) for index, cell in enumerate(row) if not is_blank(cell)]
        if not filled:
            continue
        first, *others = filled
        name, colon, rest = cell_text(first[1]).partition(":")
        role = vocabulary.roles.get(label(name))
        if role is None or role in _NOT_SAID_ABOVE:
            continue
        if colon and rest.strip():
            said.setdefault(role, Statement(rest.strip(), cell_address(number, first[0])))
        elif others:
            index, value = others[0]
            said.setdefault(role, Statement(value, cell_address(number, index)))
    return said


def _said_by(family: Family) -> dict[Role, Statement]:
    return {role: Statement(text, None) for role, text in family.says.items()}
