"""Weights in an address come back as they were written, and nonsense is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.contest import Criterion
from cakupan.domain.awards import AwardCriterion, AwardEvent, CriterionSource
from cakupan.domain.records import replace
from layouts.choices import Choices, with_page_choices
from layouts.paritrana.asked import Group, asked, weight_parameters
from layouts.paritrana.presets import shipped

CRITERIA = (
    *(AwardCriterion(one.value, "", "", CriterionSource.COMPUTED, 25) for one in Criterion),
    AwardCriterion("innovation", "", "", CriterionSource.SCORED, None),
)
EVENT = AwardEvent(
    *("x_2025", "61", 2025, None, None, None, "", ("coverage", "points", "innovation"), ()),
    *("", "", None, "", "", "", "Sumber", "Catatan", "Note"),
)
weightings = st.lists(st.integers(0, 100), min_size=4, max_size=4).filter(any)


@given(weightings)
def test_weights_come_back_from_the_address_as_they_were_written(numbers: list[int]) -> None:
    weights = dict(zip(Criterion, numbers, strict=True))
    choices = with_page_choices(Choices(), weight_parameters(weights))
    found = asked(choices, CRITERIA)
    assert found.weights == weights
    assert found.ignored == ()


@pytest.mark.parametrize("text", ["-5", "101", "1e3", "2.5", "²", "١", "25 "])
def test_what_is_no_whole_number_up_to_100_is_named_and_left(text: str) -> None:
    found = asked(replace(Choices(), of_page=(("poin", text),)), CRITERIA)
    assert found.ignored == ("poin",)
    assert set(found.weights.values()) == {25}


def test_weights_of_nothing_are_those_of_the_start() -> None:
    nothing = weight_parameters(dict.fromkeys(Criterion, 0))
    found = asked(replace(Choices(), of_page=tuple(nothing.items())), CRITERIA)
    assert set(found.weights.values()) == {25}
    assert len(found.ignored) == len(Criterion)


def test_the_group_is_one_of_three() -> None:
    found = asked(replace(Choices(), of_page=(("kelompok", "kota"),)), CRITERIA)
    assert found.group is Group.KOTA


def test_an_award_that_states_two_computed_criteria_weighs_them_alike() -> None:
    start, stated = shipped(CRITERIA, [EVENT, replace(EVENT, criteria=("coverage",))])
    assert start.event is None
    assert stated.weights == {Criterion.COVERAGE: 50, Criterion.POINTS: 50}
