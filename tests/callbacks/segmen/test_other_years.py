"""What is kept of a region for a year is asked for by whoever looks at another one."""

from collections.abc import Callable
from typing import Any

import pytest

import app as application
from cakupan.domain.figures import Figure
from cakupan.domain.measures import Measure
from cakupan.domain.records import replace
from cakupan.settings import Settings
from tests.callbacks.conftest import add_load, figure
from tests.callbacks.segmen.conftest import Visitor

REGISTERED = Measure.VULNERABLE_REGISTERED
YEARS = {"2024": 4_000, "2025": 5_000}


def fishers(region: str, year: str, people: int) -> Figure:
    one = figure(region, Measure.VULNERABLE_WORKERS, year, people)
    return replace(one, key=replace(one.key, group="nelayan"))


@pytest.fixture
def twice(own: Settings) -> Visitor:
    """Vulnerable workers of Banten in two years, and fishers among them and in Bengkulu."""
    figures = [
        figure("36", Measure.VULNERABLE_WORKERS, year, people) for year, people in YEARS.items()
    ]
    figures += fishers("36", "2024", 300), fishers("36", "2025", 200), fishers("17", "2025", 100)
    figures += [
        replace(one, key=replace(one.key, measure=REGISTERED), value=one.value / 4)
        for one in figures[2:]
    ]
    add_load(own, "rentan.xlsx", figures)
    return Visitor(application.create_app(own))


def test_each_year_shows_its_own_vulnerable_workers_whichever_was_looked_at_first(
    twice: Visitor, said: Callable[[Any], str]
) -> None:
    for year in ("2025", "2024", "2025"):
        page = twice.page(f"?wilayah=36&periode={year}-10")
        head = said(page["segmen-groups-head"])
        assert year in head, head


def test_a_page_is_the_same_whatever_else_was_looked_at_before(
    twice: Visitor, own: Settings
) -> None:
    asked = [f"?wilayah=36&periode={month}" for month in ("2025-10", "2025-09", "2024-10")]
    others = [
        f"{asked[0]}{choice}" for choice in ("&jakon=tanpa", "&basis=domisili", "&beban=semua")
    ]
    for search in (*asked, *others, "?wilayah=17&periode=2025-10"):
        assert twice.page(search) == Visitor(application.create_app(own)).page(search), search
