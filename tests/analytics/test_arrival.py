from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.arrival import arrival, arrival_month, months_later
from cakupan.analytics.trajectory import Mark, yearly_changes
from cakupan.domain.periods import Period


def october(year: int, coverage: str) -> Mark:
    return Mark(date(year, 10, 31), Fraction(coverage))


WAY = (october(2022, "0.40"), october(2023, "0.42"), october(2024, "0.43"), october(2025, "0.46"))


def test_the_range_of_arrival_is_that_of_the_best_and_the_worst_year() -> None:
    found = arrival(WAY, ratio=Decimal("0.52"))
    assert found is not None
    assert (found.best_pace, found.worst_pace) == (Fraction("0.03"), Fraction("0.01"))
    assert found.mean_pace == Fraction("0.02")
    assert found.changes == 3
    assert found.earliest == Period("2027-10")
    assert found.mean == Period("2028-10")
    assert found.latest == Period("2031-10")


def test_a_year_of_decline_leaves_the_latest_arrival_open() -> None:
    found = arrival((*WAY, october(2026, "0.455")), ratio=Decimal("0.52"))
    assert found is not None
    assert found.latest is None
    assert found.earliest is not None


def test_one_year_alone_is_never_extrapolated() -> None:
    assert arrival(WAY[-2:], ratio=Decimal("0.52")) is None
    assert arrival((WAY[0], WAY[2], WAY[3]), ratio=Decimal("0.52")) is None
    assert arrival((), ratio=Decimal("0.52")) is None


def test_a_goal_already_reached_was_reached_this_month() -> None:
    found = arrival(WAY, ratio=Decimal("0.46"))
    assert found is not None
    assert {found.earliest, found.mean, found.latest} == {Period("2025-10")}


def test_a_part_of_a_month_counts_as_a_month() -> None:
    current = october(2025, "0.46")
    pace = Fraction("0.12")
    assert arrival_month(current, ratio=Decimal("0.47"), pace=pace) == Period("2025-11")
    assert arrival_month(current, ratio=Decimal("0.4701"), pace=pace) == Period("2025-12")
    assert arrival_month(current, ratio=Decimal("0.47"), pace=Fraction(0)) is None


def test_what_would_take_beyond_this_century_is_not_foretold() -> None:
    assert months_later(Period("2025-10"), 75 * 12 + 2) == Period("2100-12")
    assert months_later(Period("2025-10"), 75 * 12 + 3) is None


@pytest.mark.parametrize(("months", "then"), [(0, "2025-10"), (2, "2025-12"), (3, "2026-01")])
def test_months_go_on_over_the_turn_of_the_year(months: int, then: str) -> None:
    assert months_later(Period("2025-10"), months) == Period(then)


@given(st.lists(st.fractions(0, 1, max_denominator=1000), min_size=1, max_size=12))
def test_every_pair_of_marks_a_year_apart_is_one_change(coverages: list[Fraction]) -> None:
    marks = [Mark(date(2000 + place, 10, 31), one) for place, one in enumerate(coverages)]
    assert sum(yearly_changes(marks)) == coverages[-1] - coverages[0]
    assert yearly_changes(marks[::2]) == []


@given(
    st.fractions(0, 1, max_denominator=1000),
    st.integers(1, 999).map(lambda thousandths: Decimal(thousandths) / 1000),
    st.fractions(Fraction(1, 100), Fraction(1, 5)),
)
def test_the_month_of_arrival_is_the_first_that_is_far_enough(
    coverage: Fraction, ratio: Decimal, pace: Fraction
) -> None:
    current = Mark(date(2025, 10, 31), coverage)
    month = arrival_month(current, ratio=ratio, pace=pace)
    if month is None:
        assert coverage + pace * current.years_to(date(2100, 12, 31)) < ratio
        return
    reached = coverage + pace * current.years_to(month.end)
    assert reached >= Fraction(ratio)
    assert reached - pace / 12 < Fraction(ratio) or month == Period("2025-10")
