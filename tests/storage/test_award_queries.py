"""Awards are found with their category and winner, newest first; what is disputed is left out."""

import pytest

from cakupan.domain.measures import Maturity, Measure, Unit
from cakupan.storage.queries.awards import award_figures

pytestmark = pytest.mark.both_engines


def test_places_and_counts_come_with_category_winner_and_source(store, figure) -> None:
    place = {"measure": Measure.AWARD_PLACE, "unit": Unit.PLACE, "publisher": "pemda"}
    store.load(
        figure(1, region="61.04", period="2025", group="kabkota", citation="Kalbar", **place),
        figure(2, region="61.02", period="2024", group="bumn", programme="PT Contoh", **place),
        figure(
            3, region="61.09", period="2025", group="kabkota", maturity=Maturity.DISPUTED, **place
        ),
        figure(100, region="61.04"),
    )
    found = store.ask(award_figures)
    assert [(one.region_code, one.period.text, int(one.value)) for one in found] == [
        ("61.04", "2025", 1),
        ("61.02", "2024", 2),
    ]
    assert (found[0].category, found[0].winner, found[0].citation) == ("kabkota", "", "Kalbar")
    assert found[1].winner == "PT Contoh"
