"""What holds for every test."""

import gc
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import on_postgresql
from tests.postgresql import Server, serving

# A slow machine is no fault of the arithmetic.
settings.register_profile("cakupan", deadline=None)
settings.load_profile("cakupan")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The whole suite can be asked for on the other engine: ``make faults`` does."""
    told = "put every database of the suite on a PostgreSQL of its own"
    parser.addoption("--on-postgresql", action="store_true", help=told)


def pytest_configure(config: pytest.Config) -> None:
    """Ask before anything is opened."""
    if config.getoption("--on-postgresql"):
        on_postgresql.install(config)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of two workers one runs all of a module, unless the module is part of a larger group.

    What a module sets up it sets up once, and a worker asks once for all of it what to do next.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.location[0]))


def pytest_collection_finish() -> None:
    """What is there once all tests are known stays: nobody looks through it for litter again.

    Looking through all modules and the list of ten thousand tests over and over was a fifth of
    the suite. What the tests make is looked through, a little less often than usual.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


@pytest.fixture(scope="session")
def postgresql(pytestconfig: pytest.Config) -> Iterator[Server]:
    """One server for the whole run; a test that asks for none starts none."""
    shared = pytestconfig.pluginmanager.get_plugin("on-postgresql")
    if shared is not None:
        yield shared.databases.server
        return
    with serving() as server:
        yield server
