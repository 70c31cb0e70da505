from collections.abc import Callable

import pandas as pd
import pytest

from cakupan.analytics.panel import Panel
from cakupan.analytics.segments import segment_split
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]


@pytest.fixture(scope="session")
def split(directory: RegionDirectory, workforce: Build) -> Callable[..., pd.DataFrame]:
    def ask(frame: pd.DataFrame, region: str) -> pd.DataFrame:
        panel = Panel.of(directory, participants=frame, workforce=workforce([]))
        october = panel.participants_in(Period("2025-10"))
        return segment_split(october, region=directory[region], directory=directory)

    return ask


def test_segments_of_all_parts_are_summed_in_the_order_of_the_field(
    split: Build, participants: Build
) -> None:
    found = split(
        participants(
            [
                ("17.01", "2025-10", "JAKON", 10),
                ("17.02", "2025-10", "PU", 60, True),
                ("17.01", "2025-10", "PU", 20),
                ("17.02", "2025-10", "BPU", 10),
                ("17.01", "2025-09", "PMI", 9_999),
                ("36.71", "2025-10", "PMI", 9_999),
            ]
        ),
        "17",
    )
    assert found["segment"].tolist() == ["PU", "BPU", "JAKON"]
    assert found["participants"].tolist() == [80, 10, 10]
    assert found["share"].tolist() == [0.8, 0.1, 0.1]
    assert found["sample"].tolist() == [True, False, False]


def test_a_part_that_states_no_segments_leaves_the_split_to_the_regions_own(
    split: Build, participants: Build
) -> None:
    rows = [("17.01", "2025-10", "PU", 20), ("17.02", "2025-10", "total", 60)]
    assert split(participants(rows), "17").empty
    own = split(participants([*rows, ("17", "2025-10", "BPU", 7)]), "17")
    assert own["segment"].tolist() == ["PU", "BPU"]
    assert own["participants"].tolist() == [0, 7]


def test_a_kabupaten_shows_its_own_segments(split: Build, participants: Build) -> None:
    found = split(
        participants([("17.01", "2025-10", "PU", 3), ("17.01", "2025-10", "PMI", 1)]), "17.01"
    )
    assert found["share"].tolist() == [0.75, 0.25]


def test_without_segments_there_is_an_empty_split_with_its_columns(
    split: Build, participants: Build
) -> None:
    nothing = split(pd.DataFrame(columns=participants([]).columns).astype({"date": "M8[us]"}), "00")
    assert nothing.empty
    assert list(nothing.columns) == ["segment", "participants", "share", "sample"]
