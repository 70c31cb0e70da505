"""Tables of other subjects, and of parts of the people: what tells them, in a word. No guessing."""

from collections.abc import Sequence
from itertools import islice

from etl.readers.workbook import cell_address
from etl.shape.candidate import Candidate
from etl.shape.cells import cell_text, is_blank, lines_of
from etl.shape.columns import UnreadColumn
from etl.shape.counting import measure_of
from etl.shape.lexicon import Lexicon
from etl.shape.table import Foreign, Table
from etl.vocabulary import Role, Vocabulary, label

_LOOK_AT = 200


def foreign(
    candidate: Candidate, tables: Sequence[Table], lexicon: Lexicon, *, name: str
) -> Foreign | None:
    """The other subject of a table with regions; None where it is ours, or nothing is known.

    ``name`` is that of the sheet, empty where it is only the file's.
    """
    if not tables:
        return None
    columns, table = candidate.columns, tables[0]
    split = _splitting(table, columns.unread, lexicon.vocabulary)
    if split is not None:
        return by_column(table, split, split.part)
    said = Role.MEASURE in columns.roles or any(column.measure for column in columns.values)
    return None if columns.values and said else _unsaid(candidate, table, lexicon, name)


def _unsaid(candidate: Candidate, table: Table, lexicon: Lexicon, name: str) -> Foreign | None:
    """The other subject of a table whose own columns count nothing of ours."""
    columns, heading = candidate.columns, candidate.heading
    subject = heading.subject
    told = [column for column in columns.unread if column.topic]
    if (subject.topic or subject.part) and (heading.subject_cell is not None or not told):
        return by_title(candidate, table, subject.topic or subject.part)
    if columns.values and (Role.MEASURE in table.says or len(told) <= len(columns.values)):
        return None
    named = lexicon.phrases.topic(name)
    topic = named if named in {column.topic for column in told} else columns.topic
    if told:
        return by_column(table, next(one for one in told if one.topic == topic), topic)
    return by_title(candidate, table, named) if named else None


def by_column(table: Table, column: UnreadColumn, topic: str) -> Foreign:
    """A table that the header of one of its columns gives away."""
    cell = cell_address(column.row, column.index)
    return Foreign(table.sheet, cell, column.header, topic, table)


def by_title(candidate: Candidate, table: Table, topic: str) -> Foreign:
    """A table that its title, or the name of its sheet, gives away."""
    heading = candidate.heading
    cell = heading.subject_cell or cell_address(candidate.header.top, 0)
    text = next(iter(lines_of(heading.subject_text)), table.sheet)
    return Foreign(table.sheet, cell, text, topic, table)


def _splitting(
    table: Table, columns: Sequence[UnreadColumn], vocabulary: Vocabulary
) -> UnreadColumn | None:
    """A column whose words split each region's people up, without a row for all of them."""
    for column in columns:
        words = {
            label(cell_text(row[column.index]))
            for _, row in islice(table.body, _LOOK_AT)
            if column.part and isinstance(row[column.index], str)
        }
        if words - vocabulary.totals - {""} and not words & vocabulary.totals:
            return column
    return None


def row_labels(table: Table, index: int) -> list[str]:
    """The texts of one column, as far down as is needed to know what they are."""
    return [
        cell_text(row[index])
        for _, row in islice(table.body, _LOOK_AT)
        if index < len(row) and not is_blank(row[index])
    ]


def measures_in(labels: Sequence[str], vocabulary: Vocabulary) -> int:
    """How many of the labels name a measure of ours."""
    return sum(measure_of(label(text), vocabulary)[0] is not None for text in labels)
