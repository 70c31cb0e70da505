"""Award scores can be worked out by hand, and the order never hangs on names or units."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.scores import (
    gap_closed,
    normalised,
    rank_bounds,
    score_table,
    weight_shares,
    weighted,
)

RAW = pd.DataFrame(
    {"level": [0.60, 0.50, 0.40], "growth": [0.01, 0.05, 0.03], "complaints": [2.0, 1.0, 4.0]},
    index=["A", "B", "C"],
)
LESS = frozenset({"complaints"})
WEIGHTS = {"level": 50.0, "growth": 30.0, "complaints": 20.0}
numbers = st.integers(-1_000, 1_000).map(float)
tables = st.lists(st.tuples(numbers, numbers, numbers), min_size=2, max_size=8).map(
    lambda rows: pd.DataFrame(rows, columns=["a", "b", "c"])
)


def test_the_same_three_points_are_more_near_the_top() -> None:
    assert gap_closed(0.90, 0.93) == pytest.approx(0.30)
    assert gap_closed(0.20, 0.25) == pytest.approx(0.0625)
    assert gap_closed(1.0, 1.2) is None


def test_each_criterion_runs_from_0_to_100_in_its_own_direction() -> None:
    points = normalised(RAW, lower_is_better=LESS)
    assert points["level"].tolist() == pytest.approx([100, 50, 0])
    assert points["growth"].tolist() == pytest.approx([0, 100, 50])
    assert points["complaints"].tolist() == pytest.approx([200 / 3, 100, 0])


def test_a_score_is_the_sum_of_what_each_criterion_adds() -> None:
    points = normalised(RAW, lower_is_better=LESS)
    parts = weighted(points, WEIGHTS)
    assert parts.loc["B"].tolist() == pytest.approx([25, 30, 20])
    table = score_table(points, WEIGHTS)
    assert table.index.tolist() == ["B", "A", "C"]
    assert table["score"].tolist() == pytest.approx([75, 50 + 40 / 3, 15])
    assert table["rank"].tolist() == [1, 2, 3]


def test_equal_scores_share_a_rank() -> None:
    raw = pd.DataFrame({"level": [0.5, 0.5, 0.9, 0.1]}, index=list("ABCD"))
    table = score_table(normalised(raw), {"level": 1})
    assert table["rank"].to_dict() == {"C": 1, "A": 2, "B": 2, "D": 4}


def test_whoever_lacks_a_value_comes_last_and_changes_nothing_for_others() -> None:
    gap = pd.concat([RAW, pd.DataFrame({"level": [9.0]}, index=["D"])])
    points = normalised(gap, lower_is_better=LESS)
    table = score_table(points, WEIGHTS)
    assert table.index.tolist()[-1] == "D"
    assert np.isnan(table.loc["D", "rank"])
    same = score_table(normalised(RAW, lower_is_better=LESS), WEIGHTS)
    pd.testing.assert_frame_equal(table.drop(index="D"), same)


@pytest.mark.parametrize("weights", [{}, {"level": 0.0}, {"level": -1.0, "growth": 2.0}])
def test_weights_that_weigh_nothing_are_refused(weights: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        weight_shares(weights, ["level", "growth"])


@given(tables, st.permutations(range(8)))
def test_the_order_in_which_peers_are_listed_changes_no_score(
    raw: pd.DataFrame, order: list[int]
) -> None:
    weights = {"a": 5, "b": 3, "c": 2}
    shuffled = raw.loc[[place for place in order if place < len(raw)]]
    one, other = (score_table(normalised(rows), weights) for rows in (raw, shuffled))
    pd.testing.assert_frame_equal(one.sort_index(), other.sort_index())


@given(tables)
def test_scores_lie_between_0_and_100_whatever_the_unit(raw: pd.DataFrame) -> None:
    weights = {"a": 5, "b": 3, "c": 2}
    one, thousands = (score_table(normalised(rows), weights) for rows in (raw, raw * 1_000 + 7))
    assert one["score"].between(-1e-9, 100 + 1e-9).all()
    np.testing.assert_allclose(
        one["score"].sort_index(), thousands["score"].sort_index(), atol=1e-6
    )


def test_rounded_figures_leave_a_range_of_ranks() -> None:
    low = pd.Series({"A": 70.0, "B": 60.0, "C": 40.0})
    high = pd.Series({"A": 74.0, "B": 71.0, "C": 50.0})
    bounds = rank_bounds(low, high)
    assert bounds["best"].tolist() == [1, 1, 3]
    assert bounds["worst"].tolist() == [2, 2, 3]


def test_exact_figures_leave_one_rank_and_ties_share_it() -> None:
    exact = pd.Series({"A": 70.0, "B": 60.0, "C": 60.0, "D": 1.0})
    bounds = rank_bounds(exact, exact)
    assert bounds["best"].tolist() == bounds["worst"].tolist() == [1, 2, 2, 4]
