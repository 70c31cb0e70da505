"""A figure that a person corrected counts until a person undoes it, and files are still read."""

from datetime import timedelta
from decimal import Decimal

import pytest

from cakupan.domain.corrections import FAMILY, Correction, Fit
from cakupan.domain.measures import Maturity, Measure
from cakupan.storage.loading import compare
from cakupan.storage.queries.corrections import corrections, standing_figures
from cakupan.storage.queries.figures import current_figures
from tests.storage.conftest import NOON, Store

MINUTE = timedelta(minutes=1)


def correct(store: Store, one, *, minute: int = 1):
    return store.load(one, at=NOON + minute * MINUTE, family=FAMILY, name="Koreksi")


def values(store: Store) -> list[Decimal]:
    return [one.value for one in store.ask(current_figures, region_prefix="")]


def newest(store: Store) -> Correction:
    return store.ask(corrections, most=10)[0]


def test_a_correction_takes_the_place_of_one_figure_and_of_no_other(store, figure) -> None:
    store.load(figure(91_000), figure(500, period="2025-09"), figure(7, region="36.04"))
    correct(store, figure(9_100))
    assert sorted(values(store)) == [7, 500, 9_100]
    found = newest(store)
    assert (found.before, found.figure.value, found.holds) == (91_000, 9_100, True)
    assert found.fit is Fit.FITS


def test_undoing_it_restores_what_the_file_says(store, figure) -> None:
    store.load(figure(91_000))
    load = correct(store, figure(9_100))
    store.undo(load, at=NOON + 2 * MINUTE)
    assert values(store) == [91_000]
    assert not newest(store).holds
    store.redo(load, at=NOON + 3 * MINUTE)
    assert values(store) == [9_100]


@pytest.mark.parametrize(
    ("again", "fit"), [(91_000, Fit.FITS), (9_400, Fit.OUTDATED), (9_100, Fit.NEEDLESS)]
)
def test_a_file_that_comes_later_never_wins_silently(store, figure, again, fit) -> None:
    store.load(figure(91_000))
    correct(store, figure(9_100))
    with store.reader.connect() as connection:
        assert compare(connection, [figure(again)]).counts.unchanged == 1
    later = store.load(figure(again), at=NOON + 2 * MINUTE)
    assert later.counts.changed == 0
    assert values(store) == [9_100]
    found = newest(store)
    assert (found.fit, found.stated, found.stated_now) == (fit, 91_000, again)


def test_a_correction_outlives_its_file_and_says_that_it_rests_on_nothing(store, figure) -> None:
    load = store.load(figure(91_000))
    correct(store, figure(9_100))
    store.undo(load, at=NOON + 2 * MINUTE)
    assert values(store) == [9_100]
    assert newest(store).fit is Fit.BASELESS


def test_a_figure_corrected_twice_knows_both_what_was_seen_and_what_the_file_said(
    store, figure
) -> None:
    store.load(figure(91_000))
    correct(store, figure(9_100))
    # Clocks go back, too.
    correct(store, figure(9_200), minute=0)
    second, first = store.ask(corrections, most=10)
    assert (second.before, second.stated, second.holds) == (9_100, 91_000, True)
    assert not first.holds
    store.load(figure(9_500), at=NOON + 3 * MINUTE)
    assert newest(store).fit is Fit.OUTDATED


def test_a_corrected_sample_gives_way_to_a_real_figure(store, figure) -> None:
    sample = Maturity.SAMPLE
    store.load(figure(91_000, maturity=sample))
    correct(store, figure(9_100, maturity=sample))
    store.load(figure(91_000, maturity=sample), at=NOON + 2 * MINUTE)
    assert values(store) == [9_100]
    store.load(figure(8_000), at=NOON + 3 * MINUTE)
    assert values(store) == [8_000]
    assert not newest(store).holds


def test_what_stands_of_a_region_comes_with_its_file(store, figure) -> None:
    store.load(figure(91_000), figure(3, period="2024-10"), name="peserta.xlsx")
    found = store.ask(
        standing_figures,
        region_code="36.03",
        measures=[Measure.PARTICIPANTS_ACTIVE],
        period_texts=["2025-10"],
    )
    assert [(one.value, file) for one, file in found] == [(91_000, "peserta.xlsx")]
