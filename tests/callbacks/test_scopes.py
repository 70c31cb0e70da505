"""What a page shows to somebody who may see some regions only."""

from collections.abc import Iterator

import numpy as np
import pytest

from cakupan.domain.acting import Actor, acting_as
from cakupan.domain.people import Scope
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.reference import read_reference
from callbacks.figures import Figures, Source
from callbacks.showing import Showing

BASE = "eligible"


@pytest.fixture(scope="module")
def source(settings: Settings) -> Iterator[Source]:
    engine = open_reader(settings.database_url)
    yield Source(engine, read_reference(settings.reference_dir))
    engine.dispose()


def line(figures: Figures, code: str) -> np.ndarray:
    panel = figures.panel(BASE)
    return panel.columns["coverage"][panel.rows([code])[0]]


def test_totals_are_those_of_everybody_and_other_parts_are_not_there(source: Source) -> None:
    rini = Actor("10.0.0.7", "Rini", Scope.of(["36.03"]))
    with source.figures() as whole, acting_as(rini), source.figures() as own:
        for code in ("00", "36", "36.03"):
            assert np.array_equal(line(own, code), line(whole, code), equal_nan=True)
        assert not np.isnan(line(own, "36")).all()
        for code in ("36.71", "17", "17.71"):
            assert np.isnan(line(own, code)).all()
        assert set(own.panel(BASE).participants["region_code"]) == {"36.03"}
        assert set(whole.panel(BASE).participants["region_code"]) > {"36.03", "17.71"}
        assert own.provinces() == {"36"}


def test_what_one_was_told_is_not_told_to_another(source: Source) -> None:
    with acting_as(Actor("", "Rini", Scope.of(["17"]))), source.figures() as own:
        first = own.periods(""), own.provinces()
    with acting_as(Actor("", "Budi", Scope.of(["36"]))), source.figures() as own:
        assert own.provinces() == {"36"}
    with source.figures() as whole:
        assert whole.provinces() == {"17", "36"}
    assert first[1] == {"17"}


def numbers(showing: Showing) -> set[float]:
    """Every number of every card of all pages, of a province and of a kabupaten."""
    found: set[float] = set()
    for path in showing.drawings:
        place = path.replace("<kode>", "36.71")
        for card in showing.cards(place, "?wilayah=36&periode=2025-10"):
            for column in card.columns:
                found |= {one for one in column.values if isinstance(one, int | float)}
    return found


def test_no_page_shows_a_figure_of_a_region_that_is_not_to_be_seen(showing: Showing) -> None:
    # Participants and workers of kabupaten and kota that stand for themselves alone.
    foreign = {140_000, 386_000, 91_000, 760_000, 180_000}
    assert foreign <= numbers(showing)
    with acting_as(Actor("10.0.0.7", "Rini", Scope.of(["36.03"]))):
        seen = numbers(showing)
    # What it is made of is complete for the province: total, and wage earners among them.
    assert {900_000, 2_727_000, 1_908_900} <= seen
    assert not foreign & seen
