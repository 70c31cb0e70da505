from collections.abc import Callable
from datetime import date
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.coverage import coverage, coverage_table
from cakupan.analytics.months import month_number
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
OCTOBER = month_number(date(2025, 10, 31))


@pytest.fixture(scope="session")
def october(directory: RegionDirectory) -> Callable[..., pd.DataFrame]:
    """The coverage table of a region in October 2025."""

    def ask(participants: pd.DataFrame, workforce: pd.DataFrame, region: str) -> pd.DataFrame:
        table = coverage_table(
            region=directory[region],
            directory=directory,
            participants=participants,
            workforce=workforce,
            months=[OCTOBER],
        )
        return table.droplevel("month")

    return ask


def test_a_missing_or_zero_denominator_gives_a_missing_ratio() -> None:
    ratios = coverage(pd.Series([1.0, 1.0, 0.0, np.nan]), pd.Series([np.nan, 0.0, 0.0, 5.0]))
    assert ratios.isna().all()


def test_jakarta_by_place_of_registration_is_above_one_and_stays_so() -> None:
    ratio = coverage(pd.Series([7_498_532.0]), pd.Series([5_072_737.0])).iloc[0]
    assert f"{ratio:.1%}" == "147.8%"


@pytest.mark.parametrize(
    ("participants", "workers", "percent"),
    [
        (2_727_000, 5_924_400, "46.03"),
        (2_730_000, 5_755_926, "47.43"),
        (2_730_000, 6_168_282, "44.26"),
        (2_727_000, 6_168_282, "44.21"),
    ],
)
def test_banten_reads_differently_against_each_base(
    participants: int, workers: int, percent: str
) -> None:
    ratio = coverage(pd.Series([float(participants)]), pd.Series([float(workers)])).iloc[0]
    assert f"{ratio:.2%}" == f"{percent}%"


def test_a_total_is_the_ratio_of_sums_and_not_the_mean_of_ratios(
    october: Build, participants: Build, workforce: Build
) -> None:
    rows = october(
        participants([("17.01", "2025-10", "PU", 90), ("17.02", "2025-10", "PU", 100)]),
        workforce([("17.01", "2025", 100), ("17.02", "2025", 900)]),
        "17",
    )
    assert rows.loc["17", "coverage"] == 190 / 1000


def test_the_sum_of_all_parts_comes_before_the_regions_own_figure(
    october: Build, participants: Build, workforce: Build
) -> None:
    figures = [("17.01", "2025-10", "PU", 90), ("17", "2025-10", "total", 7, True)]
    workers = workforce([("17.01", "2025", 100), ("17.02", "2025", 900)])
    partly = october(participants(figures), workers, "17").loc["17"]
    whole = october(participants([*figures, ("17.02", "2025-10", "PU", 1)]), workers, "17").loc[
        "17"
    ]
    assert (partly["participants"], partly["sample"]) == (7, True)
    assert (whole["participants"], whole["sample"]) == (91, False)
    assert partly["workers"] == whole["workers"] == 1000


def test_a_part_with_a_zero_workforce_leaves_the_total_without_coverage(
    october: Build, participants: Build, workforce: Build
) -> None:
    rows = october(
        participants([("17.01", "2025-10", "PU", 90), ("17.02", "2025-10", "PU", 100)]),
        workforce([("17.01", "2025", 100), ("17.02", "2025", 0)]),
        "17",
    )
    assert pd.isna(rows.loc["17", "coverage"])
    assert rows.loc["17", "participants"] == 190


def test_provinces_are_summed_before_the_nation(
    october: Build, participants: Build, workforce: Build
) -> None:
    rows = october(
        participants(
            [
                ("36", "2025-10", "total", 50),
                ("17.01", "2025-10", "PU", 3),
                ("17.02", "2025-10", "PU", 4, True),
                ("17", "2025-10", "total", 1_000),
            ]
        ),
        workforce([("36", "2025", 100), ("17.01", "2025", 10), ("17.02", "2024", 20)]),
        "00",
    )
    nation = rows.loc["00"]
    assert (nation["participants"], nation["workers"], nation["sample"]) == (57, 130, True)
    assert nation["workers_oldest"] == pd.Timestamp(2024, 1, 1)
    assert nation["workers_newest"] == pd.Timestamp(2025, 1, 1)


def test_figures_after_the_day_asked_are_not_looked_at(
    october: Build, participants: Build, workforce: Build
) -> None:
    rows = october(
        participants([("36.71", "2025-11", "PU", 90)]), workforce([("36.71", "2025", 100)]), "36.71"
    )
    assert rows["participants"].isna().all()


def test_two_empty_frames_give_a_table_without_coverage(
    october: Build, participants: Build, workforce: Build
) -> None:
    # An empty frame straight from a store knows its columns, not their types.
    nobody = pd.DataFrame(columns=participants([]).columns)
    nowhere = pd.DataFrame(columns=workforce([]).columns)
    rows = october(nobody, nowhere, "00")
    assert len(rows) == 13
    assert rows["coverage"].isna().all()


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 9_000_000), st.integers(1, 9_000_000)), min_size=8, max_size=8
    ),
    st.randoms(use_true_random=False),
)
def test_a_total_lies_between_its_parts_whatever_the_order_of_rows(  # noqa: PLR0917  pytest and hypothesis fill them by name
    october: Build,
    participants: Build,
    workforce: Build,
    directory: RegionDirectory,
    figures: list[tuple[int, int]],
    random: Random,
) -> None:
    codes = [part.code for part in directory.parts("36")]
    counts = [(code, "2025-10", "PU", n) for code, (n, _) in zip(codes, figures, strict=True)]
    workers = [(code, "2025", d) for code, (_, d) in zip(codes, figures, strict=True)]
    ordered = october(participants(counts), workforce(workers), "36")
    random.shuffle(counts)
    random.shuffle(workers)
    shuffled = october(participants(counts), workforce(workers), "36")
    pd.testing.assert_frame_equal(ordered, shuffled)
    parts = ordered.loc[codes, "coverage"]
    assert parts.min() <= ordered.loc["36", "coverage"] * (1 + 1e-15)
    assert ordered.loc["36", "coverage"] * (1 - 1e-15) <= parts.max()
