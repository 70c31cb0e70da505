from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.gaps import months_left, people_needed, workers_after
from cakupan.analytics.needs import glide_coverage, yearly_needs
from cakupan.domain.periods import Period

GROWTHS = st.integers(-300, 500).map(lambda tenths: Decimal(tenths) / 10_000)
RATIOS = st.integers(1, 1200).map(lambda tenths: Decimal(tenths) / 1000)
MONTHS = st.builds(Period.of_month, st.integers(2018, 2026), st.integers(1, 12))
COUNTS = st.tuples(st.integers(0, 10**7), st.integers(1, 10**7))


def test_from_46_03_to_65_percent_the_way_climbs_3_79_points_a_year() -> None:
    start, goal = Fraction("0.4603"), Fraction("0.65")
    path = [glide_coverage(start, goal, elapsed=year, total=5) for year in range(1, 6)]
    assert [f"{float(step):.2%}" for step in path] == [
        "49.82%",
        "53.62%",
        "57.41%",
        "61.21%",
        "65.00%",
    ]
    assert f"{float(path[0] - start) * 100:.2f}" == "3.79"


def test_the_years_of_banten_add_up_to_the_need_on_the_overview() -> None:
    needs = yearly_needs(
        2_727_000,
        5_924_400,
        period=Period("2025-10"),
        ratio=Decimal("0.65"),
        year=2030,
        growth=Decimal(0),
    )
    assert [need.year for need in needs] == [2026, 2027, 2028, 2029, 2030]
    assert [f"{float(need.coverage):.2%}" for need in needs] == [
        "49.82%",
        "53.62%",
        "57.41%",
        "61.21%",
        "65.00%",
    ]
    assert [need.months for need in needs] == [14, 12, 12, 12, 12]
    assert [need.participants for need in needs][-1] == 3_850_860
    assert sum(need.additions for need in needs) == 1_123_860


def test_a_growing_workforce_asks_for_more_each_year() -> None:
    rounded = {"period": Period("2025-12"), "ratio": Decimal("0.65"), "year": 2030}
    still = yearly_needs(2_730_000, 5_920_000, growth=Decimal(0), **rounded)
    growing = yearly_needs(2_730_000, 5_920_000, growth=Decimal("0.015"), **rounded)
    assert sum(need.additions for need in still) == 1_118_000
    assert round(sum(need.additions for need in still) / 60, -2) == 18_600
    assert sum(need.additions for need in growing) == 1_415_389
    assert all(more.additions > less.additions for more, less in zip(growing, still, strict=True))


def test_within_its_last_year_a_target_asks_for_all_at_once() -> None:
    [need] = yearly_needs(
        40,
        100,
        period=Period("2025-10"),
        ratio=Decimal("0.5"),
        year=2025,
        growth=Decimal("0.1"),
    )
    assert (need.year, need.participants, need.additions) == (2025, 50, 10)
    assert (need.months, need.a_month) == (2, 5)


@pytest.mark.parametrize("period", ["2025-12", "2026-01"])
def test_a_target_whose_last_month_has_come_asks_for_nothing_more(period: str) -> None:
    assert (
        yearly_needs(
            40, 100, period=Period(period), ratio=Decimal("0.5"), year=2025, growth=Decimal(0)
        )
        == ()
    )


@given(COUNTS, MONTHS, RATIOS, st.integers(0, 30), GROWTHS)
def test_the_steps_hit_both_ends_and_lose_nobody(
    counts: tuple[int, int], period: Period, ratio: Decimal, ahead: int, growth: Decimal
) -> None:
    participants, workers = counts
    year = period.year + ahead
    needs = yearly_needs(
        participants, workers, period=period, ratio=ratio, year=year, growth=growth
    )
    months = months_left(period, year)
    assert bool(needs) == bool(months)
    if needs:
        base = workers_after(workers, growth=growth, years=ahead)
        assert needs[-1].coverage == Fraction(ratio)
        assert needs[-1].workers == base
        assert sum(need.months for need in needs) == months
        total = sum(need.additions for need in needs)
        assert participants + total == needs[-1].participants
        assert max(0, total) == people_needed(participants, base, ratio=ratio)


@given(st.fractions(0, 2), st.fractions(0, 2), st.integers(1, 50))
def test_the_way_begins_where_one_stands_and_ends_at_the_goal(
    start: Fraction, goal: Fraction, years: int
) -> None:
    path = [glide_coverage(start, goal, elapsed=year, total=years) for year in range(years + 1)]
    assert (path[0], path[-1]) == (start, goal)
    steps = {after - before for before, after in pairwise(path)}
    assert steps == {(goal - start) / years}
