"""Nominees by the scores of judges: a hand calculation, an order, and what has none."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.nominees import Placed, Unplaced, judged, rank_nominees, weighted_mean
from cakupan.domain.awards import Stage
from cakupan.domain.juries import Dossier, Nominee, Score

WEIGHTS = {"innovation": 60, "compliance": 40, "awareness": 0}


def dossier(
    region: str, *scores: tuple[str, str, int], stage: Stage = Stage.INTERVIEW, year: int = 2025
) -> Dossier:
    given_scores = tuple(Score(who, what, stage, Decimal(value)) for who, what, value in scores)
    return Dossier(Nominee(year, "kabkota", region), {}, {}, given_scores, sample=False)


def ranked(
    dossiers: Iterable[Dossier], weights: Mapping[str, int] = WEIGHTS, *, nation: bool = False
) -> list[Placed]:
    stages = [stage for stage in Stage if (stage is Stage.NATION) is nation]
    return rank_nominees(judged(dossiers, stages), weights)


def scored(region: str, innovation: int, compliance: int) -> Dossier:
    return dossier(region, ("A", "innovation", innovation), ("A", "compliance", compliance))


def test_the_score_is_the_weighted_mean_of_the_means_of_judges() -> None:
    one = dossier(
        "36.71",
        *(("A", "innovation", 80), ("B", "innovation", 90)),
        *(("A", "compliance", 70), ("B", "compliance", 50)),
        # No weight, no part in it.
        ("A", "awareness", 10),
    )
    (placed,) = ranked([one])
    assert placed.parts == {"innovation": 51, "compliance": 24}
    assert (placed.score, placed.rank, placed.why) == (75, 1, None)
    # A alone gives 76, B alone 74.
    assert placed.judges is not None
    assert (placed.judges.mean, placed.judges.deviation) == (75, 1.0)
    assert placed.means["innovation"].deviation == 5.0


def test_ties_share_a_rank_and_categories_and_years_are_apart() -> None:
    placed = ranked(
        [
            scored("36.01", 80, 80),
            scored("36.02", 90, 90),
            scored("36.03", 80, 80),
            scored("36.04", 10, 10),
            dossier("36.71", ("A", "innovation", 9), ("A", "compliance", 9), year=2024),
        ]
    )
    ranks = [(one.dossier.nominee.region_code, one.rank) for one in placed]
    assert ranks == [("36.02", 1), ("36.01", 2), ("36.03", 2), ("36.04", 4), ("36.71", 1)]


def test_who_cannot_be_compared_is_told_why() -> None:
    early = dossier("36.02", ("A", "innovation", 99), stage=Stage.DOCUMENTS)
    half = dossier("36.03", ("A", "innovation", 99))
    placed = ranked([dossier("36.04"), early, half, scored("36.01", 50, 50)])
    assert {one.dossier.nominee.region_code: one.why for one in placed} == {
        "36.01": None,
        "36.02": Unplaced.EARLIER_STAGE,
        "36.03": Unplaced.CRITERION_MISSING,
        "36.04": Unplaced.NOT_SCORED,
    }
    assert placed[0].rank == 1


def test_without_weights_nobody_is_ranked() -> None:
    (placed,) = ranked([scored("36.01", 50, 50)], {"innovation": 0})
    assert (placed.rank, placed.why) == (None, Unplaced.NO_WEIGHTS)
    with pytest.raises(ValueError, match="above 0"):
        weighted_mean({"innovation": Fraction(5)}, {"innovation": 0})


points = st.integers(0, 100)


@given(st.lists(st.tuples(points, points), min_size=1, max_size=8), st.integers(1, 99))
def test_a_higher_score_never_has_a_worse_rank_and_lies_between_its_means(
    pairs: list[tuple[int, int]], weight: int
) -> None:
    nominees = [scored(f"36.{place:02}", *pair) for place, pair in enumerate(pairs)]
    placed = ranked(nominees, {"innovation": weight, "compliance": 100 - weight})
    scores = [one.score for one in placed]
    assert scores == sorted(scores, reverse=True)
    for one in placed:
        means = [spread.mean for spread in one.means.values()]
        assert min(means) <= (one.score or 0) <= max(means)
        assert one.rank == 1 + sum(score > one.score for score in scores)


def test_the_jury_of_the_nation_is_not_compared_with_that_of_a_province() -> None:
    both = dossier("36.01", ("A", "innovation", 10), ("A", "compliance", 10), stage=Stage.NATION)
    provincial = scored("36.01", 80, 60)
    one = Dossier(both.nominee, {}, {}, (*both.scores, *provincial.scores), sample=False)
    other = scored("36.02", 70, 60)
    ranks = {each.dossier.nominee.region_code: each.rank for each in ranked([one, other])}
    assert ranks == {"36.01": 1, "36.02": 2}
    (first, second) = ranked([one, other], nation=True)
    assert (first.score, second.why) == (10, Unplaced.EARLIER_STAGE)
