"""The stability of a ranking is reproducible, and what an exact enumeration says."""

from math import gamma

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.scores import score_table
from cakupan.analytics.stability import Weightings, ranks_of, stability

POINTS = pd.DataFrame(
    {"level": [100.0, 80, 30, 0], "growth": [0.0, 40, 100, 20], "reach": [50.0, 0, 60, 100]},
    index=["A", "B", "C", "D"],
)
WEIGHTS = {"level": 5, "growth": 3, "reach": 2}
STEPS = 400


def enumerated(points: pd.DataFrame, shares: np.ndarray, concentration: float) -> np.ndarray:
    """Shares of weightings in which each peer keeps its rank, by adding up the density.

    Weights are the midpoints of a grid on the triangle; the density is Dirichlet's own.
    """
    parameters = shares * concentration
    side = (np.arange(STEPS) + 0.5) / STEPS
    one, two = (grid.ravel() for grid in np.meshgrid(side, side, indexing="ij"))
    inside = one + two < 1
    weights = np.stack([one[inside], two[inside], 1 - one[inside] - two[inside]], axis=1)
    constant = gamma(parameters.sum()) / np.prod([gamma(part) for part in parameters])
    density = constant * np.prod(weights ** (parameters - 1), axis=1)
    ranks = ranks_of(points.to_numpy() @ weights.T)
    chosen = ranks_of(points.to_numpy() @ shares[:, None])
    return ((ranks == chosen) * density).sum(axis=1) / density.sum()


def test_four_regions_by_three_criteria_keep_their_places_as_often_as_enumerated() -> None:
    shares = np.array([0.5, 0.3, 0.2])
    expected = enumerated(POINTS, shares, 10.0)
    found = stability(POINTS, WEIGHTS, tried=Weightings(draws=40_000, seed=1))["kept"]
    np.testing.assert_allclose(found, expected, atol=0.015)
    assert expected.min() < 0.9


def test_the_same_seed_gives_the_same_answer_and_another_one_nearly() -> None:
    one, again, other = (
        stability(POINTS, WEIGHTS, tried=Weightings(seed=seed)) for seed in (7, 7, 8)
    )
    pd.testing.assert_frame_equal(one, again)
    assert not one.equals(other)
    np.testing.assert_allclose(one["kept"], other["kept"], atol=0.03)


def test_a_peer_ahead_in_everything_is_always_first() -> None:
    points = pd.DataFrame({"a": [100.0, 40, 0], "b": [100.0, 0, 70]}, index=["A", "B", "C"])
    first = stability(points, {"a": 1, "b": 1}).loc["A"]
    assert first.tolist() == [1.0, 1, 1, 1, 1]


def test_a_criterion_without_weight_never_counts() -> None:
    found = stability(POINTS, {"level": 1, "growth": 0, "reach": 0})
    assert (found["kept"] == 1.0).all()


def test_the_chosen_rank_lies_within_what_the_weightings_gave() -> None:
    rank = score_table(POINTS, WEIGHTS)["rank"].sort_index()
    found = stability(POINTS, WEIGHTS)
    assert (found["best"] <= rank).all()
    assert (rank <= found["worst"]).all()
    assert (found["best"] <= found["low"]).all()
    assert (found["high"] <= found["worst"]).all()


@given(st.lists(st.integers(0, 6).map(float), min_size=1, max_size=9))
def test_ranks_are_those_a_person_would_give(scores: list[float]) -> None:
    found = ranks_of(np.array(scores)[:, None])[:, 0]
    assert found.tolist() == [1 + sum(other > one for other in scores) for one in scores]


def test_the_spread_of_weights_is_what_the_page_says() -> None:
    drawn = np.random.default_rng(0).dirichlet([10 / 3] * 3, size=100_000)
    assert drawn.std() == pytest.approx(0.14, abs=0.005)
