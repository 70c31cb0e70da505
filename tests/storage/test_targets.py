"""A loaded target is told with everything the ladder needs, and a retired one says so."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from cakupan.domain.measures import Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.storage.queries.targets import loaded_targets, targets_before

pytestmark = pytest.mark.both_engines

NOVEMBER = datetime(2025, 11, 28, 3, 0, tzinfo=UTC)
DECEMBER = datetime(2025, 12, 5, 3, 0, tzinfo=UTC)


@pytest.fixture
def target(figure):
    def make(ratio: str = "0.65", *, framework: str = "rpjmd", base: str = "eligible", **other):
        defaults = {"region": "36", "period": "2030", "publisher": "pemda"}
        return figure(
            ratio,
            measure=Measure.TARGET_COVERAGE,
            unit=Unit.RATIO,
            group=framework,
            programme=base,
            **(defaults | other),
        )

    return make


def test_a_target_is_told_with_its_base_its_source_and_its_load(store, target) -> None:
    load = store.load(
        target(citation="Gubernur Banten, 27 Nov 2025", note="Peta jalan", cell="E5"),
        name="target.xlsx",
        at=NOVEMBER,
    )
    (found,) = store.ask(loaded_targets)
    assert (found.region_code, found.framework, found.denominator) == ("36", "rpjmd", "eligible")
    assert (found.year, found.ratio, found.maturity) == (2030, Decimal("0.65"), Maturity.FINAL)
    assert (found.citation, found.note) == ("Gubernur Banten, 27 Nov 2025", "Peta jalan")
    assert (found.load_id, found.loaded_by, found.loaded_at) == (load.id, "operator", NOVEMBER)
    assert (found.file_name, found.sheet, found.cell) == ("target.xlsx", "Data", "E5")
    assert found.publisher == "pemda"


def test_a_target_of_the_near_term_has_the_day_it_was_stated_and_no_year(store, target) -> None:
    store.load(target("0.50", period="2025-11-27"), target())
    assert [(one.period, one.year) for one in store.ask(loaded_targets)] == [
        (Period("2025-11-27"), None),
        (Period("2030"), 2030),
    ]


def test_several_frameworks_and_bases_hold_at_once(store, target) -> None:
    store.load(
        target("0.65"),
        target("0.70", base="employed"),
        target("0.60", framework="perda"),
        target("0.6027", region="19", framework="ucj", period="2025"),
    )
    assert [
        (one.region_code, one.framework, one.denominator, str(one.ratio))
        for one in store.ask(loaded_targets)
    ] == [
        ("19", "ucj", "eligible", "0.6027"),
        ("36", "perda", "eligible", "0.6"),
        ("36", "rpjmd", "eligible", "0.65"),
        ("36", "rpjmd", "employed", "0.7"),
    ]


def test_a_retired_target_is_current_and_says_that_it_is_retired(store, target) -> None:
    store.load(target(), at=NOVEMBER)
    retiring = store.load(target(maturity=Maturity.RETIRED), at=DECEMBER)
    (now,) = store.ask(loaded_targets)
    before = store.ask(targets_before, about={retiring.id: "36"})[retiring.id][0]
    assert (now.maturity, before.maturity) == (Maturity.RETIRED, Maturity.FINAL)
    store.undo(retiring)
    (again,) = store.ask(loaded_targets)
    assert again == before


def test_other_measures_and_single_segments_are_no_targets(store, figure, target) -> None:
    store.load(
        figure(100),
        figure("0.46", measure=Measure.COVERAGE_PUBLISHED, unit=Unit.RATIO, region="36"),
        target(segment=Segment.PU),
    )
    assert store.ask(loaded_targets) == []
