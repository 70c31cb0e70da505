"""What of the computed figures is flagged, and that the same fault is the same flag tomorrow."""

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.flags import (
    break_flags,
    coverage_flags,
    growth_flags,
    missing_flags,
    workforce_flags,
)
from cakupan.analytics.outliers import THRESHOLD, modified_z
from cakupan.analytics.panel import Panel
from cakupan.domain.flags import FlagCode, FlagKey, FlagSeverity
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region, RegionDirectory, RegionKind

Build = Callable[..., pd.DataFrame]
Rows = list[tuple[object, ...]]
OCTOBER = Period("2025-10")
BANTEN = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")


@pytest.fixture(scope="session")
def panel(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[..., Panel]:
    def build(people: Rows, workers: Rows = ()) -> Panel:  # type: ignore[assignment]
        rows = [(code, period, "total", *rest) for code, period, *rest in people]
        return Panel.of(directory, participants=participants(rows), workforce=workforce(workers))

    return build


def test_jakarta_by_place_of_registration_is_above_one_and_red(
    participants: Build, workforce: Build
) -> None:
    jakarta = RegionDirectory(
        [
            Region("00", "Indonesia", RegionKind.NATION, "0000"),
            Region("31", "DKI Jakarta", RegionKind.PROVINCE, "31"),
        ]
    )
    panel = Panel.of(
        jakarta,
        participants=participants([("31", "2023-12", "total", 7_498_532)]),
        workforce=workforce([("31", "2023-08", 5_072_737)]),
    )
    [flag] = coverage_flags(panel, ["31"], Period("2023-12"), denominator_id="employed")
    assert flag.key == FlagKey(FlagCode.COVERAGE_ABOVE_ONE, "31", "", "employed")
    assert flag.severity is FlagSeverity.RED
    assert flag.details["participants"] == 7_498_532
    assert flag.details["workers"] == 5_072_737


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ((300, 300, 401), FlagCode.COVERAGE_JUMP),
        ((300, 401, 300), FlagCode.COVERAGE_SAWTOOTH),
        ((500, 399, 500), FlagCode.COVERAGE_SAWTOOTH),
        ((300, 300, 400), None),
        ((300, 390, 480), None),
    ],
)
def test_a_change_of_more_than_ten_points_asks_for_a_look(
    panel: Callable[..., Panel], people: tuple[int, ...], code: FlagCode | None
) -> None:
    periods = ("2023-10", "2024-10", "2025-10")
    rows = [("36.01", period, count) for period, count in zip(periods, people, strict=True)]
    found = coverage_flags(
        panel(rows, [("36.01", "2023", 1000)]), ["36.01"], OCTOBER, denominator_id="employed"
    )
    assert [flag.key.code for flag in found] == ([code] if code else [])


def test_across_a_break_there_is_no_jump_but_a_break_in_the_register(
    panel: Callable[..., Panel],
) -> None:
    rows = [("36.01", "2024-10", 300, False, "kemnaker"), ("36.01", "2025-10", 500, False, "bpjs")]
    both = panel(rows, [("36.01", "2024", 1000)])
    assert coverage_flags(both, ["36.01"], OCTOBER, denominator_id="employed") == []
    [flag] = break_flags(both, ["36.01"], until=OCTOBER, denominator_id="employed")
    assert flag.key.period == "2025-10"
    assert flag.details["participants_publisher_before"] == "kemnaker"
    assert flag.details["participants_publisher_after"] == "bpjs"


def growths(panel: Callable[..., Panel], now: tuple[int, ...]) -> dict[str, FlagCode]:
    before = (1000, 1500, 9000, 4000, 3900, 920, 1300, 5500)
    rows = [(code, "2024-10", count) for code, count in zip(BANTEN, before, strict=True)]
    rows += [(code, "2025-10", count) for code, count in zip(BANTEN, now, strict=True)]
    flags = growth_flags(panel(rows), "36", OCTOBER)
    return {flag.key.region_code: FlagCode(flag.key.code) for flag in flags}


def test_growth_is_held_against_that_of_the_other_parts(panel: Callable[..., Panel]) -> None:
    usual = (1020, 1545, 9200, 4110, 3970, 945, 1330, 5640)
    assert growths(panel, usual) == {}
    doubled = (1020, 1545, 9200, 4110, 3970, 1900, 1330, 5640)
    assert growths(panel, doubled) == {"36.72": FlagCode.GROWTH_OUTLIER}
    ten_times = (1020, 1545, 9200, 41_100, 3970, 945, 1330, 5640)
    assert growths(panel, ten_times) == {"36.04": FlagCode.DIGIT_SLIP}
    swapped = (1020, 1545, 4110, 9200, 3970, 945, 1330, 5640)
    assert growths(panel, swapped) == {
        "36.03": FlagCode.VALUES_EXCHANGED,
        "36.04": FlagCode.VALUES_EXCHANGED,
    }


def test_of_five_values_with_one_ten_times_too_large_the_modified_z_fires_and_z_cannot() -> None:
    values = [10.0, 11.0, 9.0, 10.5, 100.0]
    mean = sum(values) / 5
    deviation = (sum((value - mean) ** 2 for value in values) / 4) ** 0.5
    assert modified_z(values)[-1] > THRESHOLD
    assert (values[-1] - mean) / deviation < 3


def test_more_employed_than_labour_force_is_red(panel: Callable[..., Panel]) -> None:
    people = [("36.01", "2025-10", 100), ("36.02", "2025-10", 100)]
    employed = panel(people, [("36.01", "2025-08", 900), ("36.02", "2025-08", 900)])
    force = panel(people, [("36.01", "2025-08", 899), ("36.02", "2025-08", 900)])
    [flag] = workforce_flags(employed, force, ["36.01", "36.02"], OCTOBER)
    assert (flag.key.region_code, flag.severity) == ("36.01", FlagSeverity.RED)


def test_parts_without_figures_are_one_flag_of_the_whole(panel: Callable[..., Panel]) -> None:
    found = missing_flags(
        panel([(code, "2025-10", 100) for code in BANTEN[:6]], [("36.01", "2025", 500)]),
        "36",
        OCTOBER,
        denominator_id="eligible",
        stale=["36.01"],
    )
    assert {flag.key.code: flag.details["regions"] for flag in found} == {
        FlagCode.PARTS_MISSING: "36.73,36.74",
        FlagCode.WORKFORCE_MISSING: "36.02,36.03,36.04,36.71,36.72",
        FlagCode.WORKFORCE_STALE: "36.01",
    }


def test_a_region_nobody_has_data_of_is_no_fault(panel: Callable[..., Panel]) -> None:
    nobody = panel([("17.01", "2025-10", 100)])
    assert missing_flags(nobody, "36", OCTOBER, denominator_id="eligible", stale=[]) == []


@given(st.sampled_from(FlagCode), st.text("0123456789.", max_size=5), st.text(max_size=20))
def test_a_key_is_the_same_after_it_was_written_down(
    code: FlagCode, region: str, subject: str
) -> None:
    key = FlagKey(code, region, "2025-10", subject)
    assert FlagKey.parse(key.text) == key
