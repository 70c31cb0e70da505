"""Saved weights: every version stays, a newer one of somebody else is never written over."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cakupan.domain.acting import Actor, acting_as
from cakupan.domain.people import Scope
from cakupan.domain.records import replace
from cakupan.domain.weights import WeightsDraft, parse_address
from cakupan.storage.engine import open_database
from cakupan.storage.errors import OutOfScopeError, WeightsChangedError
from cakupan.storage.queries.audit import audit_lines
from cakupan.storage.queries.version import data_version
from cakupan.storage.queries.weights import weight_versions
from cakupan.storage.reading import unscoped
from cakupan.storage.release_copy import copy_figures
from cakupan.storage.schema import migrate
from cakupan.storage.weighting import keep_weights

Store = Any
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
WEIGHTS = {"coverage": 60, "points": 40, "innovation": 25}
DRAFT = WeightsDraft("36", "Juri Banten", WEIGHTS, "Rapat 5 Januari", "Sari", NOON)


def test_a_change_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    first = keep_weights(store.engine, DRAFT)
    second = keep_weights(
        store.engine, replace(DRAFT, weights={"coverage": 100}, by="Budi", follows=first)
    )
    other = keep_weights(store.engine, replace(DRAFT, name="Lain", region_code="00"))
    assert [one.address for one in (first, second, other)] == ["1.1", "1.2", "2.1"]
    assert store.ask(weight_versions) == [other, second, first]


def test_who_began_from_an_older_version_overwrites_nothing(store: Store) -> None:
    first = keep_weights(store.engine, DRAFT)
    keep_weights(store.engine, replace(DRAFT, by="Budi", follows=first))
    before = store.ask(weight_versions)
    with pytest.raises(WeightsChangedError) as caught:
        keep_weights(store.engine, replace(DRAFT, name="Bentrok", follows=first))
    assert caught.value.details == {"name": "Juri Banten", "by": "Budi"}
    assert store.ask(weight_versions) == before


def test_saving_is_signed_logged_and_renews_pages(store: Store) -> None:
    before = store.ask(data_version)
    with acting_as(Actor("10.0.0.7", "Dewi", Scope.of(["36"]))):
        kept = keep_weights(store.engine, DRAFT)
        retired = keep_weights(store.engine, replace(DRAFT, follows=kept, is_retired=True))
    assert (kept.by, retired.by) == ("Dewi", "Dewi")
    assert store.ask(data_version) == before + 2
    newest, older = store.look(lambda connection: audit_lines(unscoped(connection), most=2))
    assert (older.kind, newest.kind) == ("weights_saved", "weights_retired")
    assert newest.details["preset"] == "1.2"
    assert '"coverage": 60' in newest.details["weights"]


def test_weights_of_a_region_are_saved_by_who_answers_for_it(store: Store) -> None:
    kept = keep_weights(store.engine, DRAFT)
    with acting_as(Actor("10.0.0.7", "Ani", Scope.of(["61"]))):
        for draft in (DRAFT, replace(DRAFT, region_code="61", follows=kept)):
            with pytest.raises(OutOfScopeError):
                keep_weights(store.engine, draft)
    assert store.ask(weight_versions) == [kept]


@pytest.mark.parametrize(
    ("text", "found"),
    [("3.2", (3, 2)), ("3", None), ("0.1", None), ("3.02", None), ("-1.2", None), ("٣.٢", None)],
)
def test_an_address_names_one_version_or_none(text: str, found: tuple[int, int] | None) -> None:
    assert parse_address(text) == found


def test_a_release_takes_all_versions_along(store: Store, tmp_path: Path) -> None:
    first = keep_weights(store.engine, DRAFT)
    second = keep_weights(store.engine, replace(DRAFT, follows=first, is_retired=True))
    frozen = open_database(f"sqlite:///{(tmp_path / 'frozen.db').as_posix()}")
    migrate(frozen)
    with store.reader.connect() as source, frozen.begin() as target:
        copy_figures(source, target)
        assert weight_versions(unscoped(target)) == [second, first]
    frozen.dispose()
