"""A region year by year."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pandas as pd

from cakupan.analytics.kinds import Change
from cakupan.analytics.panel import Panel
from cakupan.analytics.yearly import years
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
END = date(2025, 12, 31)


def test_years_compare_the_same_month_only(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    counts = [
        ("36.03", "2022-10", "total", 100_000),
        ("36.03", "2023-12", "total", 101_052),
        ("36.03", "2024-12", "total", 122_318),
    ]
    panel = Panel.of(
        directory,
        participants=participants(counts),
        workforce=workforce([("36.03", "2022", 181_454), ("36.03", "2024", 179_826)]),
    )
    line = panel.line("36.03", until=END)
    first, second = years(line, month=12)
    assert (first.growth, first.points) == (None, None)
    assert second.growth == Fraction(122_318 - 101_052, 101_052)
    assert second.points == Fraction(122_318, 179_826) - Fraction(101_052, 181_454)
    assert [year.period.text for year in years(line, month=10)] == ["2022-10"]


def test_a_year_of_another_publisher_is_not_compared(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    counts = [
        ("36.03", "2023-10", "total", 100),
        ("36.03", "2024-10", "total", 200, False, "kemnaker"),
        ("36.03", "2025-10", "total", 300, False, "kemnaker"),
    ]
    panel = Panel.of(
        directory, participants=participants(counts), workforce=workforce([("36.03", "2023", 500)])
    )
    _, broken, compared = years(panel.line("36.03", until=END), month=10)
    assert broken.changes == (Change.PARTICIPANTS_PUBLISHER,)
    assert (broken.growth, broken.points, broken.coverage) == (None, None, Fraction(2, 5))
    assert (compared.changes, compared.growth) == ((), Fraction(1, 2))
