"""Two months side by side: counts in percent, ratios in points, nothing across a break."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.comparison import (
    Comparison,
    Count,
    comparable_years,
    compare,
    compare_months,
    pooled,
)
from cakupan.analytics.kinds import Change
from cakupan.analytics.months import month_number
from cakupan.analytics.panel import Panel
from cakupan.analytics.rounding import Rounded
from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.regions import Region, RegionDirectory, RegionKind
from cakupan.texts.number_format import growth, percent, points

Build = Callable[..., pd.DataFrame]
Rows = list[tuple]
A, B = "17.01", "17.02"
COUNTS = st.integers(0, 10**7)
BASES = st.integers(1, 10**7)


def number(text: str) -> int:
    return month_number(Period(text).end)


def exact(count: int) -> Rounded:
    return Rounded(Decimal(count), Decimal(0))


def moved(before: tuple[int, int], after: tuple[int, int], *changes: Change) -> Comparison:
    counts = (Count(exact(n), exact(d)) for n, d in (before, after))
    return Comparison("17.01", *counts, changes)


@pytest.fixture
def panel(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[..., Panel]:
    def build(counts: Rows, bases: Rows) -> Panel:
        return Panel.of(directory, participants=participants(counts), workforce=workforce(bases))

    return build


def test_ketapang_grew_by_21_percent_and_rose_by_12_33_points(
    panel: Callable[..., Panel], participants: Build
) -> None:
    months = panel(
        [(A, "2023-12", "total", 101_052), (A, "2024-12", "total", 122_318)],
        [(A, "2023", 181_454), (A, "2024", 179_827)],
    )
    found = compare(months, [A], before=number("2023-12"), after=number("2024-12"))[0]
    assert found.growth is not None
    assert found.points is not None
    assert growth(found.growth.growth, Language.ID) == "+21,0%"
    assert points(found.points.points, Language.ID) == "+12,33 poin"
    assert [percent(count.coverage, Language.ID) for count in (found.before, found.after)] == [
        "55,69%",
        "68,02%",
    ]


def test_rounded_figures_bound_their_growth_and_their_change_of_coverage(
    panel: Callable[..., Panel],
) -> None:
    months = panel(
        [
            (A, "2024-10", "total", 2_600_000, False, "bpjs", 100_000),
            (A, "2025-10", "total", 2_800_000, False, "bpjs", 100_000),
        ],
        [(A, "2024", 6_000_000)],
    )
    found = compare(months, [A], before=number("2024-10"), after=number("2025-10"))[0]
    assert found.growth is not None
    told = [
        growth(part, Language.ID)
        for part in (found.growth.low, found.growth.growth, found.growth.high)
    ]
    assert told == ["+3,8%", "+7,7%", "+11,8%"]
    assert found.points_range == (Fraction(100_000, 6_000_000), Fraction(300_000, 6_000_000))


def test_the_units_of_rounded_parts_add_up_in_their_sum(panel: Callable[..., Panel]) -> None:
    months = panel(
        [(code, "2025-10", "total", 1_000_000, False, "bpjs", 10_000) for code in (A, B)],
        [(code, "2025", 2_000_000) for code in (A, B)],
    )
    province = compare(months, ["17"], before=number("2024-10"), after=number("2025-10"))[0]
    assert province.after.participants == Rounded(Decimal(2_000_000), Decimal(20_000))
    assert province.growth is None


def test_jakarta_stays_above_100_percent_and_is_not_clipped(
    participants: Build, workforce: Build
) -> None:
    places = [Region("00", "Indonesia", RegionKind.NATION, "0000")]
    places.append(Region("31", "DKI Jakarta", RegionKind.PROVINCE, "31"))
    months = Panel.of(
        RegionDirectory(places),
        participants=participants([("31", "2023-12", "total", 7_498_532)]),
        workforce=workforce([("31", "2023-08", 5_072_737)]),
    )
    found = compare(months, ["31"], before=number("2022-12"), after=number("2023-12"))[0]
    assert percent(found.after.coverage, Language.ID, 1) == "147,8%"
    assert not found.ranked


@pytest.mark.parametrize("change", Change)
def test_nothing_is_called_a_rise_or_a_fall_across_a_break(change: Change) -> None:
    found = moved((261_814, 625_750), (196_000, 719_000), change)
    assert found.points is None
    assert found.points_range is None
    workers = change is Change.WORKERS_PUBLISHER
    assert (found.workers_growth is None) == workers
    assert (found.growth is None) != workers


def test_a_break_in_the_data_reaches_the_comparison(panel: Callable[..., Panel]) -> None:
    months = panel(
        [
            (A, "2024-12", "total", 400, False, "bpjs"),
            (A, "2025-12", "total", 300, False, "kemnaker"),
        ],
        [(A, "2024", 1_000)],
    )
    found = compare(months, [A, B], before=number("2024-12"), after=number("2025-12"))
    assert found[0].changes == (Change.PARTICIPANTS_PUBLISHER,)
    assert found[1] == Comparison(B, Count(None, None), Count(None, None), ())


@given(n0=COUNTS, d0=BASES, n1=COUNTS, d1=BASES)
def test_the_two_causes_add_up_to_the_change_exactly(n0: int, d0: int, n1: int, d1: int) -> None:
    split = moved((n0, d0), (n1, d1)).points
    assert split is not None
    assert split.participants_part + split.workers_part == split.points
    assert split.points == Fraction(n1, d1) - Fraction(n0, d0)


@given(pairs=st.lists(st.tuples(COUNTS, BASES, COUNTS, BASES), min_size=1, max_size=8))
def test_parts_pooled_are_the_ratio_of_their_sums_and_never_the_mean(
    pairs: list[tuple[int, int, int, int]],
) -> None:
    parts = [moved((n0, d0), (n1, d1)) for n0, d0, n1, d1 in pairs]
    unknown = Comparison("17.02", Count(exact(5), None), Count(None, exact(5)), ())
    joint = pooled([*parts, unknown, *[moved((1, 2), (3, 4), Change.WORKERS_PUBLISHER)]])
    assert joint is not None
    sums = [sum(column) for column in zip(*pairs, strict=True)]
    assert joint.before.coverage == Fraction(sums[0], sums[1])
    assert joint.after.coverage == Fraction(sums[2], sums[3])
    assert pooled([unknown]) is None


@settings(deadline=None, max_examples=25)
@given(
    seed=st.randoms(use_true_random=False),
    counts=st.lists(st.tuples(COUNTS, COUNTS), min_size=2, max_size=2),
)
def test_the_order_of_rows_and_of_regions_changes_nothing(
    directory: RegionDirectory, participants: Build, workforce: Build, seed, counts
) -> None:
    rows = [
        (code, month, "total", count)
        for code, pair in zip((A, B), counts, strict=True)
        for month, count in zip(("2024-10", "2025-10"), pair, strict=True)
    ]
    bases = [(code, "2024", 1_000) for code in (A, B)]
    shuffled = seed.sample(rows, len(rows))
    panels = [
        Panel.of(directory, participants=participants(each), workforce=workforce(bases))
        for each in (rows, shuffled)
    ]
    ends = {"before": number("2024-10"), "after": number("2025-10")}
    first = compare(panels[0], ["17", A, B], **ends)
    assert set(first) == set(compare(panels[1], [B, "17", A], **ends))


def test_months_of_one_region_are_each_compared_with_their_own_past(
    panel: Callable[..., Panel],
) -> None:
    months = panel(
        [
            (A, f"{year}-{month:02}", "total", year * 10 + month)
            for year in (2023, 2025)
            for month in (1, 2)
        ],
        [(A, "2020", 30_000)],
    )
    found = compare_months(months, A, [number("2025-01"), number("2025-02")], months_back=24)
    assert [int(each.before.participants.exact) for each in found if each.before.participants] == [
        20_231,
        20_232,
    ]


def test_years_that_can_be_compared_have_the_same_month(panel: Callable[..., Panel]) -> None:
    months = panel(
        [(A, period, "total", 5) for period in ("2021-10", "2023-09", "2023-10", "2025-10")],
        [(A, "2020", 100)],
    )
    wanted = [number("2023-10"), number("2021-10")]
    assert comparable_years(months, A, number("2025-10")) == wanted
    assert comparable_years(months, "17", number("2025-10")) == wanted, "a part has them"
    assert comparable_years(months, B, number("2025-10")) == []
