from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.growth import decompose, relative_growth, year_on_year
from cakupan.analytics.summary import Headline, Reason
from cakupan.domain.periods import Period


def headline(
    period: str, participants: int | None, workers: int | None, reason: Reason | None = None
) -> Headline:
    known = participants is not None and workers is not None
    return Headline(
        region_code="61.04",
        period=Period(period),
        participants=participants,
        workers=workers,
        coverage=participants / workers if known else None,
        workers_period=Period("2024") if workers else None,
        parts_with_data=0,
        parts_expected=0,
        covered_part=None,
        sample=False,
        reason=reason,
    )


def test_ketapang_grew_by_21_percent_and_by_12_33_points() -> None:
    growth = relative_growth(101_052, 122_318)
    assert growth is not None
    assert f"{float(growth):+.1%}" == "+21.0%"
    points = decompose(n0=5569, d0=10_000, n1=6802, d1=10_000).points
    assert f"{float(points) * 100:+.2f}" == "+12.33"


def test_growth_from_nobody_has_no_percentage() -> None:
    assert relative_growth(0, 5) is None


def test_a_workforce_that_grows_takes_points_away() -> None:
    found = decompose(n0=50, d0=100, n1=60, d1=120)
    assert found.points == 0
    assert found.participants_part == Fraction(1, 10)
    assert found.workers_part == Fraction(-1, 10)


COUNTS = st.integers(0, 300_000_000)
WORKERS = st.integers(1_000, 300_000_000)


@given(COUNTS, WORKERS, COUNTS, WORKERS)
def test_the_two_contributions_are_the_change_exactly(n0: int, d0: int, n1: int, d1: int) -> None:
    found = decompose(n0=n0, d0=d0, n1=n1, d1=d1)
    assert found.participants_part + found.workers_part == found.points
    assert found.points == Fraction(n1, d1) - Fraction(n0, d0)


@given(st.integers(0, 10_000_000), st.integers(0, 10_000_000), *[st.integers(5_000_000, 10**8)] * 2)
def test_as_floats_the_contributions_agree_to_the_twelfth_place(
    n0: int, n1: int, d0: int, d1: int
) -> None:
    found = year_on_year(headline("2025-10", n1, d1), headline("2024-10", n0, d0))
    assert found.points is not None
    assert found.participants_part is not None
    assert found.workers_part is not None
    assert abs(found.participants_part + found.workers_part - found.points) <= 1e-12
    assert abs(found.points - (n1 / d1 - n0 / d0)) <= 1e-12


def test_a_year_on_year_names_both_periods() -> None:
    found = year_on_year(
        headline("2024-12", 122_318, 179_800), headline("2023-12", 101_052, 181_400)
    )
    assert (found.from_period.text, found.to_period.text) == ("2023-12", "2024-12")
    assert found.participants_change == 21_266
    assert found.reason is None


def test_without_the_same_month_there_is_no_change_and_it_says_so() -> None:
    found = year_on_year(
        headline("2025-10", 10, 20), headline("2024-10", None, None, Reason.NO_DATA)
    )
    assert found.reason is Reason.NO_SAME_MONTH
    assert (found.points, found.participants_change, found.participants_growth) == (None,) * 3


def test_participants_still_grow_where_a_denominator_is_missing() -> None:
    found = year_on_year(
        headline("2025-10", 12, 20), headline("2024-10", 10, None, Reason.NO_DENOMINATOR)
    )
    assert (found.participants_change, found.participants_growth) == (2, 0.2)
    assert (found.points, found.reason) == (None, Reason.NO_DENOMINATOR)


def test_the_reason_of_today_comes_before_the_reason_of_last_year() -> None:
    found = year_on_year(
        headline("2025-10", None, 20, Reason.INCOMPLETE),
        headline("2024-10", None, None, Reason.NO_DATA),
    )
    assert found.reason is Reason.INCOMPLETE
