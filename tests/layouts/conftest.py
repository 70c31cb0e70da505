"""The reference data of the repository."""

from pathlib import Path

import pytest

from cakupan.domain.reference import Reference
from cakupan.storage.reference import read_reference


@pytest.fixture(scope="session")
def reference() -> Reference:
    return read_reference(Path(__file__).resolve().parents[2] / "data" / "reference")
