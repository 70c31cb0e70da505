"""What is kept of a region for a year is asked for by whoever looks at another one."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

import app as application
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Measure
from cakupan.settings import Settings
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from tests.callbacks.conftest import figure
from tests.callbacks.segmen.conftest import Visitor

YEARS = {"2024": 4_000, "2025": 5_000}


@pytest.fixture
def twice(own: Settings) -> Visitor:
    """Vulnerable workers of Banten in two years."""
    engine = open_database(own.database_url)
    figures = [
        figure("36", Measure.VULNERABLE_WORKERS, year, people) for year, people in YEARS.items()
    ]
    when = datetime(2026, 1, 6, 12, 0, tzinfo=UTC)
    write_load(engine, NewLoad("rentan.xlsx", "d" * 64, "long", "Sari", when), figures)
    engine.dispose()
    return Visitor(application.create_app(own))


def test_each_year_shows_its_own_vulnerable_workers_whichever_was_looked_at_first(
    twice: Visitor, said: Callable[[Any], str]
) -> None:
    for year in ("2025", "2024", "2025"):
        page = twice.page(f"?wilayah=36&periode={year}-10")
        head = said(page["segmen-groups-head"])
        assert year in head, head
