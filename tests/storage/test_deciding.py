"""Decisions about flags are kept for ever; the newest of each flag is in force."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.domain.records import replace
from cakupan.storage.deciding import decide
from cakupan.storage.queries.decisions import decision_history, decisions_in_force
from cakupan.storage.queries.version import data_version

pytestmark = pytest.mark.both_engines

Store = Any
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
KEY = FlagKey("coverage-above-one", "31", "", "employed")
ACCEPTED = Decision(KEY, Verdict.ACCEPTED, "Terdaftar di kantor pusat", "Sari", NOON)
Keep = Callable[..., None]


@pytest.fixture
def keep(store: Store) -> Keep:
    def write(*decisions: Decision) -> None:
        for one in decisions:
            decide(store.engine, one)

    return write


@pytest.mark.parametrize("text", ["coverage-above-one:31::employed", "x:36.03:2025-10:a:b"])
def test_a_flag_comes_back_from_its_word(text: str) -> None:
    assert FlagKey.parse(text).text == text


def test_the_newest_decision_about_a_flag_is_in_force(store: Store, keep: Keep) -> None:
    later = replace(ACCEPTED, verdict=Verdict.EXCLUDED, by="Budi", at=NOON + timedelta(days=1))
    keep(ACCEPTED, later)
    assert store.ask(decisions_in_force) == {KEY: later}
    assert store.ask(decision_history) == [later, ACCEPTED]


def test_a_reopened_flag_has_no_decision_but_keeps_its_past(store: Store, keep: Keep) -> None:
    keep(ACCEPTED, replace(ACCEPTED, verdict=Verdict.REOPENED, reason="Angka baru"))
    assert store.ask(decisions_in_force) == {}
    assert len(store.ask(decision_history)) == 2


def test_a_decision_changes_the_version_that_pages_are_kept_under(store: Store, keep: Keep) -> None:
    before = store.ask(data_version)
    keep(ACCEPTED)
    assert store.ask(data_version) == before + 1
