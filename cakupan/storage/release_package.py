"""A release as bytes: a zip of a database of its own and of the reference data that went with it.

Nothing in it refers to the database it lies in. An older package is brought to the tables of this
program after it is unpacked; its bytes never change.
"""

import hashlib
import shutil
import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DatabaseError

from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.domain.releases import Release
from cakupan.storage.engine import open_database, open_frozen
from cakupan.storage.errors import (
    NewerDatabaseError,
    NewerReleaseError,
    ReferenceDataError,
    ReleaseDamagedError,
)
from cakupan.storage.integrity import revision_of
from cakupan.storage.reference import read_reference
from cakupan.storage.release_copy import copy_figures
from cakupan.storage.schema import migrate
from cakupan.storage.tables import FigureRow

_FIGURES, _REFERENCE = "figures.db", "reference"


class Package(Record, frozen=True):
    """The bytes of a release, and what is written of them beside it."""

    content: bytes
    figures: int
    revision: str

    @property
    def sha256(self) -> str:
        """What the bytes are known by."""
        return digest(self.content)


class Unpacked(Record, frozen=True):
    """A release that can be read: its own database and its own reference data."""

    engine: Engine
    reference: Reference


def digest(content: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def pack(reader: Engine, reference_dir: Path) -> Package:
    """The figures of one state of a database, with the reference data beside them."""
    with TemporaryDirectory(prefix="cakupan-rilis-") as folder:
        path = Path(folder) / _FIGURES
        engine = _writable(path)
        try:
            migrate(engine)
            with reader.connect() as source, engine.begin() as target:
                figures = copy_figures(source, target)
            revision = revision_of(engine)
        finally:
            engine.dispose()
        _in_one_file(path)
        content = _zipped(path, reference_dir)
    return Package(content, figures, revision)


def unpack(content: bytes, release: Release, into: Path, *, shipped: Path) -> Unpacked:
    """Write a release out and open it; ``into`` is an empty folder.

    Reference files that are newer than the release are taken from ``shipped``. Raises
    ReleaseDamagedError where the bytes are not those that were written, NewerReleaseError where
    this program does not know their tables.
    """
    if digest(content) != release.sha256:
        raise ReleaseDamagedError(release=release.id)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            package.extractall(into)
        _upgrade(into / _FIGURES)
        return Unpacked(open_frozen(into / _FIGURES), _reference(into / _REFERENCE, shipped))
    except NewerDatabaseError as error:
        raise NewerReleaseError(release=release.id, **error.details) from error
    except (zipfile.BadZipFile, DatabaseError, ReferenceDataError) as error:
        raise ReleaseDamagedError(release=release.id) from error


def prove(content: bytes, release: Release, *, shipped: Path) -> None:
    """Open a release and count. Raises ReleaseDamagedError unless it is as it was written."""
    with TemporaryDirectory(prefix="cakupan-rilis-") as folder:
        unpacked = unpack(content, release, Path(folder), shipped=shipped)
        try:
            with unpacked.engine.connect() as connection:
                whole = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
                counted = select(func.count()).where(FigureRow.is_current)
                figures = connection.execute(counted).scalar_one()
        finally:
            unpacked.engine.dispose()
    if whole != "ok" or figures != release.figures:
        raise ReleaseDamagedError(release=release.id)


def _reference(folder: Path, shipped: Path) -> Reference:
    for path in shipped.glob("*.csv"):
        if not (folder / path.name).exists():
            shutil.copy(path, folder)
    return read_reference(folder)


def _upgrade(path: Path) -> None:
    engine = _writable(path)
    try:
        migrate(engine)
    finally:
        engine.dispose()
    _in_one_file(path)


def _writable(path: Path) -> Engine:
    return open_database(f"sqlite:///{path.as_posix()}")


def _in_one_file(path: Path) -> None:
    """Without a log beside it, so that it can be packed, and read without any lock."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _zipped(figures: Path, reference_dir: Path) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.write(figures, _FIGURES)
        for path in sorted(reference_dir.glob("*.csv")):
            package.write(path, f"{_REFERENCE}/{path.name}")
    return buffer.getvalue()
