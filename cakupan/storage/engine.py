"""Opening the database, to write or only to read, by its address.

What is SQLite's own about it stays in here, what is PostgreSQL's in ``postgres.py``.
"""

from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from cakupan.storage import postgres
from cakupan.storage.driver_errors import told_alike
from cakupan.storage.errors import (
    DatabaseMissingError,
    DatabaseUrlError,
    LogLeftError,
    NetworkDiskError,
    NotADatabaseError,
)
from cakupan.storage.sqlite_ground import network_disk, read_only_medium

BUSY_TIMEOUT_MS = 30_000
LONGEST_WAIT = 300
"""Seconds until whoever waits for one of fifteen connections to a file gives up: several times as
many requests are under way at once, and each is to have its turn."""
_MAGIC = b"SQLite format 3\x00"
# 64 MiB of cache: with SQLite's 2 MiB a large load writes the same pages over and over.
_WRITER_PRAGMAS = (
    *("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"),
)
_READER_PRAGMAS = ("query_only = ON",)


def open_database(url: str) -> Engine:
    """An engine that may write; the folder of a SQLite file is created, on a disk of this machine.

    Every transaction of it takes the write lock at once, so keep reading to ``open_reader``.
    """
    target = _parse(url)
    if target.get_backend_name() == "postgresql":
        return postgres.for_writing(_create(target, **postgres.OPTIONS))
    path = _sqlite_path(target)
    kind = network_disk(path)
    if kind:
        raise NetworkDiskError(path=str(path), kind=kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    # A read before a write under a plain BEGIN fails as soon as another process wrote in between.
    return _sqlite_engine(target, pragmas=_WRITER_PRAGMAS, begin="BEGIN IMMEDIATE")


def open_reader(url: str) -> Engine:
    """An engine that cannot write; a transaction sees one state of the data throughout.

    Raises DatabaseMissingError where the SQLite file does not exist, LogLeftError where it lies on
    a medium that cannot be written to and is not whole by itself.
    """
    target = _parse(url)
    if target.get_backend_name() == "postgresql":
        return postgres.for_reading(_create(target, **postgres.OPTIONS))
    path = _sqlite_path(target)
    if not path.exists():
        raise DatabaseMissingError(path=str(path))
    if read_only_medium(path):
        return _open_standing(path)
    read_only = URL.create(
        "sqlite", database=path.resolve().as_uri(), query={"mode": "ro", "uri": "true"}
    )
    return _sqlite_engine(read_only, pragmas=_READER_PRAGMAS, begin="BEGIN")


def is_read_only(url: str) -> bool:
    """Whether a database is there, on a medium that nobody can write to."""
    target = _parse(url)
    if target.get_backend_name() != "sqlite":
        return False
    path = _sqlite_path(target)
    return path.exists() and read_only_medium(path)


def _open_standing(path: Path) -> Engine:
    """Without its log a file is only whole once all of that was taken over."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > 0:
        raise LogLeftError(path=str(path))
    return open_frozen(path)


def open_frozen(path: Path) -> Engine:
    """An engine on a SQLite file that nobody will ever write to; no lock is taken."""
    frozen = URL.create(
        "sqlite",
        database=path.resolve().as_uri(),
        query={"mode": "ro", "immutable": "1", "uri": "true"},
    )
    return _sqlite_engine(frozen, pragmas=_READER_PRAGMAS, begin="BEGIN")


def is_sqlite(url: str) -> bool:
    """Whether this address is of a SQLite file. Raises DatabaseUrlError where it is none at all."""
    return _parse(url).get_backend_name() == "sqlite"


def shown(url: str) -> str:
    """An address as people may read it: without its password."""
    return _parse(url).render_as_string(hide_password=True)


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise DatabaseUrlError from error


def _create(target: URL, **options: Any) -> Engine:
    try:
        # What is written must not stand in a log with the fault of writing it.
        return create_engine(target, hide_parameters=True, **options)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseUrlError from error


def _sqlite_path(target: URL) -> Path:
    if target.get_backend_name() != "sqlite" or target.database in {None, "", ":memory:"}:
        raise DatabaseUrlError
    path = Path(str(target.database))
    if path.is_file() and path.stat().st_size > 0:
        with path.open("rb") as stream:
            if stream.read(len(_MAGIC)) != _MAGIC:
                raise NotADatabaseError(path=str(path))
    return path


def _sqlite_engine(target: URL, *, pragmas: tuple[str, ...], begin: str) -> Engine:
    engine = _create(target, pool_timeout=LONGEST_WAIT)

    @event.listens_for(engine, "connect")
    def set_up(connection: SqliteConnection, _record: object) -> None:
        # The driver begins transactions late and not for reads: take that over (see "begin").
        connection.isolation_level = None
        for pragma in (f"busy_timeout = {BUSY_TIMEOUT_MS}", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        # Not by way of SQLAlchemy, which makes as much of it as of a question with an answer.
        with told_alike(connection, begin):
            connection.connection.cursor().execute(begin)

    return engine
