"""What holds for every test."""

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


@pytest.fixture(scope="session")
def postgresql(pytestconfig: pytest.Config) -> Iterator[Server]:
    """One server for the whole run; a test that asks for none starts none."""
    shared = pytestconfig.pluginmanager.get_plugin("on-postgresql")
    if shared is not None:
        yield shared.databases.server
        return
    with serving() as server:
        yield server
