from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.assessment import assess, not_assessed, pace_status
from cakupan.analytics.summary import Reason, Status
from cakupan.analytics.trajectory import Mark

DUE = date(2030, 12, 31)


def december(year: int, coverage: str) -> Mark:
    return Mark(date(year, 12, 31), Fraction(coverage))


def test_banten_from_42_to_46_03_must_accelerate_to_reach_65() -> None:
    found = assess(
        december(2025, "0.4603"), start=december(2023, "0.42"), ratio=Decimal("0.65"), due=DUE
    )
    assert found.status is Status.ACCELERATE
    assert found.reason is None
    assert found.ratio is not None
    assert f"{float(found.ratio):.2f}" == "0.61"
    assert found.ratio == Fraction(403, 10_000) / 2 / (Fraction(23, 100) / 7)
    assert found.cagr_ratio is not None
    assert f"{found.cagr_ratio:.2f}" == "0.73"
    assert pace_status(found.cagr_ratio) is Status.ACCELERATE
    assert (found.start, found.start_coverage) == (date(2023, 12, 31), 0.42)
    assert found.points_a_year == 0.02015
    assert found.required_points_a_year == pytest.approx(0.23 / 7, abs=1e-15)


@pytest.mark.parametrize(
    ("ratio", "status"),
    [
        (Fraction(95, 100), Status.ON_TRACK),
        (Fraction(9499, 10_000), Status.ACCELERATE),
        (Fraction(60, 100), Status.ACCELERATE),
        (Fraction(5999, 10_000), Status.FAR_BEHIND),
        (Fraction(0), Status.FAR_BEHIND),
        (Fraction(-1, 10**9), Status.FALLING),
    ],
)
def test_a_cut_off_belongs_to_the_better_word(ratio: Fraction, status: Status) -> None:
    assert pace_status(ratio) is status


def test_a_pace_that_meets_a_cut_off_exactly_is_not_lost_to_rounding() -> None:
    assert (0.119 - 0.1) / 0.02 < 0.95  # what floats would make of it
    found = assess(
        december(2026, "0.119"), start=december(2025, "0.1"), ratio=Decimal("0.2"), due=DUE
    )
    assert found.ratio == Fraction(95, 100)
    assert found.status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("start", "current", "ratio", "due", "reason"),
    [
        ("0.42", december(2025, "0.46"), "0.50", None, Reason.NO_TARGET_YEAR),
        ("0.42", december(2031, "0.46"), "0.50", DUE, Reason.AFTER_TARGET_YEAR),
        (None, december(2025, "0.46"), "0.50", DUE, Reason.TOO_FEW_POINTS),
        ("0.46", december(2023, "0.46"), "0.50", DUE, Reason.TOO_FEW_POINTS),
        ("0.60", december(2025, "0.46"), "0.50", DUE, Reason.TARGET_NOT_ABOVE_START),
        ("0.50", december(2025, "0.46"), "0.50", DUE, Reason.TARGET_NOT_ABOVE_START),
    ],
)
def test_what_cannot_be_judged_says_why(
    start: str | None, current: Mark, ratio: str, due: date | None, reason: Reason
) -> None:
    found = assess(
        current,
        start=december(2023, start) if start else None,
        ratio=Decimal(ratio),
        due=due,
    )
    assert (found.status, found.reason) == (Status.NOT_ASSESSED, reason)


@pytest.mark.parametrize("due", [None, date(2024, 12, 31), DUE])
@pytest.mark.parametrize("start", [None, december(2023, "0.2"), december(2023, "0.9")])
def test_a_target_reached_is_reached_whatever_its_year_and_its_start(
    due: date | None, start: Mark | None
) -> None:
    found = assess(december(2025, "0.65"), start=start, ratio=Decimal("0.65"), due=due)
    assert (found.status, found.reason) == (Status.REACHED, None)


def test_less_than_at_the_start_is_falling() -> None:
    found = assess(
        december(2025, "0.40"), start=december(2023, "0.42"), ratio=Decimal("0.65"), due=DUE
    )
    assert found.status is Status.FALLING
    assert found.cagr_ratio is not None
    assert found.cagr_ratio < 0


def test_the_last_month_of_the_target_year_is_still_judged() -> None:
    found = assess(
        december(2030, "0.64"), start=december(2023, "0.42"), ratio=Decimal("0.65"), due=DUE
    )
    assert found.status is Status.ON_TRACK


def test_growth_from_nothing_has_no_compound_rate() -> None:
    found = assess(december(2025, "0.4"), start=december(2023, "0"), ratio=Decimal("0.6"), due=DUE)
    assert found.cagr_ratio is None
    assert found.status is Status.ON_TRACK


def test_without_a_year_the_pace_kept_so_far_is_still_told() -> None:
    found = assess(
        december(2025, "0.46"), start=december(2023, "0.42"), ratio=Decimal("0.5"), due=None
    )
    assert found.points_a_year == 0.02
    assert (found.ratio, found.required_points_a_year) == (None, None)


def test_an_assessment_of_nothing_carries_its_reason_alone() -> None:
    found = not_assessed(Reason.INCOMPLETE)
    assert (found.status, found.reason, found.ratio) == (
        Status.NOT_ASSESSED,
        Reason.INCOMPLETE,
        None,
    )


@given(
    st.fractions(min_value="0.01", max_value="0.5"),
    st.fractions(min_value="0.51", max_value="0.9"),
    st.integers(1, 6),
)
def test_whoever_is_on_the_straight_line_keeps_exactly_the_pace(
    p0: Fraction, goal: Fraction, years: int
) -> None:
    ratio = Decimal(goal.numerator) / Decimal(goal.denominator)
    start = Mark(date(2023, 12, 31), p0)
    on_line = p0 + (Fraction(ratio) - p0) * years / 7
    found = assess(Mark(date(2023 + years, 12, 31), on_line), start=start, ratio=ratio, due=DUE)
    assert found.ratio == 1
    assert found.status is Status.ON_TRACK
