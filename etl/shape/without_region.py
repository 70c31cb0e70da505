"""Sheets in which no header names a region: a table of measures, of another subject, or unknown."""

from collections import Counter

from cakupan.domain.findings import Finding
from cakupan.domain.records import replace
from etl.finding_codes import Code, found
from etl.readers.workbook import cell_address
from etl.shape.candidate import Candidate, HeaderReader, without_title_measure
from etl.shape.cells import cell_text, holds_number, is_blank
from etl.shape.columns import ValueColumn
from etl.shape.foreign import by_column, by_title, measures_in, row_labels
from etl.shape.table import Foreign, Table
from etl.vocabulary import Role

_LOOK_AT = 6
# Rows of these are figures of the one region that a line above the table names.
_SPLIT = {Role.SEGMENT, Role.PROGRAMME, Role.GROUP}
_DATED = {Role.YEAR, Role.PERIOD, Role.MONTH}


def table_without_region(reader: HeaderReader, within: int) -> Table | Foreign | Finding:
    """The first regular table of the sheet, or the reason why there is none."""
    for number in range(min(len(reader.sheet.rows), within)):
        candidate = _regular(reader, number)
        if candidate is None:
            continue
        tables = reader.tables(candidate, candidate.columns, len(reader.sheet.rows))
        if tables:
            return _judge(reader, candidate, tables[0])
    return found(Code.NO_TABLE, sheet=reader.sheet.name)


def _regular(reader: HeaderReader, number: int) -> Candidate | None:
    """The header at a row, if rows of one name and some numbers stand below it."""
    rows = reader.sheet.rows
    filled = [index for index, cell in enumerate(rows[number]) if not is_blank(cell)]
    if not filled or reader.says_region(rows[number]):
        return None
    roles = reader.keys(rows[number])
    candidate = reader.candidate(number, roles or {filled[0]: Role.GROUP}, 0)
    header = candidate.header
    if len(header.cells) < 2 or header.top < number:
        return None
    below = [row for row in rows[header.bottom + 1 : header.bottom + 1 + _LOOK_AT] if any(row)]
    regular = [
        row
        for row in below
        if len(row) > filled[0] + 1
        and not is_blank(row[filled[0]])
        and any(holds_number(cell) for cell in row[filled[0] + 1 :])
    ]
    begins = below and (below[0] in regular or sum(not is_blank(cell) for cell in below[0]) == 1)
    return candidate if begins and 2 * len(regular) >= len(below) else None


def _judge(reader: HeaderReader, candidate: Candidate, table: Table) -> Table | Foreign | Finding:
    columns, vocabulary = candidate.columns, reader.lexicon.vocabulary
    stub = candidate.header.cells[0].index
    labels = row_labels(table, columns.roles.get(Role.MEASURE, stub))
    if Role.MEASURE in columns.roles and measures_in(labels, vocabulary):
        return table
    other = _foreign(reader, candidate, table, labels)
    if other is not None:
        return other
    if measures_in(labels, vocabulary):
        roles = {**columns.roles, Role.MEASURE: stub}
        unread = tuple(column for column in columns.unread if column.index != stub)
        values = tuple(column for column in columns.values if column.index != stub)
        return replace(table, columns=replace(columns, roles=roles, unread=unread, values=values))
    known = any(column.measure for column in columns.values) or Role.MEASURE in table.says
    one_by_one = _DATED & set(columns.roles) or len(table.body) == 1
    if known and (one_by_one or (table.has_place and _SPLIT & set(columns.roles))):
        return table
    return _unknown(reader, candidate, table)


def _foreign(
    reader: HeaderReader, candidate: Candidate, table: Table, labels: list[str]
) -> Foreign | None:
    """The other subject: told by the title, most headers, the sheet's name, or the rows."""
    columns, subject, phrases = candidate.columns, candidate.heading.subject, reader.lexicon.phrases
    if subject.topic:
        return by_title(candidate, table, subject.topic)
    split = next((column for column in columns.unread if column.part), None)
    if split is not None and split.index == candidate.header.cells[0].index:
        return by_column(table, split, split.part)
    told = next((column for column in columns.unread if column.topic), None)
    if told is not None and not columns.values:
        return by_column(table, told, told.topic)
    named = phrases.topic(reader.name) or phrases.breakdown(reader.name)
    if named:
        return by_title(candidate, table, named)
    topics = Counter(topic for text in labels if (topic := phrases.topic(text)))
    if topics and not measures_in(labels, reader.lexicon.vocabulary):
        topic, _ = topics.most_common(1)[0]
        text = next(one for one in labels if phrases.topic(one) == topic)
        return Foreign(table.sheet, cell_address(table.body[0][0], 0), text, topic, table)
    return None


def _unknown(reader: HeaderReader, candidate: Candidate, table: Table) -> Table | Finding:
    """A table whose regions can be asked for, if a column holds their names."""
    columns = candidate.columns
    body = table.body[:_LOOK_AT]
    names = [
        column
        for column in columns.unread
        if any(reader.is_region(cell_text(row[column.index])) for _, row in body)
    ]
    numbers = [
        column
        for column in columns.unread
        if column not in names and any(holds_number(row[column.index]) for _, row in body)
    ]
    if names and columns.values:
        return table
    if names and len(numbers) == 1:
        rest = tuple(column for column in columns.unread if column is not numbers[0])
        values = (ValueColumn(numbers[0].index, numbers[0].header),)
        asked = replace(columns, values=values, unread=rest)
        return reader.tables(without_title_measure(candidate), asked, len(reader.sheet.rows))[0]
    several = len(columns.values) > 1
    code = Code.NO_REGION_COLUMN if several else Code.NO_TABLE
    cell = cell_address(candidate.header.bottom, 0) if several else None
    return found(code, sheet=table.sheet, cell=cell)
