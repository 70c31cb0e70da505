from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.ranking import rank_by_coverage, ranking
from cakupan.domain.regions import RegionDirectory

NAN = float("nan")
Rank = Callable[..., pd.DataFrame]


def month(directory: RegionDirectory, coverage: Mapping[str, float]) -> pd.DataFrame:
    """One month of the parts of Banten; each has a hundred workers."""
    codes = [part.code for part in directory.parts("36")]
    ratios = pd.Series({code: coverage.get(code, NAN) for code in codes})
    return pd.DataFrame(
        {
            "participants": ratios * 100,
            "workers": 100.0,
            "coverage": ratios,
            "ranked": ratios <= 1,
            "sample": ratios == 0.5,
        }
    ).rename_axis("region_code")


def rankable(ratios: Sequence[float]) -> pd.DataFrame:
    coverage = pd.Series(ratios)
    return pd.DataFrame({"coverage": coverage, "ranked": coverage <= 1})


@pytest.fixture(scope="session")
def rank(directory: RegionDirectory) -> Rank:
    def ask(now: Mapping[str, float], before: Mapping[str, float]) -> pd.DataFrame:
        return ranking(month(directory, now), month(directory, before))

    return ask


def test_ties_share_a_rank_and_the_next_one_is_skipped() -> None:
    ranks = rank_by_coverage(rankable([0.2, 0.9, 0.5, 0.5]))
    assert ranks.tolist() == [4, 1, 2, 2]


def test_a_coverage_above_one_is_kept_but_takes_no_rank_from_others(rank: Rank) -> None:
    found = rank({"36.01": 1.478, "36.02": 0.5, "36.03": 1.0, "36.04": 1.9}, {})
    assert found["region_code"].tolist()[:5] == ["36.03", "36.02", "36.04", "36.01", "36.71"]
    assert found["rank"].tolist()[:2] == [1, 2]
    assert found["rank"].iloc[2:].isna().all()
    assert found["coverage"].tolist()[2:4] == [1.9, 1.478]


def test_every_part_is_listed_and_those_without_coverage_come_last(
    rank: Rank, directory: RegionDirectory
) -> None:
    found = rank({"36.74": 0.1}, {})
    assert len(found) == len(directory.parts("36"))
    assert found["region_code"].iloc[0] == "36.74"
    assert found["coverage"].iloc[1:].isna().all()


def test_a_climb_is_positive_and_unknown_where_there_was_no_rank(rank: Rank) -> None:
    found = rank(
        {"36.01": 0.6, "36.02": 0.5, "36.03": 0.4}, {"36.01": 0.1, "36.02": 0.3}
    ).set_index("region_code")
    assert found.loc["36.01", "rank_change"] == 1
    assert found.loc["36.02", "rank_change"] == -1
    assert np.isnan(found.loc["36.03", "rank_change"])
    assert found.loc["36.01", "points"] == 0.5
    assert found.loc["36.01", "growth"] == pytest.approx(5)
    assert np.isnan(found.loc["36.03", "growth"])


def test_growth_from_nobody_is_missing_and_not_infinite(rank: Rank) -> None:
    found = rank({"36.01": 0.5}, {"36.01": 0.0})
    assert np.isnan(found["growth"].iloc[0])
    assert found["points"].iloc[0] == 0.5


def test_equal_coverage_is_listed_by_code_and_samples_stay_marked(rank: Rank) -> None:
    found = rank({"36.04": 0.5, "36.02": 0.5}, {})
    assert found["region_code"].tolist()[:2] == ["36.02", "36.04"]
    assert found["sample"].tolist()[:3] == [True, True, False]


@given(st.lists(st.one_of(st.just(NAN), st.floats(0, 2)), min_size=1, max_size=12))
def test_a_rank_is_one_more_than_the_number_of_those_ahead(ratios: list[float]) -> None:
    ranked = [ratio for ratio in ratios if ratio <= 1]
    for ratio, place in zip(ratios, rank_by_coverage(rankable(ratios)), strict=True):
        if ratio <= 1:
            assert place == 1 + sum(other > ratio for other in ranked)
        else:
            assert np.isnan(place)
