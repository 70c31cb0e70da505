"""The page's one question: how did a region and its parts move since an earlier same month?"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.heat import HeatMeasure, heat_grid
from cakupan.analytics.months import month_number
from cakupan.analytics.movement import movement
from cakupan.analytics.panel import Panel
from cakupan.analytics.published_pairs import Obstacle, PublishedRatio, published_pairs
from cakupan.analytics.quadrants import Quadrant, quadrant, quadrants
from cakupan.analytics.year_so_far import year_so_far
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
A, B = "17.01", "17.02"


def number(text: str) -> int:
    return month_number(Period(text).end)


@pytest.fixture
def panel(directory: RegionDirectory, participants: Build, workforce: Build) -> Panel:
    months = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)]
    counts = [
        (code, month, "total", 100 * (place + 1) + 3 * step, False, "bpjs" if code == A else "bps")
        for place, code in enumerate((A, B))
        for step, month in enumerate(months)
        if month <= "2025-10" and (code, month) != (B, "2025-03")
    ]
    bases = [(code, year, 1_000) for code in (A, B) for year in ("2023", "2024", "2025")]
    return Panel.of(directory, participants=participants(counts), workforce=workforce(bases))


def test_a_year_is_the_usual_span_and_another_counts_only_where_there_is_data(panel: Panel) -> None:
    bengkulu = panel.directory["17"]
    now = number("2025-10")
    assert movement(panel, bengkulu, month=now, before=None).before == number("2024-10")
    assert movement(panel, bengkulu, month=now, before=number("2023-10")).years == 2
    assert movement(panel, bengkulu, month=now, before=number("2019-10")).years == 1
    assert movement(panel, bengkulu, month=now, before=number("2024-09")).years == 1


def test_parts_and_whole_of_a_movement_fit_together(panel: Panel) -> None:
    found = movement(panel, panel.directory["17"], month=number("2025-10"), before=None)
    assert [part.region_code for part in found.parts] == [A, B]
    assert found.contributions is not None
    assert found.contributions.remainder == 0
    assert found.pooled is not None
    assert found.pooled.points == found.whole.points


def test_a_year_that_is_not_over_is_held_against_the_same_months_only(panel: Panel) -> None:
    found = year_so_far(panel, A, month=number("2025-10"), years_back=1)
    assert (found.year, found.base_year) == (2025, 2024)
    assert len(found.months) == found.compared == 10
    assert not found.complete
    after = sum(100 + 3 * step for step in range(24, 34))
    before = sum(100 + 3 * step for step in range(12, 22))
    assert found.growth == Fraction(after, before) - 1
    assert year_so_far(panel, A, month=number("2024-12"), years_back=1).complete


def test_a_month_without_figures_is_left_out_of_both_years(panel: Panel) -> None:
    found = year_so_far(panel, B, month=number("2025-10"), years_back=1)
    assert (found.stated, found.compared) == (9, 9)
    assert year_so_far(panel, B, month=number("2023-10"), years_back=1).growth is None


def test_the_grid_of_changes_is_coverage_less_coverage_a_year_before(panel: Panel) -> None:
    months = [number("2025-03"), number("2025-10")]
    levels = heat_grid(panel, [A, B], months, HeatMeasure.COVERAGE)
    changes = heat_grid(panel, [A, B], months, HeatMeasure.POINTS)
    assert np.isnan(levels.ratios[1, 0])
    assert np.isnan(changes.ratios[1, 0])
    assert levels.ratios[0, 1] == 0.199
    assert changes.ratios[0, 1] == pytest.approx(0.036)
    assert not changes.broken.any()
    first = heat_grid(panel, [A], [number("2023-05"), number("2031-01")], HeatMeasure.POINTS)
    assert np.isnan(first.ratios).all()


def test_the_grid_marks_a_break_and_gives_no_change_there(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    counts = [(A, "2024-10", "total", 5), (A, "2025-10", "total", 6, False, "kemnaker")]
    months = Panel.of(
        directory, participants=participants(counts), workforce=workforce([(A, "2024", 10)])
    )
    found = heat_grid(months, [A], [number("2025-10")], HeatMeasure.POINTS)
    assert found.broken.tolist() == [[True]]
    assert np.isnan(found.ratios).all()


RATIOS = st.fractions(0, 2)


@given(level=RATIOS, change=RATIOS, usual=st.tuples(RATIOS, RATIOS))
def test_every_region_lies_in_exactly_one_quarter(
    level: Fraction, change: Fraction, usual: tuple[Fraction, Fraction]
) -> None:
    quarter = quadrant(level, change, usual=usual)
    high = quarter in {Quadrant.LEADING, Quadrant.SLOWING}
    fast = quarter in {Quadrant.LEADING, Quadrant.CATCHING_UP}
    assert high == (level >= usual[0])
    assert fast == (change >= usual[1])


def test_quarters_have_names_of_all_regions_in_order() -> None:
    places = {
        "a": (0.6, 0.02),
        "b": (0.2, 0.02),
        "c": (0.6, 0.0),
        "d": (0.2, 0.0),
        "e": (0.5, 0.01),
    }
    assert quadrants(places, usual=(0.5, 0.01)) == {
        Quadrant.LEADING: ["a", "e"],
        Quadrant.CATCHING_UP: ["b"],
        Quadrant.SLOWING: ["c"],
        Quadrant.LAGGING: ["d"],
    }


def ratio(text: str, period: str, publisher: str, note: str = "") -> PublishedRatio:
    return PublishedRatio(Decimal(text), Period(period), publisher, note)


def test_bengkulu_is_neither_a_rise_nor_a_fall() -> None:
    pairs = published_pairs(
        [ratio("0.2726", "2025-09", "harapanbarunews.com"), ratio("0.4184", "2024-12", "harian")]
    )
    assert [pair.points for pair in pairs] == [None]
    assert pairs[0].obstacles == (Obstacle.PUBLISHER, Obstacle.MONTH)


def test_one_publisher_on_the_same_month_in_the_same_words_is_compared_in_points() -> None:
    pairs = published_pairs(
        [ratio("0.5569", "2023-12", "ketapangmedia"), ratio("0.6802", "2024-12", "ketapangmedia")]
    )
    assert [pair.points for pair in pairs] == [Fraction(1233, 10_000)]
    noted = ratio("0.6802", "2024-12", "ketapangmedia", "Dengan Jakon")
    assert published_pairs([pairs[0].before, noted])[0].obstacles == (Obstacle.DEFINITION,)


def test_a_single_published_figure_has_no_pair() -> None:
    assert published_pairs([ratio("0.4603", "2025-11-27", "portalkota")]) == []


def test_december_is_not_held_against_may_for_counts_swing_within_a_year(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    counts = [
        ("00", "2024-12", "total", 45_220_000, False, "bpjs", 10_000),
        ("00", "2025-05", "total", 39_050_000, False, "bpjs", 10_000),
    ]
    nation = Panel.of(
        directory,
        participants=participants(counts),
        workforce=workforce([("00", "2024-08", 144_642_004)]),
    )
    found = movement(nation, nation.directory["00"], month=number("2025-05"), before=None)
    assert found.bases == []
    assert found.whole.growth is None
    assert found.whole.points is None
    assert found.year.growth is None


def test_babel_with_jakon_is_not_held_against_babel_without(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    whole = {"PU": 160_000, "BPU": 45_000, "JAKON": 21_750, "PMI": 0}
    counts = [(A, "2023-12", segment, count) for segment, count in whole.items()]
    counts += [(A, "2024-12", name, count) for name, count in whole.items() if name != "JAKON"]
    region = Panel.of(
        directory, participants=participants(counts), workforce=workforce([(A, "2023", 563_074)])
    )
    found = movement(region, directory[A], month=number("2024-12"), before=None)
    assert [
        f"{float(month.coverage or 0):.2%}" for month in (found.whole.before, found.whole.after)
    ] == [
        "40.27%",
        "36.41%",
    ]
    assert found.whole.points is None
    assert found.whole.growth is None
