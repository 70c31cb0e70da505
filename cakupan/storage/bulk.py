"""Many rows at the speed of the driver, in and out. What the rows mean is not known here.

SQLAlchemy's own ways make a dictionary of each row that goes in and an object of each that comes
out, and take two to four times as long. Nothing is converted here: rows hold texts and numbers.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select

# A part at a time keeps a large file out of memory.
_ROWS_AT_ONCE = 10_000


def insert_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    """Insert rows whose values stand in the order of ``columns``."""
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608  names of our own tables
    run_for_each(connection, statement, rows)


def run_for_each(
    connection: Connection, statement: str, rows: Iterable[tuple[object, ...]]
) -> None:
    """Run one statement for every row; its values stand in the place of the question marks."""
    if connection.dialect.paramstyle != "qmark":
        statement = statement.replace("?", "%s")
    rows = iter(rows)
    while part := list(islice(rows, _ROWS_AT_ONCE)):
        connection.exec_driver_sql(statement, part)


def fetch_rows(
    connection: Connection, statement: Select[*tuple[Any, ...]]
) -> Sequence[tuple[Any, ...]]:
    """All rows of an answer as plain tuples."""
    cursor = connection.execute(statement).cursor
    return [] if cursor is None else cursor.fetchall()
