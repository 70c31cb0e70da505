"""What faults are tried on: small workbooks and databases, and a way to see all that is in one."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from cakupan.storage import schema
from cakupan.storage.engine import is_sqlite, open_database
from etl.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
# When a row was written differs from run to run; everything else must not.
_MOMENTS = frozenset({"loaded_at", "withdrawn_at"})
_SHOWN = ("load", "figure")
_OLD_ROWS = """
INSERT INTO region VALUES ('36.03', 'Kabupaten Tangerang', 'kabupaten', '3603');
INSERT INTO series VALUES (1, 'employed', '', 'bps', 'total', '', '');
INSERT INTO origin VALUES (1, 'Data', 'person', '1', '', '');
INSERT INTO load VALUES (1, 'a.xlsx', 'abc', 'lama', 'Sari', '2025-01-05 12:00:00.000000',
  1, 1, 0, 0, 'current', NULL, NULL);
"""
_OLD_FIGURE = text(
    "INSERT INTO figure VALUES (:id, 1, '36.03', :period, 100, 0, 'final', 1, 1, 'A1', TRUE)"
)

Dump = dict[str, list[tuple[object, ...]]]


def dump(database: Path, *more: str) -> Dump:
    """Every load and figure, as whoever opens the database next sees them; {} where none are.

    And the rows of ``more`` tables. What a first start sets up around them may stand there already.
    """
    url = f"sqlite:///{database}"
    if not is_sqlite(url):
        return _on_a_server(url, *_SHOWN, *more)
    if not database.exists():
        return {}
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return {"damaged": [()]}
        there = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = (*_SHOWN, *more)
        rows = {name: _rows(connection, name) for name in tables if (name,) in there}
    return {name: found for name, found in rows.items() if found}


def _on_a_server(url: str, *tables: str) -> Dump:
    """The same; a writer is waited for, for a server may end the deed of a program that is gone.

    Numbered anew: a deed that did not come to its end leaves a gap in what a server counts.
    """
    engine = open_database(url)
    with engine.begin() as connection:
        there = set(inspect(connection).get_table_names())
        asked = {name: text(f'SELECT * FROM "{name}"') for name in tables if name in there}  # noqa: S608  names of our schema
        rows = {
            name: [dict(row) for row in connection.execute(question).mappings()]
            for name, question in asked.items()
        }
    engine.dispose()
    places = _places(rows)
    return {name: _plain(name, found, places) for name, found in rows.items() if found}


def _places(rows: Mapping[str, list[dict[str, Any]]]) -> dict[str, dict[Any, int]]:
    """Each number of a table's rows by its place among all that are there."""
    numbers: dict[str, set[Any]] = {}
    for table, found in rows.items():
        for row in found:
            for column in filter(_is_number, row):
                numbers.setdefault(_numbered(table, column), set()).add(row[column])
    return {
        of: {one: place for place, one in enumerate(sorted(all_of))}
        for of, all_of in numbers.items()
    }


def _plain(
    table: str, rows: list[dict[str, Any]], places: Mapping[str, Mapping[Any, int]]
) -> list[tuple[object, ...]]:
    def kept(row: dict[str, Any]) -> Iterator[object]:
        for column, value in row.items():
            if column not in _MOMENTS:
                yield places[_numbered(table, column)][value] if _is_number(column) else value

    return sorted((tuple(kept(row)) for row in rows), key=repr)


def _is_number(column: str) -> bool:
    return column == "id" or column.endswith("_id")


def _numbered(table: str, column: str) -> str:
    """The table whose rows a column numbers."""
    return table if column == "id" else column.removesuffix("_id")


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return _kept(connection.execute(f'SELECT * FROM "{table}"'))  # noqa: S608  a name of our schema


def _kept(cursor: Any) -> list[tuple[object, ...]]:
    kept = [place for place, column in enumerate(cursor.description) if column[0] not in _MOMENTS]
    return sorted((tuple(row[place] for place in kept) for row in cursor), key=repr)


def load_book(book: Path, database: Path) -> None:
    """Load a workbook without a question."""
    url = f"sqlite:///{database}"
    with redirect_stdout(StringIO()) as told:
        code = main(["load", str(book), "--yes", "--by", "uji", "--database", url])
    if code != 0:
        raise RuntimeError(f"{book.name} cannot be loaded at all: {told.getvalue()}")


def old_database(path: Path, *, revision: str = "0001", figures: int = 2000) -> None:
    """The tables of a revision, by default the first there ever was, and so many figures."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    engine = open_database(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in _OLD_ROWS.strip().split(";\n"):
            connection.exec_driver_sql(statement)
        for number in range(figures):
            period = f"{1000 + number}"
            connection.execute(_OLD_FIGURE, {"id": number + 1, "period": period})
        command.upgrade(config, revision)
    engine.dispose()


def whole_book(path: Path, year: int) -> Path:
    """A workbook that loads without a question: 8 regions, 12 months, 3 segments."""
    book = openpyxl.Workbook()
    sheet = book.active
    said = {
        "Ukuran": "Peserta aktif",
        "Penerbit": "BPJS Ketenagakerjaan",
        "Sumber": "Dibuat untuk pengujian",
        "Basis": "tempat pendaftaran",
        "Kematangan": "Data contoh",
        "Satuan": "orang",
    }
    for pair in said.items():
        sheet.append(pair)
    sheet.append(["Kode", "Bulan", "PU", "BPU", "Jakon"])
    for number in (1, 2, 3, 4, 71, 72, 73, 74):
        for month in ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt"):
            values = [1000 * number + year + 7 * len(month), 500 + number, 30 + number]
            sheet.append([f"36.{number:02d}", f"{month} {year}", *values])
    book.save(path)
    return path
