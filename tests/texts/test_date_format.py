"""Dates read as people write them."""

from datetime import UTC, date, datetime

import pytest

from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.texts import date_format


@pytest.mark.parametrize(
    ("text", "shown_id", "shown_en"),
    [
        ("2025", "2025", "2025"),
        ("2025-10", "Oktober 2025", "October 2025"),
        ("2025-11-27", "27 November 2025", "27 November 2025"),
    ],
)
def test_a_period_is_shown_as_precisely_as_it_is_known(text, shown_id, shown_en) -> None:
    assert date_format.period(Period(text), Language.ID) == shown_id
    assert date_format.period(Period(text), Language.EN) == shown_en


def test_short_months_are_those_of_indonesian_offices() -> None:
    shorts = [date_format.month_name(month, Language.ID, short=True) for month in range(1, 13)]
    assert " ".join(shorts) == "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"


def test_the_hour_is_written_with_a_dot_in_indonesian() -> None:
    moment = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
    assert date_format.moment(moment, Language.ID) == "21 Nov 2026, 09.05"
    assert date_format.moment(moment, Language.EN) == "21 Nov 2026, 09:05"


def test_a_day_is_written_without_a_leading_zero() -> None:
    assert date_format.day(date(2025, 8, 1), Language.ID) == "1 Agustus 2025"
