"""A figure came in when the first load that counts brought it."""

from datetime import timedelta

from cakupan.domain.measures import Maturity, Measure
from cakupan.storage.queries.arrivals import first_arrivals
from tests.storage.conftest import NOON

DAY = timedelta(days=1)


def test_the_first_load_that_counts_says_when_a_figure_came_in(store, figure) -> None:
    store.load(figure(5, maturity=Maturity.SAMPLE))
    assert arrivals(store) == {}
    first = store.load(figure(5), figure(6, period="2025-09"), at=NOON + DAY)
    store.load(figure(7), at=NOON + 2 * DAY)
    assert arrivals(store) == {("36.03", "2025-10"): NOON + DAY}
    store.undo(first, at=NOON + 3 * DAY)
    assert arrivals(store) == {("36.03", "2025-10"): NOON + 2 * DAY}


def arrivals(store) -> object:
    return store.ask(
        first_arrivals,
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix="36",
        period_texts=["2025-10"],
        publishers=["bpjs"],
    )
