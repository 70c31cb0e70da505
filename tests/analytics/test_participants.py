from collections.abc import Callable

import pandas as pd
import pytest

from cakupan.analytics.participants import participants_by_month

Build = Callable[..., pd.DataFrame]


def counts(frame: pd.DataFrame) -> list[float]:
    return participants_by_month(frame)["participants"].tolist()


def test_segments_are_summed_where_no_total_is_stated(participants: Build) -> None:
    frame = participants(
        [
            ("36.71", "2025-10", "PU", 300_000),
            ("36.71", "2025-10", "BPU", 80_000),
            ("36.71", "2025-10", "JAKON", 5_741),
        ]
    )
    assert counts(frame) == [385_741]


def test_a_stated_total_stands_for_its_segments_and_is_not_added_to_them(
    participants: Build,
) -> None:
    frame = participants(
        [
            ("36.71", "2025-10", "PU", 300_000, True),
            ("36.71", "2025-10", "total", 385_741),
            ("36.71", "2025-09", "PU", 299_000),
        ]
    )
    table = participants_by_month(frame)
    assert table["participants"].tolist() == [299_000, 385_741]
    assert table["participants_sample"].tolist() == [0, 0]


def test_one_sample_segment_makes_the_sum_a_sample(participants: Build) -> None:
    frame = participants([("36.71", "2025-10", "PU", 2, True), ("36.71", "2025-10", "BPU", 1)])
    assert participants_by_month(frame)["participants_sample"].tolist() == [1]


@pytest.mark.parametrize(
    ("periods", "kept"),
    [
        (("2025-10", "2025-10-15"), 1),
        (("2025-10-28", "2025-10-15"), 1),
        (("2025", "2025-12"), 2),
        (("2025-12", "2025-12-31"), 2),
    ],
)
def test_of_two_statements_about_a_month_one_counts_and_never_both(
    participants: Build, periods: tuple[str, str], kept: int
) -> None:
    first, second = (("36.71", period, "PU", n) for n, period in enumerate(periods, start=1))
    assert counts(participants([first, second])) == [kept]
    assert counts(participants([second, first])) == [kept]


def test_a_second_statement_of_one_region_leaves_the_others_alone(participants: Build) -> None:
    frame = participants(
        [
            ("36.71", "2025-10", "PU", 1),
            ("36.71", "2025-10-15", "PU", 2),
            ("36.72", "2025-10", "PU", 3),
        ]
    )
    assert counts(frame) == [1, 3]


def test_nothing_stated_gives_an_empty_table(participants: Build) -> None:
    assert participants_by_month(participants([])).empty
