"""Values survive the way into columns and back to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.storage.records import from_scaled, to_scaled, whole_people

numbers = st.decimals(
    min_value=-(10**14), max_value=10**14, allow_nan=False, allow_infinity=False, places=4
)


@given(numbers)
def test_a_decimal_comes_back_exactly(value) -> None:
    assert from_scaled(*to_scaled(value)) == value


@given(numbers, st.integers(0, 6))
def test_equal_numbers_are_equal_columns_however_they_are_written(value, zeros) -> None:
    written = value.quantize(Decimal(1).scaleb(-4 - zeros))
    assert to_scaled(written) == to_scaled(value)


@given(numbers)
def test_the_scale_is_the_smallest_that_holds_the_number(value) -> None:
    whole, scale = to_scaled(value)
    assert scale == 0 or whole % 10 != 0


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+19", "-1E+19"])
def test_what_is_no_storable_number_is_refused(text) -> None:
    with pytest.raises(ValueError, match="to keep"):
        to_scaled(Decimal(text))


@pytest.mark.parametrize(
    ("value", "people"), [("12", 12), ("12.4", 12), ("12.5", 13), ("13.5", 14), ("-2.5", -3)]
)
def test_a_survey_count_with_decimals_is_rounded_half_up(value, people) -> None:
    assert whole_people(*to_scaled(Decimal(value))) == people
