"""Which targets hold when some ship, some were loaded and some were taken back."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from cakupan.domain.measures import Maturity
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.domain.reference import Reference
from cakupan.settings import ROOT
from cakupan.storage.queries.targets import LoadedTarget
from cakupan.storage.reference import read_reference
from callbacks.targets_in_force import in_force

RPJMD = ("36", "rpjmd", 2030)
LOADED = LoadedTarget(
    region_code="36",
    framework="rpjmd",
    denominator="eligible",
    period=Period("2030"),
    ratio=Decimal("0.66"),
    publisher="Cakupan",
    citation="Perda 1/2026",
    note="",
    maturity=Maturity.FINAL,
    load_id=7,
    file_name="target",
    family="target-edit",
    sheet="",
    cell="",
    loaded_by="Sari",
    loaded_at=datetime(2026, 1, 5, tzinfo=UTC),
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ROOT / "data" / "reference")


def test_without_loads_the_targets_that_ship_hold(reference: Reference) -> None:
    held = in_force(reference, [])
    assert {stated.target for stated in held.values()} == set(reference.targets)
    assert all(stated.loaded is None for stated in held.values())


def test_a_loaded_target_takes_the_place_of_the_one_that_ships(reference: Reference) -> None:
    held = in_force(reference, [LOADED])
    assert held[RPJMD].target.ratio == Decimal("0.66")
    assert held[RPJMD].target.citation == "Perda 1/2026"
    assert held[RPJMD].loaded == LOADED
    assert len(held) == len(reference.targets)


def test_a_retired_target_is_gone_and_others_stay(reference: Reference) -> None:
    held = in_force(reference, [replace(LOADED, maturity=Maturity.RETIRED)])
    assert RPJMD not in held
    assert ("36", "rpjmd", None) in held


def test_a_change_of_base_retires_the_old_one_and_the_new_one_holds(reference: Reference) -> None:
    by_employed = replace(LOADED, denominator="employed", ratio=Decimal("0.7"), load_id=8)
    old = replace(LOADED, maturity=Maturity.RETIRED, load_id=8)
    assert in_force(reference, [old, by_employed])[RPJMD].target.denominator == "employed"


def test_of_two_under_one_key_the_newest_load_holds(reference: Reference) -> None:
    newer = replace(LOADED, publisher="pemda", ratio=Decimal("0.67"), load_id=9)
    for order in ([LOADED, newer], [newer, LOADED]):
        assert in_force(reference, order)[RPJMD].target.ratio == Decimal("0.67")


def test_a_sample_never_takes_the_place_of_a_real_target(reference: Reference) -> None:
    sample = replace(LOADED, maturity=Maturity.SAMPLE)
    assert in_force(reference, [sample])[RPJMD].loaded is None
    newer = replace(sample, load_id=9, publisher="pemda")
    assert in_force(reference, [newer, LOADED])[RPJMD].loaded == LOADED
    elsewhere = replace(sample, period=Period("2027"))
    assert in_force(reference, [elsewhere])["36", "rpjmd", 2027].loaded == elsewhere


def test_a_disputed_target_changes_nothing(reference: Reference) -> None:
    disputed = replace(LOADED, maturity=Maturity.DISPUTED)
    assert in_force(reference, [disputed])[RPJMD].loaded is None


def test_names_in_the_words_of_a_source_are_known_by_their_ids(reference: Reference) -> None:
    named = replace(LOADED, framework="RPJMD", denominator="Penduduk bekerja")
    target = in_force(reference, [named])[RPJMD].target
    assert (target.framework, target.denominator) == ("rpjmd", "employed")
    strange = replace(LOADED, framework="Rencana X", denominator="Basis X")
    target = in_force(reference, [strange])["36", "Rencana X", 2030].target
    assert (target.framework, target.denominator) == ("Rencana X", "Basis X")


def test_targets_stand_in_the_order_of_the_ladder(reference: Reference) -> None:
    near = replace(LOADED, framework="ucj", period=Period("2025-11-27"))
    keys = [key for key in in_force(reference, [near, LOADED]) if key[0] == "36"]
    assert keys == [("36", "rpjmd", None), RPJMD, ("36", "ucj", None)]
