"""A period keeps the precision it was stated in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.periods import Period, Precision


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_period_starts_before_it_ends_and_holds_its_day(day: date) -> None:
    for period in (
        Period.of_day(day),
        Period.of_month(day.year, day.month),
        Period.of_year(day.year),
    ):
        assert period.start <= day <= period.end


def test_a_month_ends_on_its_last_day_also_in_a_leap_year() -> None:
    assert Period("2024-02").end == date(2024, 2, 29)
    assert Period("2025-02").end == date(2025, 2, 28)


def test_a_year_ends_on_31_december() -> None:
    assert Period("2030").end == date(2030, 12, 31)
    assert Period("2030").precision is Precision.YEAR


def test_growth_is_measured_against_the_same_month_of_the_year_before() -> None:
    assert Period("2025-10").same_month_last_year() == Period("2024-10")
    assert Period("2025").same_month_last_year() == Period("2024")
    assert Period("2024-02-29").same_month_last_year() == Period("2023-02")


@pytest.mark.parametrize("text", ["", "25", "2025-13", "2025-1", "Okt 2025", "2025-02-30"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Period(text)
