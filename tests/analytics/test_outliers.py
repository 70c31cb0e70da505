"""Short series: what stands out of them, and what a slip of the hand explains."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.outliers import (
    THRESHOLD,
    exchanged,
    is_sawtooth,
    log_change,
    modified_z,
    power_of_ten,
)

COUNTS = st.floats(min_value=1_000, max_value=1e7)


def test_one_of_five_values_ten_times_too_large_shows_in_the_modified_score_alone():
    values = [100, 102, 98, 101, 1_000]
    plain = (values[-1] - fmean(values)) / stdev(values)
    assert plain < 3
    assert modified_z(values)[-1] == pytest.approx(606.4, abs=0.1)
    assert [abs(score) > THRESHOLD for score in modified_z(values)] == [False] * 4 + [True]


def test_where_most_values_are_equal_the_mean_deviation_takes_over():
    assert modified_z([5, 5, 5, 5, 9]) == pytest.approx([0, 0, 0, 0, 0.7979 * 4 / 0.8])
    assert modified_z([5, 5, 5]) == [0, 0, 0]
    assert modified_z([]) == []


@given(
    st.lists(st.integers(1, 10**6), min_size=3, max_size=9),
    st.floats(0.1, 10),
    st.floats(-1e6, 1e6),
)
def test_the_score_does_not_hang_on_the_unit_or_the_origin(values, factor, shift):
    moved = [factor * value + shift for value in values]
    assert modified_z(moved) == pytest.approx(modified_z(values), rel=1e-4, abs=1e-4)


def test_doubling_and_halving_weigh_the_same():
    assert log_change(10, 20) == -log_change(20, 10)
    assert (log_change(0, 5), log_change(5, 0)) == (None, None)


@given(COUNTS, st.integers(1, 6), st.floats(0.96, 1.04), st.booleans())
def test_a_moved_decimal_sign_is_recognised_both_ways(expected, places, growth, larger):
    places = places if larger else -places
    assert power_of_ten(expected * growth * 10**places, expected, within=1.05) == places


@given(COUNTS, st.floats(1.1, 9))
def test_growth_that_is_no_power_of_ten_is_no_slip(expected, growth):
    assert power_of_ten(expected * growth, expected, within=1.05) == 0


@pytest.mark.parametrize(
    ("values", "tooth"),
    [
        ((121_406, 49_002, 134_867), True),
        ((100, 160, 100), True),
        ((100, 160, 240), False),
        ((100, 140, 100), False),
        ((0, 160, 100), False),
    ],
)
def test_a_tooth_goes_up_and_back_or_down_and_back(values, tooth):
    assert is_sawtooth(*values, factor=1.5) is tooth


CITIES = {"Bogor": 500, "Depok": 1_050, "Bandung": 1_300, "Cimahi": 300, "Sukabumi": 160}


def test_two_values_that_changed_places_are_found_with_their_owners():
    now = {"Bogor": 510, "Depok": 1_070, "Bandung": 310, "Cimahi": 1_320, "Sukabumi": 165}
    assert exchanged(CITIES, now) == {"Bandung": "Cimahi", "Cimahi": "Bandung"}


@given(st.permutations(range(6)), st.floats(0.95, 1.1))
def test_values_that_changed_places_lead_back_to_their_owners(order, growth):
    before = {city: 1_000 * 1.6**city for city in range(6)}
    now = {city: before[owner] * growth for city, owner in enumerate(order)}
    moved = {city: owner for city, owner in enumerate(order) if city != owner}
    assert exchanged(before, now) == moved


def test_values_that_grew_or_fell_by_themselves_changed_no_places():
    assert exchanged(CITIES, {city: 2 * value for city, value in CITIES.items()}) == {}
    assert exchanged(CITIES, CITIES | {"Bogor": 900, "Cimahi": 90}) == {}
    assert exchanged({}, {}) == {}
