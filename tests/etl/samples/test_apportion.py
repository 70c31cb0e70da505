"""Wholes split into parts, to the last one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.samples.apportion import apportion, between, fill_up

WEIGHTS = st.dictionaries(st.integers(0, 50), st.integers(0, 10**7), min_size=1, max_size=20)


@given(total=st.integers(0, 10**8), weights=WEIGHTS.filter(lambda found: sum(found.values()) > 0))
def test_parts_sum_to_the_whole_and_miss_their_share_by_less_than_one(
    total: int, weights: dict[int, int]
) -> None:
    parts = apportion(total, weights)
    assert sum(parts.values()) == total
    for key, weight in weights.items():
        assert abs(parts[key] - Fraction(total * weight, sum(weights.values()))) < 1


@pytest.mark.parametrize(
    ("total", "weights"), [(5, {}), (5, {"a": 0}), (-1, {"a": 1}), (5, {"a": -1, "b": 3})]
)
def test_what_cannot_be_split_is_refused(total: int, weights: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="cannot be split"):
        apportion(total, weights)


def test_what_is_fixed_stays_and_the_rest_fills_up() -> None:
    assert fill_up(100, {"b": 50}, {"a": 1, "b": 9, "c": 3}) == {"a": 13, "b": 50, "c": 37}


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(1, 60))
def test_the_way_between_two_numbers_starts_and_ends_there_and_never_turns(
    start: int, end: int, steps: int
) -> None:
    way = [between(start, end, step=step, steps=steps) for step in range(steps + 1)]
    assert (way[0], way[-1]) == (start, end)
    assert way == sorted(way, reverse=end < start)
