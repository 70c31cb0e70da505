"""Twenty ways to write through the connection viewers read by: all refused, nothing changed."""

import tempfile
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from cakupan.storage.engine import open_reader
from tests.faults.ground import load_book, whole_book
from tests.storage.test_engine import ATTEMPTS, ATTEMPTS_OF_SQLITE

TIMES = 20
_WAYS = (*ATTEMPTS_OF_SQLITE, *ATTEMPTS)[:TIMES]


def run() -> list[str]:
    """Each of them, on a database with a load; what was not refused."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "cakupan.db"
        load_book(whole_book(Path(name) / "a.xlsx", 2025), database)
        before = database.read_bytes()
        reader = open_reader(f"sqlite:///{database}")
        faults = [attempt for attempt in _WAYS if not _is_refused(reader, attempt)]
        reader.dispose()
        if database.read_bytes() != before:
            faults.append("the database is another one")
    return faults


def _is_refused(reader, attempt: str) -> bool:
    try:
        with reader.begin() as connection:
            connection.execute(text(attempt))
    except DBAPIError:
        return True
    return False
