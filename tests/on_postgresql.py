"""``pytest --on-postgresql``: every database of the suite on a server, none of its tests rewritten.

Tests name files. Here each file that a test names, and that is no file of SQLite yet, stands for a
database of the server, for the programs that a test starts, too; a copy of such a file is a copy of
that database. What is about files of SQLite alone says so with the marker ``sqlite_file`` and is
counted as skipped; whoever else opens what only stands for a database as a file is refused.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from typing import Any

import pytest
from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import OperationalError

from cakupan.settings import people_of
from cakupan.storage import engine, release_package
from tests.postgresql import Server, serving

SKIPPED = "about a file of SQLite alone"
_FIGURES_AND_PEOPLE = "people.db"
_LONGEST_WAIT = 20
_PREPARED = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}' AND state = 'idle'
"""


class Databases:
    """Which database stands for which file."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._server: Server | None = None
        self._urls: dict[Path, str] = {}
        self._files: set[Path] = set()
        self._lock = RLock()

    @property
    def server(self) -> Server:
        """The server of the run, started when it is first asked for."""
        with self._lock:
            if self._server is None:
                self._server = self._stack.enter_context(serving())
            return self._server

    def close(self) -> None:
        """Leave the server."""
        self._stack.close()

    def address(self, url: object) -> URL:
        """Where what a test names really is; what is no file of SQLite's stays what it is."""
        target = make_url(url)  # type: ignore[arg-type]
        if target.get_backend_name() != "sqlite" or target.database in {None, "", ":memory:"}:
            return target
        if str(target.database).startswith("file:"):
            return target
        path = Path(str(target.database)).absolute()
        if path.name.endswith(_FIGURES_AND_PEOPLE):
            stem = path.name.removesuffix(_FIGURES_AND_PEOPLE).rstrip(".") or "people"
            figures = self._stands_for(path.with_name(f"{stem}.db"))
            return target if figures is None else make_url(people_of(figures))
        found = self._stands_for(path)
        return target if found is None else make_url(found)

    def _stands_for(self, path: Path) -> str | None:
        with self._lock:
            if path in self._urls:
                return self._urls[path]
            if path in self._files or path.is_dir() or (path.exists() and path.stat().st_size):
                return None
            self._urls[path] = self.server.make()
            return self._urls[path]

    def told(self, text: Any) -> Any:
        """The same of an argument or a setting, whatever it is."""
        if self._server is None or not str(text).startswith("sqlite:///"):
            return text
        return self.address(text).render_as_string(hide_password=False)

    def connect(self, database: Any, *options: Any, **more: Any) -> sqlite3.Connection:
        """Open a file of SQLite; what only stands for a database would be an empty one."""
        path = Path(str(database).removeprefix("file://").split("?")[0]).absolute()
        if path in self._urls:
            raise AssertionError(f"{path.name} stands for a database of the server")
        return _connect(database, *options, **more)

    def start(self, process: Any, args: Any, *more: Any, env: Any = None, **options: Any) -> None:
        """Start a program on the same databases."""
        given = os.environ if env is None else env
        env = {name: self.told(value) for name, value in given.items()}
        if isinstance(args, list | tuple):
            args = [self.told(one) for one in args]
        _start(process, args, *more, env=env, **options)

    def keep(self, url: str) -> Engine:
        """Open a file that is one on every engine."""
        self._files.add(Path(url.removeprefix("sqlite:///")).absolute())
        return engine.open_database(url)

    def copy(self, source: Any, target: Any) -> Any:
        """Copy a file, or the database that it stands for."""
        found = self._urls.get(Path(source).absolute())
        if found is None:
            return _copy_file(source, target)
        path = Path(target)
        path = (path / Path(source).name if path.is_dir() else path).absolute()
        path.touch()
        with self._lock:
            self._urls[path] = self._like(found)
        return str(path)

    def copy_tree(self, source: Any, target: Any, *more: Any, **options: Any) -> Any:
        """Copy a folder with what stands for files in it."""
        copied = _copy_folder(source, target, *more, **options)
        base = Path(source).absolute()
        for path in [path for path in self._urls if path.is_relative_to(base)]:
            place = Path(target).absolute() / path.relative_to(base)
            if place not in self._urls:
                self.copy(path, place)
        return copied

    def _like(self, url: str) -> str:
        """Whoever is idle is sent away: nobody may be connected to what is copied."""
        begun = monotonic()
        while True:
            self.server.tell(_PREPARED.format(make_url(url).database))
            try:
                return self.server.make(like=url)
            except OperationalError:
                if monotonic() - begun > _LONGEST_WAIT:
                    raise
                sleep(0.05)

    def forget(self, folder: Path) -> None:
        """Drop what stood for files in a folder that nobody asks for any more."""
        with self._lock:
            over = [path for path in self._urls if path.is_relative_to(folder)]
            for path in over:
                self.server.drop(self._urls.pop(path))


_copy_file = shutil.copy
_copy_folder = shutil.copytree
_connect = sqlite3.connect
_start = subprocess.Popen.__init__


class Plugin:
    """What the run of pytest is told."""

    def __init__(self, databases: Databases) -> None:
        self.databases = databases

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Have the server before any test bends what it would be started by."""
        shares_out = getattr(session.config.option, "dist", "no") != "no"
        if not shares_out or hasattr(session.config, "workerinput"):
            assert self.databases.server

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count what is about files, and leave it out."""
        for item in items:
            if item.get_closest_marker("sqlite_file"):
                item.add_marker(pytest.mark.skip(reason=SKIPPED))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Iterator[None]:
        """A database ends with the test whose folder it stood in."""
        folder = getattr(item, "funcargs", {}).get("tmp_path")
        result = yield
        if folder is not None:
            self.databases.forget(folder)
        return result

    def pytest_unconfigure(self) -> None:
        """Leave the server."""
        self.databases.close()


def install(config: pytest.Config) -> None:
    """Let whatever opens a database ask here where it is."""
    databases = Databases()

    def start(process: Any, *args: Any, **options: Any) -> None:
        databases.start(process, *args, **options)

    engine.make_url = databases.address  # type: ignore[assignment]
    release_package.open_database = databases.keep  # type: ignore[assignment]
    shutil.copy = databases.copy  # type: ignore[assignment]
    shutil.copytree = databases.copy_tree  # type: ignore[assignment]
    sqlite3.connect = databases.connect  # type: ignore[assignment]
    subprocess.Popen.__init__ = start  # type: ignore[method-assign]
    config.pluginmanager.register(Plugin(databases), "on-postgresql")
