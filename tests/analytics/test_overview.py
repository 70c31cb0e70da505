"""The whole look at Banten in October 2025, and what must not change it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.overview import summarise
from cakupan.analytics.panel import Panel
from cakupan.analytics.summary import Reason, Status, Summary
from cakupan.domain.periods import Period
from cakupan.domain.records import asdict, replace
from cakupan.domain.reference import Target
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., Any]
OCTOBER = Period("2025-10")
# Together 2.727.000 of 5.924.400; three of the eight are published, the rest is made up.
PARTICIPANTS = {
    "36.01": 150_000,
    "36.02": 140_000,
    "36.03": 990_000,
    "36.04": 400_061,
    "36.71": 385_741,
    "36.72": 91_347,
    "36.73": 120_000,
    "36.74": 449_851,
}
WORKERS = {
    "36.01": 560_000,
    "36.02": 640_000,
    "36.03": 1_700_000,
    "36.04": 790_000,
    "36.71": 1_000_000,
    "36.72": 200_000,
    "36.73": 320_000,
    "36.74": 714_400,
}


Frames = tuple[pd.DataFrame, pd.DataFrame]


@pytest.fixture(scope="session")
def frames(participants: Build, workforce: Build) -> Frames:
    """Octobers of three years with 90%, 95% and all of the participants; samples all."""
    counts = []
    for code, whole in PARTICIPANTS.items():
        for month, people in (
            ("2023-10", whole * 90 // 100),
            ("2024-10", whole * 95 // 100),
            ("2025-10", whole),
        ):
            counts += [
                (code, month, "PU", people - people // 5, True),
                (code, month, "BPU", people // 5, True),
            ]
    workers = [(code, str(year), n) for year in (2023, 2024, 2025) for code, n in WORKERS.items()]
    return participants(counts), workforce(workers)


@pytest.fixture(scope="session")
def look(directory: RegionDirectory, target: Build) -> Callable[..., Summary]:
    """Summarises Banten, or what is asked for instead."""

    def ask(frames: Frames, **instead: Any) -> Summary:
        asked: dict[str, Any] = {
            "region": directory["36"],
            "targets": [
                target("0.50", None),
                target("0.65", 2030),
                target("0.99", 2045, region="00"),
            ],
            "denominator_id": "eligible",
            "period": OCTOBER,
        }
        known = instead.pop("directory", directory)
        panel = Panel.of(known, participants=frames[0], workforce=frames[1])
        return summarise(panel, **(asked | instead))

    return ask


def same(one: Summary, other: Summary) -> None:
    for (name, left), right in zip(asdict(one).items(), asdict(other).values(), strict=True):
        if isinstance(left, pd.DataFrame):
            pd.testing.assert_frame_equal(left, right)
        else:
            assert left == right, name


def test_banten_stands_at_46_03_percent(look: Build, frames: Frames) -> None:
    found = look(frames).headline
    assert (found.participants, found.workers) == (2_727_000, 5_924_400)
    assert f"{found.coverage:.2%}" == "46.03%"
    assert (found.parts_with_data, found.parts_expected) == (8, 8)
    assert found.covered_part == found.coverage
    assert (found.workers_period, found.workers_period_oldest) == (Period("2025"), Period("2025"))
    assert (found.sample, found.reason) == (True, None)


def test_it_is_235_200_people_from_half_and_18_127_a_month_from_65(
    look: Build, frames: Frames
) -> None:
    soon, roadmap = look(frames).gaps
    assert (soon.people_needed, soon.months_left, soon.people_a_month) == (235_200, None, None)
    assert soon.assessment.reason is Reason.NO_TARGET_YEAR
    assert (roadmap.people_needed, roadmap.months_left) == (1_123_860, 62)
    assert roadmap.people_a_month == 18_127
    assert roadmap.assessment.start == date(2023, 10, 31)
    assert roadmap.assessment.status is Status.ACCELERATE
    assert roadmap.same_denominator


def test_a_target_stated_for_another_base_says_so_and_is_still_counted(
    look: Build, frames: Frames
) -> None:
    gap = look(frames, denominator_id="employed").gaps[1]
    assert not gap.same_denominator
    assert gap.people_needed == 1_123_860


def test_the_change_is_against_october_a_year_before(look: Build, frames: Frames) -> None:
    change = look(frames).year_on_year
    before = sum(n * 95 // 100 for n in PARTICIPANTS.values())
    assert (change.from_period, change.to_period) == (Period("2024-10"), OCTOBER)
    assert change.participants_change == 2_727_000 - before
    assert change.workers_part == 0
    assert change.points == change.participants_part


def test_trend_glide_and_outlook_meet_in_the_present(look: Build, frames: Frames) -> None:
    found = look(frames)
    assert found.trend["period"].tolist() == ["2023-10", "2024-10", "2025-10"]
    assert found.trend["coverage"].iloc[-1] == found.headline.coverage
    assert found.trend["sample"].all()
    assert found.glide["coverage"].iloc[0] == found.headline.coverage
    assert found.glide["coverage"].iloc[-1] == 0.65
    assert found.outlook is not None
    assert found.outlook.year == 2030
    assert found.headline.coverage < found.outlook.low <= found.outlook.high < 0.65


def test_kota_tangerang_selatan_leads_and_nobody_moved(look: Build, frames: Frames) -> None:
    rows = look(frames).ranking
    assert rows["region_code"].tolist()[:3] == ["36.74", "36.03", "36.04"]
    assert rows["rank"].tolist() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (rows["rank_change"] == 0).all()
    assert look(frames).segments["segment"].tolist() == ["PU", "BPU"]


def test_with_a_part_missing_there_is_no_coverage_but_a_covered_part(
    look: Build, frames: Frames
) -> None:
    participants, workforce = frames
    found = look((participants[participants["region_code"] != "36.72"], workforce))
    assert (found.headline.coverage, found.headline.participants) == (None, None)
    assert found.headline.reason is Reason.INCOMPLETE
    assert (found.headline.parts_with_data, found.headline.parts_expected) == (7, 8)
    assert found.headline.covered_part == (2_727_000 - 91_347) / (5_924_400 - 200_000)
    assert found.headline.sample
    assert [gap.assessment.reason for gap in found.gaps] == [Reason.INCOMPLETE] * 2
    assert [gap.people_needed for gap in found.gaps] == [None, None]
    assert (found.outlook, found.year_on_year.reason) == (None, Reason.INCOMPLETE)
    assert found.trend["coverage"].isna().tolist() == [True] * 3
    assert found.glide.empty
    assert found.segments.empty


def test_a_part_missing_this_month_alone_leaves_the_past_but_no_judgement_of_today(
    look: Build, frames: Frames
) -> None:
    participants, workforce = frames
    late = (participants["region_code"] == "36.72") & (participants["period"] == "2025-10")
    found = look((participants[~late], workforce))
    assert found.trend["coverage"].isna().tolist() == [False, False, True]
    assert [gap.assessment.reason for gap in found.gaps] == [Reason.INCOMPLETE] * 2
    assert (found.outlook, found.glide.empty) == (None, True)


def test_the_nation_counts_the_provinces_it_has(
    look: Build, frames: Frames, directory: RegionDirectory
) -> None:
    found = look(frames, region=directory["00"])
    assert (found.headline.parts_with_data, found.headline.parts_expected) == (1, 2)
    assert found.headline.covered_part == 2_727_000 / 5_924_400
    assert found.headline.coverage is None
    assert [gap.target.region_code for gap in found.gaps] == ["00"]
    assert found.ranking["region_code"].tolist() == ["36", "17"]


def test_nothing_at_all_and_no_denominator_are_told_apart(look: Build, frames: Frames) -> None:
    participants, workforce = frames
    assert look((participants.head(0), workforce)).headline.reason is Reason.NO_DATA
    without = look((participants, workforce.head(0)))
    assert without.headline.reason is Reason.NO_DENOMINATOR
    assert without.headline.participants == 2_727_000
    assert without.trend["participants"].iloc[-1] == 2_727_000
    assert without.trend["coverage"].isna().tolist() == [True] * 3
    assert without.year_on_year.participants_change is not None


def test_a_kabupaten_has_no_parts_and_no_ranking(
    look: Build, frames: Frames, directory: RegionDirectory
) -> None:
    found = look(frames, region=directory["36.71"])
    assert found.headline.coverage == 385_741 / 1_000_000
    assert (found.headline.parts_expected, found.headline.covered_part) == (0, None)
    assert found.ranking.empty


def test_a_look_at_last_year_knows_nothing_later(look: Build, frames: Frames) -> None:
    participants, workforce = frames
    then = look(frames, period=Period("2024-10"))
    until = participants["date"] <= pd.Timestamp(2024, 10, 31)
    same(then, look((participants[until], workforce), period=Period("2024-10")))
    assert then.headline.workers_period == Period("2024")
    assert then.outlook is None


def test_workforces_of_two_years_in_one_total_are_both_named(look: Build, frames: Frames) -> None:
    participants, workforce = frames
    late = (workforce["region_code"] == "36.72") & (workforce["period"] == "2025")
    found = look((participants, workforce[~late])).headline
    assert (found.workers_period, found.workers_period_oldest) == (Period("2025"), Period("2024"))


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 2**32 - 1))
def test_the_order_of_rows_changes_nothing(look: Build, frames: Frames, seed: int) -> None:
    mixed = tuple(frame.sample(frac=1, random_state=seed) for frame in frames)
    same(look(frames), look(mixed))


@settings(deadline=None, max_examples=10)
@given(st.lists(st.text(min_size=1), min_size=13, max_size=13))
def test_what_regions_are_called_changes_nothing(
    look: Build, frames: Frames, directory: RegionDirectory, names: list[str]
) -> None:
    renamed = RegionDirectory(
        replace(region, name=name) for region, name in zip(directory, names, strict=True)
    )
    same(look(frames), look(frames, directory=renamed, region=renamed["36"]))


def test_rows_of_other_regions_change_nothing(
    look: Build, frames: Frames, participants: Build, workforce: Build
) -> None:
    elsewhere = (
        participants([("17.01", "2022-03", "PU", 5), ("00", "2025-10-30", "total", 7)]),
        workforce([("17.01", "2019", 50), ("00", "2025-02", 700)]),
    )
    more = tuple(pd.concat(pair) for pair in zip(frames, elsewhere, strict=True))
    same(look(frames), look(more))


def test_the_newest_of_several_dated_targets_gives_the_path_its_end(
    look: Build, frames: Frames, target: Callable[..., Target]
) -> None:
    aims = [target("0.60", 2035), target("0.65", 2030), target("0.55", 2035)]
    path = look(frames, targets=aims).glide
    assert (path["date"].iloc[-1].year, path["coverage"].iloc[-1]) == (2035, 0.6)
