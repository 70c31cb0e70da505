"""A column of numbers reads as its numbers read one by one."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.texts import number_format as fmt
from cakupan.texts.number_writer import Number, Writer

ID = Language.ID
KINDS: dict[str, Callable[[Language], Writer]] = {
    "counts": fmt.counts,
    "signed counts": lambda language: fmt.counts(language, signed=True),
    "percentages": fmt.percents,
    "growth": fmt.growths,
    "points": fmt.in_points,
    "points without a unit": fmt.bare_points,
    "whole numbers": lambda language: fmt.decimals(language, 0, signed=True),
    "decimals": lambda language: fmt.decimals(language, 3),
    "rupiah": fmt.rupiahs,
}
NUMBERS = st.one_of(
    st.none(),
    st.floats(allow_infinity=False),
    st.floats(-2, 2),
    # At the edge of being rounded up, and held as a float where some may be missing.
    st.integers(-(10**7), 10**7).map(lambda number: (number + 0.5) / 10_000),
    st.integers(-(10**9), 10**9).map(float),
    st.integers(-(2**60), 2**60),
    st.fractions(-10, 10),
    st.decimals(-10, 10, places=6),
)
COLUMN = 100
"""Long enough to be written as a column."""


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(numbers=st.lists(NUMBERS, min_size=1, max_size=12), language=st.sampled_from(Language))
@example(numbers=[0.46025, -0.0, 0.0, 999.5, 1e12, -1e-9, Fraction(1, 3)], language=ID)
@example(numbers=[Decimal("0.125"), 2**60, None, float("nan"), -1234.0], language=Language.EN)
def test_a_column_reads_as_its_numbers_one_by_one(
    kind: Callable[[Language], Writer], numbers: list[Number | None], language: Language
) -> None:
    write = kind(language)
    one_by_one = [write.one(number) for number in numbers]
    for times in (1, COLUMN):
        assert write.all(numbers * times) == one_by_one * times


def test_a_column_of_nothing_has_no_text() -> None:
    assert fmt.counts(ID).all([]) == []


def test_a_column_of_amounts_says_so_before_each_and_the_sign_before_that() -> None:
    texts = fmt.rupiahs(ID).all([226_570_176_000.0, -1_500.0, None] * COLUMN)
    assert texts[:3] == ["Rp226.570.176.000", "−Rp1.500", "–"]
