"""The nation's figures on PostgreSQL against a file of SQLite: loading, pages, bytes of a figure.

A server of PostgreSQL is started for it and stopped afterwards, with its usual care for the disk.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import text

import app as program
from benchmarks.national import national_settings
from benchmarks.ratio import Ratio, compare
from benchmarks.serving import answering
from cakupan.storage.engine import open_reader
from tests.postgresql import Server, serving

_VIEWS = (("/", "ringkasan-hero-figure", "?wilayah=36"), ("/wilayah", "wilayah-map", "?wilayah=00"))
_ON_SERVER = """
SELECT pg_table_size('figure'), pg_indexes_size('figure'), (SELECT count(*) FROM figure)
"""
_IN_FILE = """
SELECT (SELECT sum(pgsize) FROM dbstat WHERE name = 'figure'),
  (SELECT sum(pgsize) FROM dbstat
    WHERE name IN (SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'figure')),
  (SELECT count(*) FROM figure)
"""


def ratios(folder: Path) -> Iterator[Ratio]:
    """The nation loaded into a new database, then pages of it, on both engines."""
    numbers = count(1)
    with _server() as server:
        yield compare(
            "the nation loaded on PostgreSQL, against SQLite",
            lambda: national_settings(folder, url=server.make()),
            lambda: national_settings(_new(folder, next(numbers))),
            runs=3,
        )
        there = program.create_app(national_settings(folder, url=server.make()))
        here = program.create_app(national_settings(_new(folder, next(numbers))))
        for path, slot, view in _VIEWS:
            yield compare(
                f"answer of {path}{view} on PostgreSQL, against SQLite",
                answering(there, path, slot, view),
                answering(here, path, slot, view),
                runs=40,
            )


def remarks(folder: Path) -> Iterator[str]:
    """Bytes of one figure in its table and in the indexes of it, on both engines."""
    yield _weighed("SQLite", national_settings(_new(folder, 0)).database_url, _IN_FILE)
    with _server() as server:
        url = national_settings(folder, url=server.make()).database_url
        yield _weighed("PostgreSQL", url, _ON_SERVER)


def _weighed(engine_name: str, url: str, question: str) -> str:
    reader = open_reader(url)
    with reader.connect() as connection:
        table, indexes, figures = connection.execute(text(question)).one()
    reader.dispose()
    each = f"{table / figures:.1f} bytes in the table and {indexes / figures:.1f} in its indexes"
    return f"{engine_name}, {figures} figures: each {each}"


def _new(folder: Path, number: int) -> Path:
    made = folder / f"scale-{number}"
    made.mkdir()
    return made


@contextmanager
def _server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="cakupan-pg-") as name, serving(Path(name)) as server:
        # Tests are in haste; here the disk is waited for, as in an office.
        server.tell("ALTER SYSTEM RESET ALL")
        server.tell("SELECT pg_reload_conf()")
        yield server
