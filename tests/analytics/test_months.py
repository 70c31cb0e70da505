from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.months import month_ends, month_number, month_numbers, month_texts
from cakupan.domain.periods import Period


def test_a_year_is_twelve_months_whatever_the_century() -> None:
    assert month_number(date(2030, 12, 31)) - month_number(date(2025, 10, 1)) == 62
    assert month_number(date(1970, 1, 31)) == 0
    assert month_number(date(1969, 12, 1)) == -1


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_comes_back_as_its_month_and_the_months_last_day(day: date) -> None:
    number = month_number(day)
    column = pd.Series([day], dtype="datetime64[us]", index=[7])
    assert month_numbers(column).loc[7] == number
    assert month_texts(pd.Index([number])).tolist() == [f"{day:%Y-%m}"]
    assert month_ends(pd.Index([number]))[0].date() == Period(f"{day:%Y-%m}").end
