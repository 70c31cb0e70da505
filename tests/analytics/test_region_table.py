"""Every kabupaten and kota in one table, to the last person."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.gaps import people_needed
from cakupan.analytics.panel import Panel
from cakupan.analytics.quality import Mark, last_counted
from cakupan.analytics.region_table import (
    own_targets,
    people_needed_each,
    people_to_own,
    region_table,
)
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
OCTOBER = Period("2025-10")
COUNTS = st.integers(0, 10**8)


@pytest.fixture(scope="session")
def panel(directory: RegionDirectory, participants: Build, workforce: Build) -> Panel:
    counts = [
        ("36.01", "2024-10", "PU", 99),
        ("36.01", "2024-10", "JAKON", 1),
        ("36.01", "2025-10", "PU", 119),
        ("36.01", "2025-10", "JAKON", 1),
        ("36.02", "2024-10", "PU", 100),
        ("36.02", "2024-10", "JAKON", 10),
        ("36.02", "2025-10", "PU", 100),
        ("36.03", "2025-10", "total", 900, True),
        ("36.04", "2025-10", "total", 700),
        ("36.71", "2025-09", "total", 50),
        ("36.72", "2024-10", "total", 20),
        ("36.73", "2024-10", "PU", 10),
        ("36.73", "2025-10", "total", 20),
        ("36.72", "2025-10", "total", 30),
    ]
    workers = [
        ("36.01", "2025-08", 300),
        ("36.02", "2023-08", 400),
        ("36.03", "2025-08", 800),
        ("36.71", "2025-08", 100),
        ("36.72", "2023-10", 60),
        ("36.73", "2025-08", 100),
    ]
    return Panel.of(directory, participants=participants(counts), workforce=workforce(workers))


@pytest.fixture
def table(panel: Panel, directory: RegionDirectory) -> pd.DataFrame:
    codes = [part.code for part in directory.parts("36")]
    return region_table(panel, codes, period=OCTOBER).set_index("region_code")


def marks(table: pd.DataFrame, code: str) -> set[Mark]:
    return {mark for mark in Mark if table.loc[code, mark]}


def test_a_row_has_counts_coverage_movement_and_rank(table: pd.DataFrame) -> None:
    row = table.loc["36.01"]
    assert (row["participants"], row["workers"], row["coverage"]) == (120, 300, 0.4)
    assert row["growth"] == pytest.approx(0.2)
    assert row["rank"] == 2
    assert len(table) == 8


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("36.01", set()),
        ("36.02", {Mark.INCOMPLETE, Mark.STALE}),
        ("36.03", {Mark.OVER, Mark.SAMPLE}),
        ("36.04", {Mark.NO_DENOMINATOR}),
        ("36.71", {Mark.NO_DATA}),
        # Two years to the month are not yet too old.
        ("36.72", {Mark.OTHER_YEAR}),
        # A stated total counts every segment; a year ago only some were counted.
        ("36.73", {Mark.BREAK}),
        ("36.74", {Mark.NO_DATA}),
    ],
)
def test_each_row_says_how_far_it_can_be_trusted(
    table: pd.DataFrame, code: str, expected: set[Mark]
) -> None:
    assert marks(table, code) == expected


def test_no_change_is_given_across_a_break(table: pd.DataFrame) -> None:
    assert table.loc["36.73", ["points", "growth", "rank_change"]].isna().all()
    assert table.loc["36.73", "coverage"] == 0.2
    assert table.loc["36.72", "growth"] == pytest.approx(0.5)


def test_the_newest_month_is_known_where_this_one_is_missing(panel: Panel) -> None:
    newest = last_counted(panel, ["36.71", "36.74", "36.01"], until=OCTOBER)
    assert newest["36.71"] == newest["36.01"] - 1
    assert np.isnan(newest["36.74"])


def test_a_month_nobody_speaks_of_has_a_row_for_each_region(
    panel: Panel, directory: RegionDirectory
) -> None:
    codes = [part.code for part in directory.parts("36")]
    for month in ("1990-01", "2045-12"):
        empty = region_table(panel, codes, period=Period(month))
        assert list(empty[Mark.NO_DATA]) == [True] * 8
        [needed] = people_needed_each(empty, [Decimal("0.5")])
        assert needed.isna().all()


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(COUNTS, st.integers(1, 10**8)), min_size=1, max_size=8),
    ratios=st.lists(st.decimals("0.0001", "1", places=4), max_size=4),
)
def test_many_gaps_at_once_are_the_gaps_one_by_one(
    rows: list[tuple[int, int]], ratios: list[Decimal]
) -> None:
    frame = pd.DataFrame(rows, columns=["participants", "workers"], dtype="float64")
    frame = frame.assign(coverage=frame["participants"] / frame["workers"])
    assert [people.tolist() for people in people_needed_each(frame, ratios)] == [
        [people_needed(participants, workers, ratio=ratio) for participants, workers in rows]
        for ratio in ratios
    ]


def test_a_gap_needs_both_numbers() -> None:
    frame = pd.DataFrame(
        {"participants": [5.0, np.nan], "workers": [np.nan, 5.0], "coverage": [np.nan, np.nan]}
    )
    [needed] = people_needed_each(frame, [Decimal("0.5")])
    assert needed.isna().all()


def test_a_regions_own_target_goes_before_its_provinces(
    panel: Panel, target: Callable[..., Target]
) -> None:
    codes = ["36.01", "36.02", "36.72", "17.01"]
    targets = [
        target("0.50", None),
        target("0.60", 2027),
        target("0.65", 2030),
        target("0.62", 2030),
        target("0.55", 2025, region="36.72"),
        target("0.99", 2045, region="00"),
    ]
    own = own_targets(codes, targets)
    ratios = {code: str(found.ratio) for code, found in own.items()}
    assert ratios == {"36.01": "0.65", "36.02": "0.65", "36.72": "0.55"}
    table = region_table(panel, codes, period=OCTOBER)
    people = dict(zip(table["region_code"], people_to_own(table, own), strict=True))
    assert people["36.01"] == 195 - 120
    assert people["36.02"] == 260 - 100
    assert people["36.72"] == 33 - 30
    assert np.isnan(people["17.01"])


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6))
def test_renaming_and_reordering_regions_changes_nothing(
    seed: int, directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    luck = Random(seed)  # noqa: S311  a shuffle in test data, no secret
    codes = [part.code for part in directory.parts("36")]
    renamed = dict(zip(codes, luck.sample(codes, len(codes)), strict=True))
    counts = [
        (code, month, "total", luck.randrange(1, 900))
        for code in codes
        for month in ("2024-10", "2025-10")
        if luck.random() < 0.8
    ]
    workers = [(code, "2025", luck.randrange(1, 1_000)) for code in codes if luck.random() < 0.8]
    first = region_table(
        Panel.of(directory, participants=participants(counts), workforce=workforce(workers)),
        codes,
        period=OCTOBER,
    )
    again = region_table(
        Panel.of(
            directory,
            participants=participants(
                luck.sample([(renamed[code], *rest) for code, *rest in counts], len(counts))
            ),
            workforce=workforce(
                luck.sample([(renamed[code], *rest) for code, *rest in workers], len(workers))
            ),
        ),
        luck.sample(codes, len(codes)),
        period=OCTOBER,
    )
    expected = first.assign(region_code=first["region_code"].map(renamed))
    pd.testing.assert_frame_equal(
        again.set_index("region_code").sort_index(),
        expected.set_index("region_code").sort_index(),
    )


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6))
def test_coverage_is_the_ratio_of_sums_at_every_level(
    seed: int, directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    luck = Random(seed)  # noqa: S311  numbers in test data, no secret
    parts = [region.code for region in directory if "." in region.code]
    counts = {code: luck.randrange(0, 10**6) for code in parts}
    workers = {code: luck.randrange(1, 10**6) for code in parts}
    panel = Panel.of(
        directory,
        participants=participants((code, "2025-10", "total", n) for code, n in counts.items()),
        workforce=workforce((code, "2025", d) for code, d in workers.items()),
    )
    for whole, prefix in (("36", "36"), ("17", "17"), ("00", "")):
        below = [code for code in parts if code.startswith(prefix)]
        row = panel.in_month([whole], OCTOBER).iloc[0]
        people, base = sum(counts[c] for c in below), sum(workers[c] for c in below)
        assert (row["participants"], row["workers"]) == (people, base)
        assert row["coverage"] == people / base
        assert min(counts[c] / workers[c] for c in below) <= row["coverage"]
        assert row["coverage"] <= max(counts[c] / workers[c] for c in below)
