"""Cutting the nation's table gives what a region's own table would have said."""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.coverage import coverage_table
from cakupan.analytics.kinds import PASSED, Change
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
MONTHS = ("2023-10", "2024-10", "2025-09", "2025-10")


@pytest.fixture(scope="session")
def indonesia(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[[int], Panel]:
    """A panel with holes in it, the same for the same seed."""

    def build(seed: int) -> Panel:
        luck = Random(seed)  # noqa: S311  holes in test data, no secret
        codes = [region.code for region in directory]
        counts = [
            (code, month, segment, luck.randrange(1, 900), luck.random() < 0.3)
            for code in codes
            for month in MONTHS
            for segment in ("PU", "BPU")
            if luck.random() < 0.8
        ]
        workers = [
            (code, year, luck.randrange(0, 2_000), luck.random() < 0.3)
            for code in codes
            for year in ("2022", "2025")
            if luck.random() < 0.8
        ]
        return Panel.of(directory, participants=participants(counts), workforce=workforce(workers))

    return build


def numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Without codes: they are equal or not within one table, and mean nothing beside another.

    And without what persons decided of breaks, which a region's own table does not know.
    """
    return frame.drop(columns=list(Change)).drop(columns=PASSED, errors="ignore")


def own_table(panel: Panel, code: str, months: Sequence[int]) -> pd.DataFrame:
    return coverage_table(
        region=panel.directory[code],
        directory=panel.directory,
        participants=panel.participants,
        workforce=panel.workforce,
        months=months,
    )


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6), code=st.sampled_from(["00", "17", "36", "36.03"]))
def test_a_month_of_the_panel_is_the_month_of_the_regions_own_table(
    indonesia: Callable[[int], Panel], seed: int, code: str
) -> None:
    panel = indonesia(seed)
    codes = [code, *(part.code for part in panel.directory.parts(code))]
    for text in MONTHS:
        month = month_number(Period(text).end)
        own = own_table(panel, code, [month]).droplevel("month").loc[codes]
        cut = panel.in_month(codes, Period(text))
        assert cut.pop("ranked").tolist() == (own["coverage"] <= 1).tolist()
        pd.testing.assert_frame_equal(numbers(cut), numbers(own), check_dtype=False)


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10**6), code=st.sampled_from(["00", "17", "36", "36.03"]))
def test_a_line_has_every_month_in_which_the_region_or_a_part_has_participants(
    indonesia: Callable[[int], Panel], seed: int, code: str
) -> None:
    panel = indonesia(seed)
    stated = panel.participants["region_code"].str.startswith(code if code != "00" else "")
    ends = panel.participants.loc[stated, "date"].dt.date
    months = sorted({month_number(day) for day in ends if day <= date(2025, 9, 30)})
    line = panel.line(code, until=date(2025, 9, 30))
    assert line.index.tolist() == months
    own = own_table(panel, code, months).loc[code]
    assert panel.series(code, months).equals(line)
    cut = line.drop(columns="ranked")
    pd.testing.assert_frame_equal(numbers(cut), numbers(own), check_dtype=False)


def test_a_month_nobody_speaks_of_has_all_regions_and_no_numbers(
    indonesia: Callable[[int], Panel],
) -> None:
    found = indonesia(1).in_month(["36", "36.03"], Period("2031-01"))
    assert found.index.tolist() == ["36", "36.03"]
    assert found[["participants", "workers", "coverage"]].isna().all(axis=None)
    assert not found["sample"].any()


def test_participants_of_a_month_are_those_dated_in_it(indonesia: Callable[[int], Panel]) -> None:
    panel = indonesia(2)
    found = panel.participants_in(Period("2025-09"))
    assert set(found["period"]) == {"2025-09"}
    assert len(found) == (panel.participants["period"] == "2025-09").sum()
    assert panel.participants_in(Period("2031-01")).empty


def test_without_participants_there_is_an_empty_panel(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    panel = Panel.of(directory, participants=participants([]), workforce=workforce([]))
    assert panel.line("36", until=date(2025, 10, 31)).empty
    assert panel.in_month(["36"], Period("2025-10"))["coverage"].isna().all()
