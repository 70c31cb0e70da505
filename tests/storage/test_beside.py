"""What is current beside a file's figures: what they can be held against, and no more."""

from collections.abc import Callable
from typing import Any

import pytest

from cakupan.domain.figures import Figure
from cakupan.domain.measures import Maturity, Measure, Segment
from cakupan.storage.queries.beside import current_beside

pytestmark = pytest.mark.both_engines

Make = Callable[..., Figure]
Names = set[tuple[str, ...]]


@pytest.fixture
def beside(store: Any, figure: Make) -> Callable[..., Names]:
    """What stands beside figures: (measure, region, period, segment, programme)."""

    def ask(*figures: Figure, related: tuple[Measure, ...] = ()) -> Names:
        found = store.ask(current_beside, figures=figures, related=related)
        return {
            (
                one.key.measure.value,
                one.key.region_code,
                one.key.period.text,
                one.key.segment.value,
                one.key.programme,
            )
            for one in found
        }

    return ask


def test_the_period_before_and_the_newest_of_all_stand_beside_a_file(
    store: Any, figure: Make, beside: Callable[..., Names]
) -> None:
    store.load(*(figure(period=f"{year}-10") for year in (2021, 2022, 2023, 2024, 2025)))
    found = beside(figure(period="2024-10"))
    assert {period for _, _, period, *_ in found} == {"2023-10", "2025-10"}


def test_related_measures_are_those_of_the_same_regions_and_periods(
    store: Any, figure: Make, beside: Callable[..., Names]
) -> None:
    def employed(region: str, period: str) -> Figure:
        return figure(region=region, period=period, measure=Measure.EMPLOYED, publisher="bps")

    store.load(
        employed("36.03", "2025-08"), employed("36.03", "2024-08"), employed("32.01", "2025-08")
    )
    asked = figure(measure=Measure.LABOUR_FORCE, period="2025-08", publisher="bps")
    found = beside(asked, related=(Measure.EMPLOYED, Measure.LABOUR_FORCE))
    assert found == {("employed", "36.03", "2025-08", "total", "")}


def test_provinces_other_segments_and_other_programmes_of_the_period_are_there(
    store: Any, figure: Make, beside: Callable[..., Names]
) -> None:
    store.load(
        figure(period="2024-10"),
        figure(region="36", period="2024-10"),
        figure(segment=Segment.PU, period="2024-10"),
        figure(programme="JKK", period="2024-10"),
        figure(period="2025-10"),
    )
    found = beside(figure(period="2024-10"))
    assert {key[1:] for key in found} == {
        ("36", "2024-10", "total", ""),
        ("36.03", "2024-10", "PU", ""),
        ("36.03", "2024-10", "total", "JKK"),
        ("36.03", "2025-10", "total", ""),
    }


def test_withdrawn_figures_and_samples_do_not_stand_beside_real_ones(
    store: Any, figure: Make, beside: Callable[..., Names]
) -> None:
    store.undo(store.load(figure(period="2023-10")))
    store.load(figure(period="2024-10", maturity=Maturity.SAMPLE))
    assert beside(figure(period="2025-10")) == set()
    assert len(beside(figure(period="2025-10", maturity=Maturity.SAMPLE))) == 1


def test_a_figure_comes_back_as_it_was_loaded(store: Any, figure: Make) -> None:
    loaded = figure("2730000", period="2024-10", rounding_unit="10000", citation="Siaran pers")
    store.load(loaded)
    assert store.ask(current_beside, figures=[figure()], related=()) == [loaded]
