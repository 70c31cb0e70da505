"""A date written with its weekday can be checked against the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.weekdays import WEEKDAYS, is_possible, weekday_of, years_that_fit


def test_wednesday_30_july_2024_cannot_be_but_2025_could() -> None:
    written = date(2024, 7, 30)
    assert not is_possible(written, "Rabu")
    assert is_possible(written, "Selasa")
    assert years_that_fit(written, "Rabu") == (2025,)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_each_day_is_possible_with_one_weekday_alone(day: date) -> None:
    assert sum(is_possible(day, name) for name in WEEKDAYS) == 1
    assert day.year in years_that_fit(day, WEEKDAYS[day.weekday()])


def test_a_leap_day_has_no_year_without_one() -> None:
    assert years_that_fit(date(2024, 2, 29), "Kamis") == (2024,)


def test_a_word_that_is_no_weekday_is_refused() -> None:
    with pytest.raises(ValueError, match="Wednesday"):
        weekday_of("Wednesday")
