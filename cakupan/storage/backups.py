"""Copies of a database in use, and the way back. SQLite only: PostgreSQL has tools of its own.

Copying the file of a living database gives bad copies; the backup interface of SQLite does not.
A copy is written beside its place, looked at whole, and only then takes its name.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import time

from sqlalchemy import make_url

from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.records import Record
from cakupan.storage.audit import record
from cakupan.storage.engine import BUSY_TIMEOUT_MS, is_sqlite, open_database, shown
from cakupan.storage.errors import BackupDamagedError, DatabaseMissingError, ServerToolsError
from cakupan.storage.integrity import Inventory, examine
from cakupan.storage.schema import migrate

_A_DAY = 24 * 60 * 60


class Restored(Record, frozen=True):
    """What came back, and where that which it took the place of was put; None without any."""

    inventory: Inventory
    kept_aside: Path | None


def database_file(url: str) -> Path:
    """The file of a SQLite address. Raises ServerToolsError for a database on a server."""
    if not is_sqlite(url):
        raise ServerToolsError(database=shown(url))
    return Path(str(make_url(url).database))


def back_up(source: Path, target: Path) -> Inventory:
    """Copy a database that may be in use; ``target`` is there whole or not at all.

    Raises DatabaseMissingError without a database, BackupDamagedError where the copy has faults
    (then the database has them, too), OSError where it cannot be written.
    """
    if not source.is_file():
        raise DatabaseMissingError(path=str(source))
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear(target.parent)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _copy(source, beside)
        _in_one_file(beside)
        inventory = _sound(beside)
        _settle(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return inventory


def restore(backup: Path, database: Path, *, by: str, at: datetime) -> Restored:
    """Put a backup in place of a database, which may be in use: readers go on with either whole.

    What was there is backed up first, under a name with the time. Raises BackupDamagedError,
    DatabaseMissingError or NewerDatabaseError; then nothing was changed.
    """
    if not backup.is_file():
        raise DatabaseMissingError(path=str(backup))
    inventory = _sound(backup)
    database.parent.mkdir(parents=True, exist_ok=True)
    aside = None
    if database.is_file() and database.stat().st_size:
        aside = database.with_name(f"{database.stem}.sebelum-{at:%Y%m%d-%H%M%S}.db")
        _copy(database, aside)
        _in_one_file(aside)
    beside = database.with_name(f".{database.name}.{os.getpid()}.part")
    try:
        _copy(backup, beside)
        _upgraded(beside)
        _outnumber(beside, aside)
        _log(beside, backup, by=by, at=at)
        _copy(beside, database)
    finally:
        beside.unlink(missing_ok=True)
    return Restored(inventory, aside)


def _clear(folder: Path) -> None:
    """Take away what copies left that were killed; one of today may still be at work."""
    yesterday = time() - _A_DAY
    for left in folder.glob(".*.part"):
        if left.stat().st_mtime < yesterday:
            left.unlink(missing_ok=True)


def _sound(path: Path) -> Inventory:
    inventory = examine(path)
    if inventory.faults:
        raise BackupDamagedError(path=str(path), fault=inventory.faults[0].value)
    return inventory


def _copy(source: Path, target: Path) -> None:
    """All pages in one transaction of the target; who reads or writes the source is not held up."""
    seconds = BUSY_TIMEOUT_MS / 1000
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as here,
        closing(sqlite3.connect(target, timeout=seconds)) as there,
    ):
        here.backup(there)


def _in_one_file(path: Path) -> None:
    """A copy without a log beside it: it can be read from a disk that cannot be written to."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _upgraded(path: Path) -> None:
    """Whoever is running expects the tables of this program. Raises NewerDatabaseError."""
    engine = open_database(f"sqlite:///{path.as_posix()}")
    try:
        migrate(engine)
    finally:
        engine.dispose()


def _outnumber(path: Path, before: Path | None) -> None:
    """Give the copy a data version above the one it replaces: kept answers must not seem new."""
    with closing(sqlite3.connect(path)) as connection, connection:
        newest = _version(path)
        if before is not None:
            newest = max(newest, _version(before))
        connection.execute("UPDATE data_version SET version = ?", (newest + 1,))


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        [version] = connection.execute("SELECT version FROM data_version").fetchone()
    return int(version)


def _log(path: Path, backup: Path, *, by: str, at: datetime) -> None:
    """The log goes on from where the backup left it; later lines are in what was put aside."""
    engine = open_database(f"sqlite:///{path.as_posix()}")
    try:
        with engine.begin() as connection:
            details = {"file": backup.name}
            record(connection, AuditEvent(AuditKind.BACKUP_RESTORED, by, at, details))
    finally:
        engine.dispose()


def _settle(path: Path) -> None:
    """On the disk before it takes its name."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
