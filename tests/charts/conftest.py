"""A summary made by hand, with round numbers, and the styles a figure can be asked in."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest

from cakupan.analytics.summary import (
    Assessment,
    Headline,
    Outlook,
    Status,
    Summary,
    TargetGap,
    YearOnYear,
)
from cakupan.charts.target_marks import TargetMark
from cakupan.charts.theme import Style, Theme
from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.domain.reference import Target
from cakupan.texts import words

NAN = float("nan")
REGIONS = (
    ("36.74", "Kota Tangerang Selatan", 0.58, 0.018, 0.05, 1, 0),
    ("36.72", "Kota Cilegon", 0.52, 0.031, 0.07, 2, 2),
    ("36.03", "Kab. Tangerang", 0.51, 0.009, 0.03, 3, -1),
    ("36.02", "Kab. Lebak", 0.23, -0.002, -0.04, 4, -1),
)


@pytest.fixture
def style() -> Callable[..., Style]:
    def build(
        language: Language = Language.ID, theme: Theme = Theme.LIGHT, *, compact: bool = False
    ) -> Style:
        return Style(words(language), theme, compact)

    return build


def gap(ratio: str, year: int | None, people: int | None, status: Status) -> TargetGap:
    return TargetGap(
        target=Target("t", "36", "rpjmd", year, Decimal(ratio), "eligible", "", "", ""),
        people_needed=people,
        months_left=None if year is None else 62,
        people_a_month=None if year is None else 10,
        assessment=Assessment(status, None, Fraction(61, 100), 0.73, None, None, None, None),
        same_denominator=True,
    )


@pytest.fixture
def ranked() -> pd.DataFrame:
    columns = ["region_code", "name", "coverage", "points", "growth", "rank", "rank_change"]
    frame = pd.DataFrame(REGIONS, columns=columns)
    return frame.assign(participants=1000.0, workers=2000.0, sample=True)


@pytest.fixture
def summary(ranked: pd.DataFrame) -> Summary:
    periods = [Period.of_month(2024 + month // 12, month % 12 + 1) for month in range(9, 22)]
    coverage = [0.44 + 0.0015 * index for index in range(12)] + [0.4603]
    october = Period("2025-10")
    return Summary(
        headline=Headline(
            region_code="36",
            period=october,
            participants=2_727_000,
            workers=5_924_400,
            coverage=0.4603,
            workers_period=Period("2025"),
            parts_with_data=4,
            parts_expected=4,
            covered_part=0.4603,
            sample=True,
            reason=None,
        ),
        gaps=(
            gap("0.50", None, 235_200, Status.NOT_ASSESSED),
            gap("0.65", 2030, 1_123_860, Status.ACCELERATE),
        ),
        year_on_year=YearOnYear(
            from_period=Period("2024-10"),
            to_period=october,
            participants_change=102_000,
            participants_growth=0.039,
            points=0.0159,
            participants_part=0.0173,
            workers_part=-0.0014,
            reason=None,
        ),
        outlook=Outlook(year=2030, low=0.48, high=0.60),
        trend=pd.DataFrame(
            {
                "date": pd.to_datetime([period.end for period in periods]),
                "period": [period.text for period in periods],
                "participants": 2_600_000.0,
                "workers": 5_900_000.0,
                "coverage": coverage,
                "sample": True,
            }
        ),
        glide=pd.DataFrame(
            {
                "date": pd.to_datetime([date(2025, 10, 31), date(2030, 12, 31)]),
                "coverage": [0.4603, 0.65],
            }
        ),
        ranking=ranked.drop(columns="name"),
        segments=pd.DataFrame(
            {
                "segment": ["PU", "BPU", "JAKON", "PMI"],
                "participants": [1_793_427.0, 577_886.0, 305_801.0, 49_886.0],
                "share": [0.6577, 0.2119, 0.1121, 0.0183],
                "sample": True,
            }
        ),
    )


@pytest.fixture
def with_outlook(summary: Summary) -> Callable[..., Summary]:
    """The summary on another pace."""

    def build(low: float, high: float, status: Status) -> Summary:
        return replace(
            summary,
            outlook=Outlook(year=2030, low=low, high=high),
            gaps=(gap("0.65", 2030, 1_123_860, status),),
        )

    return build


@pytest.fixture
def marks() -> tuple[TargetMark, ...]:
    return (
        TargetMark(ratio=0.5, name="RPJMD", year=None, people_needed=235_200),
        TargetMark(ratio=0.65, name="RPJMD 2030", year=2030, people_needed=1_123_860),
    )
