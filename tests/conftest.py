"""What holds for every test."""

import gc
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from cakupan.access import passwords
from cakupan.storage import reference
from etl.preparation import open_prepared
from tests import compiled_once, on_postgresql, shipped
from tests.postgresql import Server, serving
from tests.reading_here import reading_here


class Together(LoadScopeScheduling):
    """All of a module is one worker's, and all that is seen in a browser: there is one browser.

    What a module sets up it sets up once, and a worker asks once for all of it what to do next.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]


# A slow machine is no fault of the arithmetic.
settings.register_profile("cakupan", deadline=None)
settings.load_profile("cakupan")
# Before anybody has taken a reader of these for himself.
shipped.read_once()
compiled_once.compile_once()
# Made to be slow, for whoever guesses: how slow is the matter of one test.
passwords.PasswordHasher = partial(PasswordHasher, time_cost=1, memory_cost=64)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The whole suite can be asked for on the other engine: ``make faults`` does."""
    told = "put every database of the suite on a PostgreSQL of its own"
    parser.addoption("--on-postgresql", action="store_true", help=told)


def pytest_configure(config: pytest.Config) -> None:
    """Ask before anything is opened."""
    if config.getoption("--on-postgresql"):
        on_postgresql.install(config)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Tell several workers which tests belong together."""
    return Together(config, log)


def pytest_collection_finish() -> None:
    """What is there once all tests are known stays: nobody looks through it for litter again.

    Looking through all modules and the list of ten thousand tests over and over was a fifth of
    the suite. What the tests make is looked through, a little less often than usual.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="module", autouse=True)
def parser() -> Iterator[None]:
    """A file is read in this process; where the child is what it is about, that is said."""
    with reading_here():
        yield


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with tables and regions but no figure; tests work on copies of it."""
    path = tmp_path_factory.mktemp("database") / "empty.db"
    known = reference.read_reference(shipped.SHIPPED)
    open_prepared(f"sqlite:///{path.as_posix()}", known).dispose()
    return path


@pytest.fixture(scope="session")
def postgresql(pytestconfig: pytest.Config) -> Iterator[Server]:
    """One server for the whole run; a test that asks for none starts none."""
    shared = pytestconfig.pluginmanager.get_plugin("on-postgresql")
    if shared is not None:
        yield shared.databases.server
        return
    with serving() as server:
        yield server
