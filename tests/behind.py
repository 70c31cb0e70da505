"""A database behind the program's back, on whichever engine it stands."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from cakupan.storage import engine, postgres

_LIFTED = {
    "sqlite": ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"),
    "postgresql": (
        "DROP TRIGGER audit_grows_only ON audit",
        "DROP TRIGGER audit_is_never_emptied ON audit",
    ),
}
_FORBIDDEN = {
    "sqlite": "CREATE TRIGGER stop BEFORE INSERT ON {} BEGIN SELECT RAISE(ABORT, '{}'); END",
    "postgresql": (
        "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN RAISE EXCEPTION '{1}'; END$$;"
        " CREATE TRIGGER stop BEFORE INSERT ON {0} FOR EACH ROW EXECUTE FUNCTION stop()"
    ),
}


@contextmanager
def behind(database: Path | str) -> Iterator[Connection]:
    """What whoever owns it could write; nobody else writes meanwhile."""
    url = database if isinstance(database, str) else f"sqlite:///{database.as_posix()}"
    opened = engine.open_database(url)
    try:
        with opened.begin() as connection:
            yield connection
    finally:
        opened.dispose()


def change(database: Path | str, *statements: str) -> None:
    """Change it."""
    with behind(database) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def tamper(database: Path | str, *statements: str) -> None:
    """Change it with the rules lifted that let the audit log only grow."""
    with behind(database) as connection:
        for statement in (*_LIFTED[connection.dialect.name], *statements):
            connection.exec_driver_sql(statement)


def copy(source: Path, target: Path) -> None:
    """Copy one that others may have open."""
    if not engine.is_sqlite(f"sqlite:///{source.as_posix()}"):
        shutil.copy(source, target)
        return
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)


def take_away(url: str) -> None:
    """Let it be gone, whoever is connected."""
    with behind(url) as connection:
        found = connection.engine.url
    if found.get_backend_name() == "sqlite":
        Path(str(found.database)).unlink()
        return
    server = create_engine(found.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {found.database} WITH (FORCE)")
    server.dispose()


def forbid(database: Path | str, table: str, *, saying: str) -> None:
    """Let nothing more go into a table."""
    with behind(database) as connection:
        connection.exec_driver_sql(_FORBIDDEN[connection.dialect.name].format(table, saying))


def be_impatient(monkeypatch: pytest.MonkeyPatch, *, milliseconds: int) -> None:
    """Let writers wait for one another no longer than this."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", milliseconds)
    monkeypatch.setattr(postgres, "_LONGEST_WAIT_MS", milliseconds)
