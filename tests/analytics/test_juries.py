"""Means and spreads of judges."""

from decimal import Decimal
from fractions import Fraction
from statistics import mean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.juries import furthest_judge, judge_means, spread
from cakupan.domain.awards import Stage
from cakupan.domain.juries import Dossier, Nominee, Score

scores = st.integers(0, 1000).map(lambda tenths: Fraction(tenths, 10))


@given(st.lists(scores, min_size=1, max_size=9))
def test_a_spread_is_what_the_standard_library_finds(values: list[Fraction]) -> None:
    found = spread(values)
    assert found.mean == mean(values)
    assert found.low <= found.mean <= found.high
    assert found.deviation == pytest.approx(pstdev(map(float, values)), abs=1e-9)
    assert found.deviation <= float(found.high - found.low)


@given(st.lists(scores, min_size=1), st.integers(-50, 50))
def test_what_all_are_given_more_moves_the_mean_and_no_spread(
    values: list[Fraction], more: int
) -> None:
    before, after = spread(values), spread([value + more for value in values])
    assert after.mean == before.mean + more
    assert after.deviation == before.deviation


def test_nothing_has_no_spread() -> None:
    with pytest.raises(ValueError, match="no value"):
        spread([])


def test_the_furthest_judge_is_the_one_alone() -> None:
    means = {"Juri 1": Fraction(80), "Juri 2": Fraction(60), "Juri 3": Fraction(82)}
    assert furthest_judge(means) == ("Juri 2", Fraction(-21))
    assert furthest_judge({"Juri 1": Fraction(80), "Juri 2": Fraction(60)}) is None
    assert furthest_judge(dict.fromkeys(means, Fraction(70))) is None


def test_a_judges_mean_is_of_one_stage_alone() -> None:
    given_scores = (
        Score("Juri 1", "innovation", Stage.DOCUMENTS, Decimal(50)),
        Score("Juri 1", "innovation", Stage.INTERVIEW, Decimal(80)),
        Score("Juri 1", "compliance", Stage.INTERVIEW, Decimal(91)),
    )
    dossier = Dossier(Nominee(2025, "kabkota", "36.71"), {}, {}, given_scores, sample=False)
    assert judge_means(dossier, Stage.INTERVIEW) == {"Juri 1": Fraction(171, 2)}
