"""A browser on the Segmen page, over a database with two sample lines of the ledger."""

from decimal import Decimal

import pytest
from dash import Dash

import app as application
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Maturity, Measure, unit_of
from cakupan.domain.periods import Period
from cakupan.settings import Settings
from layouts.page_ids.segmen import LedgerAction, LedgerFieldId
from tests.callbacks.conftest import add_load
from tests.callbacks.posting import Answer
from tests.callbacks.visitor import Visitor as AnyVisitor


class Visitor(AnyVisitor):
    """One browser on the Segmen page."""

    PAGE, SLOT, FIELDS = "segmen", "segmen-ledger.children", LedgerFieldId

    def add(self, **typed: str) -> Answer:
        """A new line, typed whole but for what is given."""
        filled = {
            "group": "ojek_daring",
            "payer": "csr",
            "workers": "946",
            "rate": "16.800",
            "start": "Agustus 2025",
            "months": "6",
            "citation": "Perjanjian 7/2025",
        }
        return self.decide(self.press("segmen-new"), **(filled | typed))

    def open(self, action: LedgerAction, key: str) -> Answer:
        return self.press({"key": key, "type": str(action)})

    def turn(self, load_id: int) -> Answer:
        return self.press({"load": load_id, "type": str(LedgerAction.TURN)})


def sample_line(region: str, start: str, workers: int, months: int) -> list[Figure]:
    numbers = {
        Measure.SUBSIDISED_WORKERS: workers,
        Measure.SUBSIDY_IDR_A_MONTH: 16_800,
        Measure.SUBSIDY_MONTHS: months,
    }
    return [
        Figure(
            key=FigureKey(
                region_code=region,
                measure=measure,
                period=Period(start),
                publisher="pemda",
                programme="apbd_provinsi",
                group="nelayan",
            ),
            value=Decimal(number),
            unit=unit_of(measure),
            rounding_unit=Decimal(1),
            maturity=Maturity.SAMPLE,
            sheet="Bantuan",
            cell="B2",
            citation="Contoh",
        )
        for measure, number in numbers.items()
    ]


@pytest.fixture
def visitor(own: Settings) -> Visitor:
    figures = (*sample_line("36", "2025-01", 3_600, 12), *sample_line("36.03", "2025-06", 500, 12))
    add_load(own, "bantuan.xlsx", figures, family="ledger")
    return Visitor(application.create_app(own))


@pytest.fixture
def reading(dashboard: Dash) -> Visitor:
    """A browser on the app that all tests share, which nobody changes."""
    return Visitor(dashboard)
