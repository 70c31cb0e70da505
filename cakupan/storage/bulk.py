"""Many rows at the speed of the driver, in and out. What the rows mean is not known here.

SQLAlchemy's own ways make a dictionary of each row that goes in and an object of each that comes
out, and take two to four times as long. Nothing is converted here: rows hold texts and numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Select

from cakupan.storage.driver_errors import told_alike
from cakupan.storage.postgres import copy_rows

# A part at a time keeps a large file out of memory.
_ROWS_AT_ONCE = 10_000
# No other thread runs while a part is taken in: less than 20 ms, 66–92 for ten times as many.
_ROWS_READ_AT_ONCE = 1_000
# Rows that one statement takes: most of what a statement costs is its beginning and end. SQLite
# takes more than 30.000 values.
_ROWS_A_STATEMENT = 500
_Row = tuple[object, ...]


def insert_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[_Row]
) -> None:
    """Insert rows whose values stand in the order of ``columns``."""
    if connection.dialect.name == "postgresql":
        copy_rows(connection, table, columns, rows)
        return
    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "  # noqa: S608  names of our own tables
    marks = f"({', '.join('?' * len(columns))})"
    whole = insert + ", ".join([marks] * _ROWS_A_STATEMENT)
    rest = iter(rows)
    while part := list(islice(rest, _ROWS_AT_ONCE)):
        end = len(part) - len(part) % _ROWS_A_STATEMENT
        run_for_each(connection, whole, _joined(part[:end]))
        run_for_each(connection, insert + marks, part[end:])


def _joined(rows: Sequence[_Row]) -> Iterator[_Row]:
    for start in range(0, len(rows), _ROWS_A_STATEMENT):
        yield tuple(chain.from_iterable(rows[start : start + _ROWS_A_STATEMENT]))


def run_for_each(connection: Connection, statement: str, rows: Iterable[_Row]) -> None:
    """Run one statement for every row; its values stand in the place of the question marks."""
    if connection.dialect.paramstyle != "qmark":
        statement = statement.replace("?", "%s")
    rows = iter(rows)
    while part := list(islice(rows, _ROWS_AT_ONCE)):
        connection.exec_driver_sql(statement, part)


def fetch_one(connection: Connection, statement: str) -> Any:
    """The only value of the only row; what is asked after it is of the same state."""
    if not connection.in_transaction():
        connection.begin()
    with told_alike(connection, statement), closing(connection.connection.cursor()) as cursor:
        cursor.execute(statement)
        [[value]] = cursor.fetchall()
    return value


def fetch_rows(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> Sequence[tuple[Any, ...]]:
    """All rows of an answer as plain tuples."""
    cursor = connection.execute(statement).cursor
    if cursor is None:
        return []
    with told_alike(connection, statement):
        return cursor.fetchall()


def fetch_columns(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> Sequence[list[Any]]:
    """All values of an answer, column by column.

    Texts that are alike are one text: region, period and segment of each of a million figures are
    as many copies of a few hundred words otherwise, and the memory they took is not given back.
    """
    answer = connection.execute(statement)
    columns: list[list[Any]] = [[] for _ in range(len(answer.keys()))]
    cursor = answer.cursor
    if cursor is None:
        return columns
    words: dict[object, object] = {}
    with told_alike(connection, statement):
        while rows := cursor.fetchmany(_ROWS_READ_AT_ONCE):
            for column, values in zip(columns, zip(*rows, strict=True), strict=True):
                text = isinstance(values[0], str | None)
                column.extend(map(words.setdefault, values, values) if text else values)
    return columns
