"""A withdrawn load can count again, exactly as before, and all that befell it is on record."""

from datetime import UTC, datetime, timedelta

import pytest

from cakupan.domain.loads import LoadEvent, LoadEventKind, LoadState
from cakupan.domain.measures import Maturity
from cakupan.storage.errors import AlreadyLoadedError, NotWithdrawnError, UnknownLoadError
from cakupan.storage.loading import redo
from cakupan.storage.queries.loads import current_load, history, load_events
from cakupan.storage.queries.version import data_version

pytestmark = pytest.mark.both_engines

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def test_a_restored_load_counts_exactly_as_before_it_was_withdrawn(store, figure) -> None:
    store.load(figure(100), figure(50, region="36.71"))
    second = store.load(figure(120), figure(7, region="36.72"))
    before = store.dump()
    store.undo(second)
    assert store.dump()["figure"] != before["figure"]
    assert store.redo(second) == second
    after = store.dump()
    assert (after["figure"], after["load"]) == (before["figure"], before["load"])
    assert store.ask(current_load, sha256=second.sha256) == second


def test_a_restored_load_gives_way_to_one_that_came_after_it(store, figure) -> None:
    first = store.load(figure(100), figure(50, region="36.71"))
    store.undo(first)
    store.load(figure(120))
    store.redo(first)
    assert sorted(row.value for row in current_rows(store)) == [50, 120]


def test_a_restored_sample_does_not_beat_a_real_figure(store, figure) -> None:
    store.load(figure(100))
    sample = store.load(figure(999, maturity=Maturity.SAMPLE))
    store.undo(sample)
    store.redo(sample)
    assert [row.value for row in current_rows(store)] == [100]


def test_a_restored_real_figure_displaces_the_sample_that_stood_in_for_it(store, figure) -> None:
    store.load(figure(999, maturity=Maturity.SAMPLE))
    real = store.load(figure(100))
    store.load(figure(888, maturity=Maturity.SAMPLE))
    store.undo(real)
    assert [row.value for row in current_rows(store)] == [888]
    store.redo(real)
    assert [row.value for row in current_rows(store)] == [100]


def test_bytes_that_came_in_again_cannot_count_twice(store, figure) -> None:
    first = store.load(figure(100), sha256="abc")
    store.undo(first)
    again = store.load(figure(100), sha256="abc", name="lagi.xlsx")
    before = store.dump()
    with pytest.raises(AlreadyLoadedError) as caught:
        store.redo(first)
    assert caught.value.load == again
    assert store.dump() == before
    store.undo(again)
    assert store.redo(first).state is LoadState.CURRENT


def test_a_load_that_counts_and_one_that_never_was_cannot_be_restored(store, figure) -> None:
    load = store.load(figure(100))
    before = store.dump()
    with pytest.raises(NotWithdrawnError) as caught:
        store.redo(load)
    assert caught.value.details == {"file_name": load.file_name, "load_id": load.id}
    with pytest.raises(UnknownLoadError):
        redo(store.engine, 4711, by="wakil", at=NOON)
    assert store.dump() == before


def test_what_befell_a_load_is_told_with_who_and_when(store, figure) -> None:
    hours = [NOON + timedelta(hours=hour) for hour in range(5)]
    load = store.load(figure(100), at=hours[0])
    store.undo(load, at=hours[1])
    store.redo(load, at=hours[2])
    other = store.load(figure(7), at=hours[3])
    store.undo(load, at=hours[4])
    assert store.ask(load_events) == [
        LoadEvent(load.id, LoadEventKind.WITHDRAWN, "kepala", hours[4]),
        LoadEvent(other.id, LoadEventKind.LOADED, "operator", hours[3]),
        LoadEvent(load.id, LoadEventKind.RESTORED, "wakil", hours[2]),
        LoadEvent(load.id, LoadEventKind.WITHDRAWN, "kepala", hours[1]),
        LoadEvent(load.id, LoadEventKind.LOADED, "operator", hours[0]),
    ]
    assert store.ask(history)[-1].withdrawn_at == hours[4]


def test_restoring_counts_the_version_up_and_a_refusal_does_not(store, figure) -> None:
    load = store.undo(store.load(figure(100)))
    version = store.ask(data_version)
    store.redo(load)
    assert store.ask(data_version) == version + 1
    with pytest.raises(NotWithdrawnError):
        store.redo(load)
    assert store.ask(data_version) == version + 1


def test_a_restoration_that_fails_halfway_changes_nothing(store, figure, monkeypatch) -> None:
    store.load(figure(100))
    second = store.undo(store.load(figure(200)))
    before = store.dump()

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("cakupan.storage.loading.settle", fail)
    with pytest.raises(OSError, match="disk full"):
        store.redo(second)
    assert store.dump() == before


def current_rows(store) -> list:
    with store.reader.connect() as connection:
        return connection.exec_driver_sql("SELECT * FROM figure WHERE is_current").all()
