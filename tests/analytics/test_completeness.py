"""What is missing is seen by region and month, and the bases stand side by side."""

from collections.abc import Callable

import pandas as pd
import pytest

from cakupan.analytics.completeness import (
    COMPLETE,
    COUNTED,
    NOTHING,
    base_spread,
    completeness,
)
from cakupan.analytics.panel import Panel
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

Build = Callable[..., pd.DataFrame]
OCTOBER = Period("2025-10")


@pytest.fixture(scope="session")
def bengkulu(
    directory: RegionDirectory, participants: Build, workforce: Build
) -> Callable[[int], Panel]:
    def build(workers: int) -> Panel:
        return Panel.of(
            directory,
            participants=participants(
                [
                    ("17.01", "2025-08", "total", 40),
                    ("17.01", "2025-10", "total", 50),
                    ("17.02", "2025-08", "total", 10),
                ]
            ),
            workforce=workforce([("17.01", "2025", workers)]),
        )

    return build


def test_the_grid_tells_full_from_half_and_from_nothing(bengkulu: Callable[[int], Panel]) -> None:
    found = completeness(bengkulu(100), ["17.01", "17.02"], until=OCTOBER)
    assert found.states.tolist() == [[COMPLETE, COMPLETE], [COUNTED, NOTHING]]
    assert found.behind == (0, 2)


def test_a_month_nobody_has_is_no_column_and_later_ones_do_not_count(
    bengkulu: Callable[[int], Panel],
) -> None:
    found = completeness(bengkulu(100), ["17.01", "36.01"], until=Period("2025-09"))
    assert len(found.months) == 1
    assert found.behind == (0, None)


def test_the_spread_is_the_highest_minus_the_lowest(bengkulu: Callable[[int], Panel]) -> None:
    panels = {"employed": bengkulu(100), "eligible": bengkulu(125)}
    found = base_spread(panels, ["17.01", "17.02"], OCTOBER)
    assert found.loc["17.01"].to_dict() == pytest.approx(
        {"employed": 0.5, "eligible": 0.4, "spread": 0.1}
    )
    assert found.loc["17.02"].isna().all()
