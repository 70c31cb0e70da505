from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.gaps import months_left, people_a_month, people_needed, workers_after
from cakupan.domain.periods import Period


def test_banten_needs_235_200_people_to_half_and_1_123_860_to_the_target_of_2030() -> None:
    assert people_needed(2_727_000, 5_924_400, ratio=Decimal("0.50")) == 235_200
    assert people_needed(2_727_000, 5_924_400, ratio=Decimal("0.65")) == 1_123_860
    assert months_left(Period("2025-10"), 2030) == 62
    assert people_a_month(1_123_860, 62) == 18_127


def test_with_the_rounded_figures_the_need_is_about_1_12_million_or_1_42_with_growth() -> None:
    ratio = Decimal("0.65")
    fixed = people_needed(2_730_000, 5_920_000, ratio=ratio)
    growing = people_needed(
        2_730_000, workers_after(5_920_000, growth=Decimal("0.015"), years=5), ratio=ratio
    )
    assert fixed == 1_118_000
    assert people_a_month(fixed, 60) == 18_634
    assert growing == 1_415_389
    assert people_needed(2_730_000, 5_920_000, ratio=Decimal("0.50")) == 230_000
    assert people_needed(2_725_000, 5_920_000, ratio=Decimal("0.50")) == 235_000


def test_a_workforce_that_does_not_grow_stays_exactly_what_it_was() -> None:
    assert workers_after(5_924_400, growth=Decimal(0), years=40) == 5_924_400


@pytest.mark.parametrize(
    ("period", "year", "months"),
    [("2025-12", 2025, 0), ("2025-12", 2026, 12), ("2026-01", 2025, 0), ("2025-10-31", 2030, 62)],
)
def test_months_run_to_the_end_of_the_target_year(period: str, year: int, months: int) -> None:
    assert months_left(Period(period), year) == months


def test_without_a_month_left_there_is_no_monthly_need_unless_nobody_is_missing() -> None:
    assert people_a_month(5, 0) is None
    assert people_a_month(0, 0) == 0


@given(
    st.integers(0, 10**9),
    st.integers(1, 10**9),
    st.decimals(min_value=0, max_value=1, places=4),
)
def test_that_many_people_reach_the_target_and_one_fewer_does_not(
    participants: int, workers: int, ratio: Decimal
) -> None:
    people = people_needed(participants, workers, ratio=ratio)
    assert Fraction(participants + people, workers) >= Fraction(ratio)
    assert people == 0 or Fraction(participants + people - 1, workers) < Fraction(ratio)


@given(st.integers(0, 10**8), st.integers(1, 1200))
def test_the_monthly_need_brings_everybody_in_time_and_one_fewer_does_not(
    people: int, months: int
) -> None:
    monthly = people_a_month(people, months)
    assert monthly is not None
    assert monthly * months >= people
    assert people == 0 or (monthly - 1) * months < people
