"""A person's word changes who is ranked, and nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime

import pandas as pd
import pytest

from cakupan.analytics.overview import summarise
from cakupan.analytics.panel import Panel
from cakupan.analytics.rulings import Rulings
from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
OCTOBER = Period("2025-10")


def decision(verdict: Verdict, region: str, *, period: str = "", subject: str = "") -> Decision:
    key = FlagKey(FlagCode.COVERAGE_ABOVE_ONE, region, period, subject)
    return Decision(key, verdict, "tempat pendaftaran", "Sari", datetime(2026, 1, 5, tzinfo=UTC))


@pytest.fixture(scope="session")
def ranks(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[..., dict[str, float]]:
    """Ranks within Bengkulu, where one of two is above 1, under some decisions."""

    def ask(*decisions: Decision, denominator: str = "employed") -> dict[str, float]:
        panel = Panel.of(
            directory,
            participants=participants(
                [("17.01", "2025-10", "total", 150), ("17.02", "2025-10", "total", 40)]
            ),
            workforce=workforce([("17.01", "2025", 100), ("17.02", "2025", 100)]),
            rulings=Rulings.of(decisions, denominator_id=denominator),
        )
        found = summarise(
            panel,
            region=directory["17"],
            targets=[],
            denominator_id=denominator,
            period=OCTOBER,
        )
        return dict(zip(found.ranking["region_code"], found.ranking["rank"], strict=True))

    return ask


def test_coverage_above_one_takes_no_rank_until_a_person_accepts_it(
    ranks: Callable[..., dict[str, float]],
) -> None:
    assert ranks()["17.02"] == 1
    accepted = ranks(decision(Verdict.ACCEPTED, "17.01", subject="employed"))
    assert accepted == {"17.01": 1, "17.02": 2}


def test_it_is_accepted_for_one_denominator_only(ranks: Callable[..., dict[str, float]]) -> None:
    other = ranks(decision(Verdict.ACCEPTED, "17.01", subject="labour_force"))
    assert other["17.02"] == 1


@pytest.mark.parametrize(
    ("period", "left_out"), [("", True), ("2025-10", True), ("2025-09", False)]
)
def test_what_a_person_excluded_takes_no_rank_in_that_month(
    ranks: Callable[..., dict[str, float]], period: str, left_out: bool
) -> None:
    found = ranks(decision(Verdict.EXCLUDED, "17.02", period=period))
    assert pd.isna(found["17.02"]) == left_out


def test_an_exclusion_of_a_region_that_is_no_more_does_no_harm(
    ranks: Callable[..., dict[str, float]],
) -> None:
    assert ranks(decision(Verdict.EXCLUDED, "99.99", period="2025-10"))["17.02"] == 1
