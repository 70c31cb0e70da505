from collections.abc import Callable, Iterable
from typing import Any

import pytest

from cakupan.analytics.ladder import Rung, Scope, ladder
from cakupan.analytics.panel import Panel
from cakupan.domain.periods import Period
from cakupan.domain.regions import RegionDirectory

OCTOBER = Period("2025-10")


@pytest.fixture
def panels(
    directory: RegionDirectory, participants: Callable[..., Any], workforce: Callable[..., Any]
) -> dict[str, Panel]:
    counted = participants(
        [("17.01", "2025-10", "PU", 40), ("17.02", "2025-10", "PU", 60)],
    )
    bases: dict[str, Iterable[tuple[object, ...]]] = {
        "eligible": [("17.01", "2025", 100), ("17.02", "2025", 100)],
        "employed": [("17.01", "2025", 80), ("17.02", "2025", 80)],
        "labour_force": [],
    }
    return {
        name: Panel.of(directory, participants=counted, workforce=workforce(rows))
        for name, rows in bases.items()
    }


@pytest.fixture
def rungs(
    panels: dict[str, Panel], directory: RegionDirectory, target: Callable[..., Any]
) -> Callable[..., tuple[Rung, ...]]:
    targets = [
        target("0.65", 2030, region="17"),
        target("0.60", None, region="17", denominator="employed"),
        target("0.70", 2027, region="17", denominator="labour_force"),
        target("0.45", 2029, region="00"),
        target("0.55", 2026, region="17.01"),
        target("0.90", 2026, region="36"),
    ]

    def climb(code: str, base: str = "eligible") -> tuple[Rung, ...]:
        return ladder(
            panels,
            region=directory[code],
            targets=targets,
            denominator_id=base,
            period=OCTOBER,
        )

    return climb


def test_a_province_sees_its_own_the_nations_and_its_parts_targets(
    rungs: Callable[..., tuple[Rung, ...]],
) -> None:
    seen = [(rung.scope, rung.region.code, str(rung.gap.target.ratio)) for rung in rungs("17")]
    assert seen == [
        (Scope.OWN, "17", "0.65"),
        (Scope.OWN, "17", "0.60"),
        (Scope.OWN, "17", "0.70"),
        (Scope.NATIONAL, "17", "0.45"),
        (Scope.PART, "17.01", "0.55"),
    ]


def test_the_nation_sees_its_own_alone(rungs: Callable[..., tuple[Rung, ...]]) -> None:
    assert [(rung.scope, rung.region.code) for rung in rungs("00")] == [(Scope.OWN, "00")]


def test_each_target_is_measured_on_the_region_it_speaks_of(
    rungs: Callable[..., tuple[Rung, ...]],
) -> None:
    people = [rung.gap.people_needed for rung in rungs("17")]
    assert people == [30, 20, 40, 0, 15]


def test_the_distance_by_the_targets_own_base_stands_beside_it_where_it_is_known(
    rungs: Callable[..., tuple[Rung, ...]],
) -> None:
    own, employed, unknown, *_ = rungs("17")
    assert own.by_own_base is None
    assert not employed.gap.same_denominator
    assert employed.by_own_base is not None
    assert employed.by_own_base.people_needed == 0
    assert not unknown.gap.same_denominator
    assert unknown.by_own_base is None
    by_eligible = rungs("17", "employed")[0].by_own_base
    assert by_eligible is not None
    assert by_eligible.people_needed == 30


def test_without_figures_there_are_rungs_and_no_distances(
    rungs: Callable[..., tuple[Rung, ...]],
) -> None:
    [rung, *_] = rungs("36")
    assert rung.gap.people_needed is None
    assert rung.headline.coverage is None
