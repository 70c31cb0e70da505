"""What is typed as a target is understood as people write it, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.target_form import read_percent, read_year


@pytest.mark.parametrize(
    ("typed", "ratio"),
    [("65", "0.65"), ("65,5", "0.655"), (" 65,5% ", "0.655"), ("65.50 %", "0.655"), ("100", "1")],
)
def test_a_percentage_is_read_as_offices_write_it(typed: str, ratio: str) -> None:
    assert read_percent(typed) == Decimal(ratio)


@pytest.mark.parametrize(
    "typed", ["", "0", "0,00", "100,01", "-5", "1e2", "6.5.1", "1.000", "65,123", "٦٥", "65 persen"]
)
def test_what_is_no_percentage_is_none(typed: str) -> None:
    assert read_percent(typed) is None


@given(st.integers(1, 10_000))
def test_every_hundredth_of_a_percent_survives_being_typed(hundredths: int) -> None:
    typed = f"{hundredths // 100},{hundredths % 100:02d}%"
    assert read_percent(typed) == Decimal(hundredths) / 10_000


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text: str) -> None:
    ratio, year = read_percent(text), read_year(text)
    assert ratio is None or 0 < ratio <= 1
    assert year is None or 2000 <= year <= 2100
