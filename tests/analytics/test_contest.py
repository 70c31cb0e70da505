"""An award can be worked out by hand, and who cannot be compared is told why."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.contest import (
    Contest,
    Criterion,
    Unfit,
    contest,
    criteria_values,
    eligibility,
)
from cakupan.analytics.kinds import PASSED, Change
from cakupan.analytics.scores import gap_closed

ALL = frozenset(Criterion)
EVEN = dict.fromkeys(Criterion, 25.0)


def month(
    rows: dict[str, tuple[float, float]], *, unit: float = 1.0, **ruled: bool
) -> pd.DataFrame:
    """Participants and workers by region; above 1 nobody is ranked, nor whom ``ruled`` names."""
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=["participants", "workers"])
    coverage = frame["participants"] / frame["workers"]
    ranked = (coverage <= 1) & pd.Series(
        [ruled.get(code, True) for code in frame.index], frame.index
    )
    kinds = {change.value: 0.0 for change in Change} | {PASSED: float("nan")}
    return frame.assign(
        coverage=coverage, ranked=ranked, sample=False, participants_unit=unit, workers_unit=unit
    ).assign(**kinds)


NONE = float("nan")
BEFORE = month({"A": (400, 1000), "B": (100, 500), "C": (180, 200)})
NOW = month({"A": (500, 1000), "B": (200, 500), "C": (184, 200)})


def test_three_regions_have_the_scores_of_a_hand_calculation() -> None:
    found = contest(NOW, BEFORE, weights=EVEN)
    # participants 100 · 5,06 · 0; coverage 19,23 · 0 · 100; points 10, 20, 2; closed 1/6, 1/4, 1/5.
    assert found.raw.loc["A"].tolist() == pytest.approx([500, 0.5, 0.1, 1 / 6])
    assert found.points.loc["A"].tolist() == pytest.approx(
        [100, 100 * 0.1 / 0.52, 100 * 0.08 / 0.18, 0]
    )
    assert found.table.loc["A", "score"] == pytest.approx((100 + 10 / 0.52 + 8 / 0.18) / 4)
    assert found.table["rank"].to_dict() == {"B": 1, "A": 2, "C": 3}
    assert list(found.table.index) == ["B", "A", "C"]


def test_what_each_criterion_adds_makes_the_score() -> None:
    found = contest(NOW, BEFORE, weights=EVEN)
    assert found.weighted.sum(axis=1).tolist() == pytest.approx(found.table["score"].tolist())


def test_gap_closed_is_that_of_one_region() -> None:
    values = criteria_values(NOW, BEFORE)["gap_closed"]
    for code in NOW.index:
        expected = gap_closed(BEFORE.loc[code, "coverage"], NOW.loc[code, "coverage"])
        assert values[code] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("now", "before", "reason"),
    [
        (month({"X": (NONE, 100)}), month({"X": (10, 100)}), Unfit.NO_PARTICIPANTS),
        (month({"X": (10, NONE)}), month({"X": (10, 100)}), Unfit.NO_WORKFORCE),
        (month({"X": (120, 100)}), month({"X": (10, 100)}), Unfit.ABOVE_ONE),
        (month({"X": (20, 100)}, X=False), month({"X": (10, 100)}), Unfit.EXCLUDED),
        (month({"X": (20, 100)}), month({"X": (NONE, 100)}), Unfit.NO_YEAR_BEFORE),
        (month({"X": (20, 100)}), month({"X": (110, 100)}), Unfit.UNSURE_BEFORE),
        (month({"X": (20, 100)}), month({"X": (100, 100)}), Unfit.NOTHING_LEFT),
        (
            month({"X": (20, 100)}),
            month({"X": (10, 100)}).assign(participants_publisher=1.0),
            Unfit.ACROSS_BREAK,
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Unfit) else "",
)
def test_who_cannot_be_compared_is_told_why(
    now: pd.DataFrame, before: pd.DataFrame, reason: Unfit
) -> None:
    assert eligibility(now, before, criteria=ALL) == {"X": reason}


def test_the_year_before_is_not_asked_for_where_it_has_no_weight() -> None:
    before = month({"A": (NONE, 1000), "B": (100, 500), "C": (180, 200)})
    assert eligibility(NOW, before, criteria=frozenset({Criterion.COVERAGE})) == {}
    found = contest(NOW, before, weights={**EVEN, Criterion.POINTS: 0, Criterion.GAP_CLOSED: 0})
    assert list(found.raw.columns) == ["participants", "coverage"]
    assert found.unfit == {}


def test_an_unfit_region_comes_last_without_score_and_changes_nobody_elses() -> None:
    beside = month({"A": (500, 1000), "B": (200, 500), "C": (184, 200), "D": (900, 100)})
    earlier = month({"A": (400, 1000), "B": (100, 500), "C": (180, 200), "D": (800, 100)})
    found, alone = contest(beside, earlier, weights=EVEN), contest(NOW, BEFORE, weights=EVEN)
    assert found.unfit == {"D": Unfit.ABOVE_ONE}
    assert list(found.table.index)[-1] == "D"
    assert found.table.loc["D"].drop("sample").isna().all()
    pd.testing.assert_series_equal(found.table["score"].iloc[:-1], alone.table["score"])


def test_nobody_left_is_an_empty_ranking() -> None:
    found = contest(month({"X": (NONE, 1)}), month({"X": (1, 1)}), weights=EVEN)
    assert found.table["rank"].isna().all()


def test_rounding_widens_the_ranks_it_leaves_possible() -> None:
    counted = [frame.assign(participants_unit=0.0, workers_unit=0.0) for frame in (NOW, BEFORE)]
    exact = contest(*counted, weights=EVEN).table
    assert (exact["best"] == exact["rank"]).all()
    assert (exact["worst"] == exact["rank"]).all()
    rough = [frame.assign(participants_unit=100.0) for frame in (NOW, BEFORE)]
    assert (contest(*rough, weights=EVEN).table["worst"] > exact["worst"]).any()


# Before, nobody is at 100%: who is has no gap to close, and is not compared.
people = st.tuples(st.integers(1, 900), st.integers(1, 899), st.integers(900, 1000))


@given(
    st.lists(people, min_size=1, max_size=8), st.lists(st.integers(0, 100), min_size=4, max_size=4)
)
def test_ranks_lie_within_their_bounds_and_scores_within_0_and_100(
    rows: list[tuple[int, int, int]], numbers: list[int]
) -> None:
    weights = dict(zip(Criterion, map(float, numbers), strict=True))
    if not any(numbers):
        weights[Criterion.COVERAGE] = 1.0
    codes = [f"R{place}" for place in range(len(rows))]
    now = month({code: (a, size) for code, (a, _, size) in zip(codes, rows, strict=True)})
    before = month({code: (b, size) for code, (_, b, size) in zip(codes, rows, strict=True)})
    found: Contest = contest(now, before, weights=weights)
    table = found.table
    assert table["score"].between(-1e-9, 100 + 1e-9).all()
    assert (table["best"] <= table["rank"]).all()
    assert (table["rank"] <= table["worst"]).all()
    assert table["kept"].between(0, 1).all()
