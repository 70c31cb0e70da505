"""What is kept of a region for some months is given for those months and their span alone."""

from collections.abc import Callable
from typing import Any

import pytest

import app as application
from cakupan.domain.figures import Figure
from cakupan.domain.measures import Measure, Unit
from cakupan.domain.records import replace
from cakupan.settings import Settings
from tests.callbacks.conftest import add_load, figure
from tests.callbacks.visitor import Visitor as AnyVisitor

CASES = {"2025-09": 21_111, "2025-10": 32_222}
"""Of two months; of each before one case alone."""
WHAT_IS_SHOWN = {
    ("36", "2025-10", "bulan"): "32.222",
    ("36", "2025-10", "tahun"): "53.341",
    ("36", "2025-09", "bulan"): "21.111",
    ("36", "2025-09", "tahun"): "21.119",
    ("17", "2025-10", "bulan"): "17.171",
}


class Visitor(AnyVisitor):
    """One browser on the Manfaat page."""

    PAGE, SLOT = "manfaat", "manfaat-margins.children"


def claims(region: str, month: str, cases: int) -> Figure:
    one = figure(region, Measure.CLAIMS, month, cases, unit=Unit.CASE)
    return replace(one, key=replace(one.key, programme="JHT"))


@pytest.fixture
def paid(own: Settings) -> Visitor:
    """Claims of Banten in ten months, and of Bengkulu in one."""
    months = {f"2025-{month:02}": 1 for month in range(1, 9)} | CASES
    figures = [claims("36", month, cases) for month, cases in months.items()]
    figures.append(claims("17", "2025-10", 17_171))
    add_load(own, "klaim.xlsx", figures)
    return Visitor(application.create_app(own))


def test_each_region_month_and_span_shows_its_own_claims_whichever_was_looked_at_first(
    paid: Visitor, said: Callable[[Any], str]
) -> None:
    for (region, month, span), shown in [*WHAT_IS_SHOWN.items()] * 2:
        page = paid.page(f"?wilayah={region}&periode={month}&rentang={span}")
        assert shown in said(page["manfaat-indicators"]), (region, month, span)
