"""When paid contributions run out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.ledger import lapse_date
from cakupan.analytics.months import month_number
from cakupan.domain.periods import Period


@pytest.mark.parametrize(
    ("first", "months", "lapse"),
    [
        ("2025-01", 12, date(2026, 1, 1)),
        ("2025-12", 1, date(2026, 1, 1)),
        ("2025-10", 3, date(2026, 1, 1)),
        ("2025-10-31", 4, date(2026, 2, 28)),
        ("2025", 24, date(2027, 1, 1)),
    ],
)
def test_a_round_lapses_after_its_last_month(first, months, lapse) -> None:
    assert lapse_date(Period(first), months) == lapse


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31)), st.integers(1, 24))
def test_each_month_more_lapses_in_the_next_one(day: date, months: int) -> None:
    first = Period.of_day(day)
    assert month_number(lapse_date(first, months)) - month_number(day) == months
    assert lapse_date(first, months) > day


def test_nothing_lapses_that_was_never_paid() -> None:
    with pytest.raises(ValueError, match="0 months"):
        lapse_date(Period("2025-01"), 0)
