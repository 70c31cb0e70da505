"""A load enters whole or not at all; the newest counts; what is taken back leaves no trace."""

from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from sqlalchemy.exc import IntegrityError

from cakupan.domain.loads import LoadCounts, LoadState
from cakupan.domain.measures import Maturity, Segment
from cakupan.storage.errors import (
    AlreadyLoadedError,
    AlreadyWithdrawnError,
    DuplicateFigureError,
    UnknownLoadError,
)
from cakupan.storage.loading import compare, withdraw
from cakupan.storage.queries.loads import current_load, history
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.version import data_version

pytestmark = pytest.mark.both_engines


def shown(store) -> list[int]:
    frame = store.ask(participant_counts, region_prefix="", publishers=["bpjs"])
    return frame["participants"].tolist()


def test_the_newest_load_of_a_figure_is_the_one_shown(store, figure) -> None:
    store.load(figure(100))
    store.load(figure(120))
    assert shown(store) == [120]


def test_a_sample_never_displaces_a_real_figure(store, figure) -> None:
    store.load(figure(100))
    store.load(figure(999, maturity=Maturity.SAMPLE))
    assert shown(store) == [100]


def test_a_real_figure_displaces_a_sample(store, figure) -> None:
    store.load(figure(999, maturity=Maturity.SAMPLE))
    store.load(figure(100, maturity=Maturity.PROVISIONAL))
    assert shown(store) == [100]


def test_a_sample_comes_back_when_the_real_figure_is_withdrawn(store, figure) -> None:
    store.load(figure(999, maturity=Maturity.SAMPLE))
    real = store.load(figure(100))
    store.undo(real)
    assert shown(store) == [999]


def test_the_newest_of_two_samples_is_shown(store, figure) -> None:
    store.load(figure(1, maturity=Maturity.SAMPLE))
    store.load(figure(2, maturity=Maturity.SAMPLE))
    assert shown(store) == [2]


def test_withdrawing_restores_exactly_what_was_current(store, figure) -> None:
    store.load(figure(100), figure(50, region="36.71"), figure(7, region="36.72"))
    before = store.current()
    second = store.load(figure(101), figure(51, region="36.71"), figure(9, region="36.74"))
    assert store.current() != before
    store.undo(second)
    assert store.current() == before


def test_withdrawing_an_older_load_leaves_the_newer_figure(store, figure) -> None:
    first = store.load(figure(100))
    store.load(figure(120))
    before = store.current()
    store.undo(first)
    assert store.current() == before


def test_withdrawing_the_middle_one_of_three_loads_is_as_if_it_never_came(store, figure) -> None:
    store.load(figure(1), figure(1, region="36.71"))
    middle = store.load(figure(2), figure(2, region="36.71"))
    last = store.load(figure(3))
    store.undo(middle)
    store.undo(last)
    assert shown(store) == [1, 1]


def test_a_withdrawn_load_keeps_its_rows_and_says_who_took_it_back(store, figure) -> None:
    load = store.undo(store.load(figure(100)))
    assert load.state is LoadState.WITHDRAWN
    assert load.withdrawn_by == "kepala"
    assert load.withdrawn_at == datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    assert len(store.dump()["figure"]) == 1
    assert store.current() == []


def test_the_same_bytes_twice_change_nothing(store, figure) -> None:
    first = store.load(figure(100), sha256="abc")
    before = store.dump()
    with pytest.raises(AlreadyLoadedError) as caught:
        store.load(figure(100), sha256="abc", name="nama-lain.xlsx")
    assert caught.value.load == first
    after = store.dump()
    refused = after.pop("audit")[-1]
    assert "already_loaded" in refused[5]
    assert after | {"audit_head": None} == {
        name: rows for name, rows in before.items() if name != "audit"
    } | {"audit_head": None}


def test_bytes_that_were_withdrawn_may_come_again(store, figure) -> None:
    store.undo(store.load(figure(100), sha256="abc"))
    again = store.load(figure(100), sha256="abc")
    assert shown(store) == [100]
    assert store.ask(current_load, sha256="abc") == again


def test_one_unknown_region_leaves_the_database_as_it_was(store, figure) -> None:
    store.load(figure(100))
    before = store.dump()
    with pytest.raises(IntegrityError):
        store.load(figure(200), figure(1, region="99.99"))
    assert store.dump() == before


def test_two_figures_under_one_key_leave_the_database_as_it_was(store, figure) -> None:
    store.load(figure(100))
    before = store.dump()
    same = figure(200)
    for pair in ((same, figure(201)), (same, same)):
        with pytest.raises(DuplicateFigureError) as caught:
            store.load(*pair)
        assert caught.value.key == same.key
    assert store.dump() == before


def test_an_error_halfway_leaves_the_database_as_it_was(store, figure, monkeypatch) -> None:
    store.load(figure(100))
    before = store.dump()

    def fail(*_: object) -> None:
        raise OSError("disk full")

    # The last thing a load does, when all its rows are written.
    monkeypatch.setattr("cakupan.storage.loading.load_by_id", fail)
    with pytest.raises(OSError, match="disk full"):
        store.load(figure(200))
    assert store.dump() == before


def test_an_unknown_load_and_a_second_withdrawal_are_refused(store, figure) -> None:
    load = store.load(figure(100))
    store.undo(load)
    before = store.dump()
    with pytest.raises(UnknownLoadError):
        withdraw(store.engine, 4711, by="kepala", at=datetime.now(UTC))
    with pytest.raises(AlreadyWithdrawnError) as caught:
        store.undo(load)
    assert caught.value.load.withdrawn_by == "kepala"
    assert store.dump() == before


def test_a_time_without_a_zone_is_refused(store, figure) -> None:
    load = store.load(figure(100))
    with pytest.raises(Exception, match="without a zone"):
        withdraw(store.engine, load.id, by="kepala", at=datetime(2026, 1, 5))  # noqa: DTZ001  the fault under test
    assert store.ask(history)[0].state is LoadState.CURRENT


def test_every_change_and_nothing_else_counts_the_version_up(store, figure) -> None:
    versions = [store.ask(data_version)]
    load = store.load(figure(100), sha256="abc")
    versions.append(store.ask(data_version))
    with pytest.raises(AlreadyLoadedError):
        store.load(figure(100), sha256="abc")
    versions.append(store.ask(data_version))
    store.undo(load)
    versions.append(store.ask(data_version))
    assert [after - before for before, after in pairwise(versions)] == [1, 0, 1]


def test_a_dry_run_counts_new_changed_and_unchanged_and_names_the_changed(store, figure) -> None:
    store.load(figure(100), figure(50, region="36.71"))
    planned = [figure(101), figure(50, region="36.71"), figure(7, region="36.72")]
    before = store.dump()
    comparison = store.look(compare, figures=planned)
    assert comparison.counts == LoadCounts(figures=3, new=1, changed=1, unchanged=1)
    assert comparison.changed == ((planned[0].key, Decimal(100), Decimal(101)),)
    assert store.dump() == before
    assert store.load(*planned).counts == comparison.counts


def test_a_dry_run_calls_a_sample_over_a_real_figure_unchanged(store, figure) -> None:
    store.load(figure(100))
    comparison = store.look(compare, figures=[figure(999, maturity=Maturity.SAMPLE)])
    assert comparison.counts == LoadCounts(figures=1, new=0, changed=0, unchanged=1)


def test_a_dry_run_calls_a_real_figure_over_an_equal_sample_changed(store, figure) -> None:
    store.load(figure(100, maturity=Maturity.SAMPLE))
    comparison = store.look(compare, figures=[figure(100)])
    assert comparison.counts.changed == 1


def test_a_dry_run_is_not_misled_by_how_a_number_is_written(store, figure) -> None:
    store.load(figure("0.460", rounding_unit="0.001"), figure("2.73E+6", region="36.71"))
    planned = [figure("0.46", rounding_unit="0.0010"), figure(2730000, region="36.71")]
    assert store.look(compare, figures=planned).counts.unchanged == 2


def test_an_empty_file_is_a_load_without_figures(store) -> None:
    assert store.load().counts == LoadCounts(figures=0, new=0, changed=0, unchanged=0)


@pytest.mark.parametrize(
    "other",
    [
        {"region": "36.71"},
        {"period": "2025"},
        {"period": "2025-10-31"},
        {"segment": Segment.PU},
        {"publisher": "pemda"},
        {"programme": "JKK"},
        {"group": "nelayan"},
    ],
)
def test_figures_that_differ_in_one_part_of_the_key_stand_side_by_side(
    store, figure, other
) -> None:
    store.load(figure(100))
    assert store.load(figure(200, **other)).counts.new == 1
    assert len(store.current()) == 2


def test_thousands_of_figures_in_several_parts_all_arrive(store, figure, monkeypatch) -> None:
    monkeypatch.setattr("cakupan.storage.bulk._ROWS_AT_ONCE", 7)
    years = [figure(year, period=str(year)) for year in range(1990, 2020)]
    store.load(*years)
    assert len(store.current()) == 30
