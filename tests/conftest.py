"""What holds for every test."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgresql import Server, serving

# A slow machine is no fault of the arithmetic.
settings.register_profile("cakupan", deadline=None)
settings.load_profile("cakupan")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """One server for the whole run; a test that asks for none starts none."""
    with serving() as server:
        yield server
