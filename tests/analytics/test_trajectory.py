from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.trajectory import Mark, glide_path, outlook, same_month_marks


def december(year: int, coverage: str) -> Mark:
    return Mark(date(year, 12, 31), Fraction(coverage))


def test_the_glide_path_of_banten_climbs_3_79_points_a_year() -> None:
    path = glide_path(december(2025, "0.4603"), december(2030, "0.65"))
    assert [f"{value:.2%}" for value in path["coverage"]] == [
        "46.03%",
        "49.82%",
        "53.62%",
        "57.41%",
        "61.21%",
        "65.00%",
    ]
    assert path["date"].dt.year.tolist() == [2025, 2026, 2027, 2028, 2029, 2030]
    assert path["coverage"].iloc[-1] == 0.65


def test_a_path_from_october_lies_on_the_same_straight_line() -> None:
    path = glide_path(Mark(date(2025, 10, 31), Fraction(0)), Mark(date(2026, 12, 31), Fraction(7)))
    assert path["coverage"].tolist() == [0, 1, 7]
    assert path["date"].tolist()[1] == pd.Timestamp(2025, 12, 31)


@pytest.mark.parametrize(
    ("current", "goal"),
    [
        (None, december(2030, "0.65")),
        (december(2025, "0.5"), None),
        (december(2025, "0.5"), december(2030, "0.5")),
        (december(2025, "0.5"), december(2030, "0.4")),
        (december(2025, "0.5"), december(2025, "0.65")),
        (december(2025, "0.5"), december(2024, "0.65")),
    ],
)
def test_there_is_no_path_to_nothing_to_less_or_into_the_past(
    current: Mark | None, goal: Mark | None
) -> None:
    path = glide_path(current, goal)
    assert path.empty
    assert path.dtypes.astype(str).to_dict() == {"date": "datetime64[us]", "coverage": "float64"}


def test_the_outlook_spans_the_worst_and_the_best_year_observed() -> None:
    marks = [
        december(2022, "0.40"),
        december(2023, "0.41"),
        december(2024, "0.44"),
        december(2025, "0.46"),
    ]
    ahead = outlook(marks, due=date(2030, 12, 31))
    assert ahead is not None
    assert (ahead.year, ahead.low, ahead.high) == (2030, 0.51, 0.61)


def test_one_year_alone_is_never_extrapolated_and_neither_is_a_gap_of_two() -> None:
    due = date(2030, 12, 31)
    assert outlook([], due=due) is None
    assert outlook([december(2024, "0.4"), december(2025, "0.5")], due=due) is None
    with_hole = [december(2021, "0.3"), december(2023, "0.4"), december(2024, "0.5")]
    assert outlook(with_hole, due=due) is None


def test_there_is_no_outlook_to_a_day_that_is_past_or_unknown() -> None:
    marks = [december(2023, "0.40"), december(2024, "0.41"), december(2025, "0.44")]
    assert outlook(marks, due=None) is None
    assert outlook(marks, due=date(2025, 12, 31)) is None


def test_a_fall_carried_on_stops_at_nobody() -> None:
    marks = [december(2023, "0.5"), december(2024, "0.3"), december(2025, "0.2")]
    ahead = outlook(marks, due=date(2030, 12, 31))
    assert ahead is not None
    assert (ahead.low, ahead.high) == (0, 0)


def test_only_the_same_month_with_a_coverage_is_a_mark() -> None:
    ends = ["2024-10-31", "2025-09-30", "2025-10-31"]
    trend = pd.DataFrame(
        {
            "date": pd.to_datetime(ends),
            "participants": [10.0, 11.0, 12.0],
            "workers": [40.0, 40.0, 40.0],
            "coverage": [0.25, 0.275, 0.3],
        }
    )
    assert same_month_marks(trend, month=10) == (
        Mark(date(2024, 10, 31), Fraction(1, 4)),
        Mark(date(2025, 10, 31), Fraction(3, 10)),
    )
    assert same_month_marks(trend.assign(coverage=[0.25, 0.275, float("nan")]), month=10) == (
        Mark(date(2024, 10, 31), Fraction(1, 4)),
    )


@given(
    st.fractions(min_value=0, max_value=1),
    st.fractions(min_value=0, max_value=1),
    st.integers(0, 30),
    st.integers(1, 12),
)
def test_a_path_starts_and_ends_where_it_should_and_never_turns_back(
    p0: Fraction, p1: Fraction, years: int, month: int
) -> None:
    goal = Mark(date(2025 + years, 12, 31), p1)
    path = glide_path(Mark(date(2025, month, 1), p0), goal)["coverage"]
    if p1 > p0 and (years or month < 12):
        assert (path.iloc[0], path.iloc[-1]) == (float(p0), float(p1))
        assert path.is_monotonic_increasing
    else:
        assert path.empty
