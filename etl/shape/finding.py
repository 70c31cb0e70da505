"""Finding the tables of a sheet: where each begins, whether it is ours, where it ends."""

from collections.abc import Callable, Sequence

from cakupan.domain.findings import Finding
from cakupan.domain.records import replace
from cakupan.texts.number_format import MISSING
from etl.families import Families
from etl.finding_codes import Code, found
from etl.readers.rows import column_of
from etl.readers.workbook import CellValue, Row, Sheet, cell_address
from etl.shape.candidate import Candidate, HeaderReader, without_title_measure
from etl.shape.cells import cell_text, holds_number, is_blank, is_heading
from etl.shape.columns import REGION_ROLES, Columns, UnreadColumn, ValueColumn, read_columns
from etl.shape.foreign import foreign
from etl.shape.header import HeaderCell
from etl.shape.heading import read_heading
from etl.shape.lexicon import Lexicon
from etl.shape.subjects import Subject
from etl.shape.table import Foreign, Table
from etl.shape.without_region import table_without_region
from etl.vocabulary import Role, label

# Titles and lines above a table; further down a header would be a second table.
HEADER_WITHIN = 60
_LOOK_AT = 12
# A line above a table: its label and what stands beside it.
_LINE = 2
Outcome = Table | Foreign | Finding


def find_tables(
    sheet: Sheet,
    families: Families,
    file_name: str,
    lexicon: Lexicon,
    is_region: Callable[[str], bool],
) -> list[Outcome]:
    """The tables of a sheet, and the reason where there is none; nothing for an empty sheet.

    ``is_region`` tells whether a text names a region, if not exactly one.
    """
    reader = HeaderReader(sheet, families, file_name, lexicon, is_region)
    outcomes: list[Outcome] = []
    start = 0
    while start < len(sheet.rows):
        here, end = _next(reader, start)
        if not here:
            break
        outcomes += here
        start = end
    if outcomes or not len(sheet.rows):
        return outcomes
    return [table_without_region(reader, HEADER_WITHIN)]


def _next(reader: HeaderReader, start: int) -> tuple[list[Outcome], int]:
    """What the first header from the row ``start`` heads, and the row where that ends."""
    rows = reader.sheet.rows
    reason: list[Outcome] = []
    for number in range(start, min(len(rows), start + HEADER_WITHIN)):
        keys = reader.keys(rows[number])
        if not any(role in REGION_ROLES for role in keys.values()):
            continue
        if reader.says_region(rows[number]):
            continue
        candidate = reader.candidate(number, keys, start)
        end = _end(reader, candidate)
        outcomes = _judge(reader, candidate, end)
        if any(not isinstance(one, Finding) for one in outcomes):
            return outcomes, end
        if outcomes and sum(not is_blank(cell) for cell in rows[number]) > _LINE:
            # A region column is sure to be the header; what stands below it is none.
            return outcomes, len(rows)
        reason = reason or outcomes
    return reason, len(rows)


def _end(reader: HeaderReader, candidate: Candidate) -> int:
    """The row below the table: where the lines above the next header begin."""
    rows, header, roles = reader.sheet.rows, candidate.header, candidate.columns.roles
    heads = {rows[number] for number in range(header.top, header.bottom + 1)}
    key = next((roles[role] for role in REGION_ROLES if role in roles), 0)
    first = header.bottom + 1
    below = column_of(rows, key, first, len(rows))
    heading = {text for text in set(below) if _is_region_header(reader, text)}
    names: set[CellValue] = set()
    for number in (place for place, text in enumerate(below, first) if text in heading):
        row = rows[number]
        if row[key] in names:
            continue
        if not _heads_regions(row):
            names.add(row[key])
            continue
        above = _lines_above(reader, number, first)
        lines = [rows[line] for line in range(above, number)]
        if row not in heads or _say_anew(reader, lines, [one for _, one in candidate.above]):
            return above
    return len(rows)


def _say_anew(reader: HeaderReader, lines: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether lines above a repeated header make another table of it, not just another page."""
    fresh = [(number, row) for number, row in enumerate(lines) if row not in before]
    heading = read_heading("", fresh, None, reader.lexicon)
    return bool(heading.says) or heading.subject != Subject()


def _is_region_header(reader: HeaderReader, text: CellValue) -> bool:
    return isinstance(text, str) and reader.role(text) in REGION_ROLES


def _heads_regions(row: Row) -> bool:
    """Whether a row below a table heads another one: no name of a region, and no number."""
    return all(is_blank(cell) or is_heading(cell) for cell in row)


def _lines_above(reader: HeaderReader, number: int, lowest: int) -> int:
    """The first of the lines above a header: titles, statements and empty rows."""
    roles = reader.lexicon.vocabulary.roles
    while number > lowest:
        filled = [cell for cell in reader.sheet.rows[number - 1] if not is_blank(cell)]
        if len(filled) > 1 and label(cell_text(filled[0]).partition(":")[0]) not in roles:
            break
        number -= 1
    return number


def _judge(reader: HeaderReader, candidate: Candidate, end: int) -> list[Outcome]:
    """Tables, a table of another subject, or the reason why it is none of ours."""
    columns = candidate.columns
    whole = reader.tables(candidate, columns, end)
    other = foreign(candidate, whole, reader.lexicon, name=reader.name)
    if other is not None:
        return [other]
    if columns.values and columns.has_region:
        sides = _sides(reader, candidate)
        return [table for side in sides for table in reader.tables(candidate, side, end)] or [
            *whole
        ]
    counted = _numeric(whole, columns.unread)
    if len(counted) == 1 and columns.has_region:
        # One column of numbers under a name nobody knows: what it counts can be asked.
        values = (ValueColumn(counted[0].index, counted[0].header),)
        rest = tuple(one for one in columns.unread if one is not counted[0])
        asked = replace(columns, values=values, unread=rest)
        return [*reader.tables(without_title_measure(candidate), asked, end)]
    if not counted and len(columns.roles) <= _LINE:
        return []
    headers = ", ".join(f"“{column.header}”" for column in columns.unread[:5])
    cell = cell_address(candidate.header.bottom, 0)
    return [
        found(Code.NO_VALUE_COLUMN, sheet=reader.sheet.name, cell=cell, headers=headers or MISSING)
    ]


def _sides(reader: HeaderReader, candidate: Candidate) -> list[Columns]:
    """Tables side by side under one header, if there are: a region column begins each of them."""
    groups: list[list[HeaderCell]] = [[]]
    seen: set[Role] = set()
    counting = False
    for cell in candidate.header.cells:
        role = reader.role(cell.text)
        if role in REGION_ROLES and role in seen and counting:
            groups.append([])
            seen, counting = set(), False
        groups[-1].append(cell)
        seen |= {role} if role in REGION_ROLES else set()
        counting = counting or role is None or role is Role.VALUE
    sides = [
        read_columns(group, candidate.family, reader.lexicon, candidate.about) for group in groups
    ]
    apart = len(sides) > 1 and all(side.values and side.has_region for side in sides)
    return sides if apart else []


def _numeric(tables: list[Table], columns: tuple[UnreadColumn, ...]) -> list[UnreadColumn]:
    """The unread columns that numbers stand under."""
    body = tables[0].body[:_LOOK_AT] if tables else ()
    return [column for column in columns if any(holds_number(row[column.index]) for _, row in body)]
