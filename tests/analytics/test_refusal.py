"""Across a break nothing is called a rise or a fall."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from cakupan.analytics.overview import summarise
from cakupan.analytics.panel import Panel
from cakupan.analytics.refusal import of_one_kind
from cakupan.analytics.summary import Reason, Status, Summary
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
A = "17.01"


@pytest.fixture
def look(
    directory: RegionDirectory,
    participants: Build,
    workforce: Build,
    target: Callable[..., Target],
) -> Callable[..., Summary]:
    """Kabupaten A in three Octobers: 100, 200 and 300 of 1.000, stated as asked for."""

    def ask(*sources: tuple[object, ...], bases: tuple[str, ...] = ("bps",) * 3) -> Summary:
        years = ("2023", "2024", "2025")
        counts = [
            (A, f"{year}-10", "total", 100 * place, *source)
            for place, (year, source) in enumerate(zip(years, sources, strict=True), start=1)
        ]
        panel = Panel.of(
            directory,
            participants=participants(counts),
            workforce=workforce(
                [(A, year, 1_000, False, base) for year, base in zip(years, bases, strict=True)]
            ),
        )
        return summarise(
            panel,
            region=directory[A],
            targets=[target("0.65", 2030, region=A)],
            denominator_id="eligible",
            period=Period("2025-10"),
        )

    return ask


def test_within_one_kind_the_year_is_compared(look: Callable[..., Summary]) -> None:
    found = look((), (), ())
    assert found.breaks == ()
    assert found.year_on_year.points == pytest.approx(0.1)
    assert found.gaps[0].assessment.status is Status.ON_TRACK


def test_another_publisher_takes_growth_points_and_the_verdict(
    look: Callable[..., Summary],
) -> None:
    found = look((False, "bpjs"), (False, "bpjs"), (False, "kemnaker"))
    change = found.year_on_year
    assert (change.participants_growth, change.points) == (None, None)
    assert change.reason is Reason.ACROSS_BREAK
    assert len(found.breaks) == 1
    assert found.gaps[0].assessment.status is Status.NOT_ASSESSED
    assert found.outlook is None


def test_real_figures_are_not_compared_with_samples(look: Callable[..., Summary]) -> None:
    found = look((True,), (True,), (False,))
    assert found.year_on_year.reason is Reason.ACROSS_BREAK
    assert found.breaks[0].publishers == {}


def test_another_source_of_the_workforce_leaves_the_growth_of_participants(
    look: Callable[..., Summary],
) -> None:
    change = look((), (), (), bases=("bps", "bps", "kemnaker")).year_on_year
    assert change.participants_growth == pytest.approx(0.5)
    assert (change.points, change.reason) == (None, Reason.ACROSS_BREAK)


def test_a_whole_refuses_the_rows_of_parts_that_break(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    counts = [
        ("17.01", "2024-10", "total", 100),
        ("17.01", "2025-10", "total", 150, False, "kemnaker"),
        ("17.02", "2024-10", "total", 100),
        ("17.02", "2025-10", "total", 110),
    ]
    panel = Panel.of(
        directory,
        participants=participants(counts),
        workforce=workforce([(code, "2024", 1_000) for code in ("17.01", "17.02")]),
    )
    found = summarise(
        panel,
        region=directory["17"],
        targets=[],
        denominator_id="eligible",
        period=Period("2025-10"),
    )
    rows = found.ranking.set_index("region_code")
    assert rows["points"].isna().to_dict() == {"17.01": True, "17.02": False}
    assert rows["growth"].isna().to_dict() == {"17.01": True, "17.02": False}
    assert found.year_on_year.reason is Reason.ACROSS_BREAK


def test_months_of_one_kind_come_back_after_a_stranger(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> None:
    counts = [
        (A, "2024-10", "total", 100),
        (A, "2025-09", "total", 150, False, "kemnaker"),
        (A, "2025-10", "total", 110),
    ]
    panel = Panel.of(
        directory,
        participants=participants(counts),
        workforce=workforce([(A, "2024", 1_000)]),
    )
    line = of_one_kind(panel.line(A, until=date(2025, 12, 31)))
    assert line["participants"].tolist() == [100, 110]
