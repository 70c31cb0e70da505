"""A release keeps what counted when it was made, whatever happens to the database afterwards."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.domain.measures import Measure
from cakupan.domain.releases import Release
from cakupan.storage import release_package, releasing
from cakupan.storage.deciding import decide
from cakupan.storage.errors import (
    NothingToReleaseError,
)
from cakupan.storage.queries.decisions import decisions_in_force
from cakupan.storage.queries.releases import all_releases, release_by_id, release_content
from cakupan.storage.queries.sources import figure_sources
from cakupan.storage.reading import unscoped
from cakupan.storage.release_package import digest
from tests.storage.releases_made import MADE, content_of, make, opened, values

from .conftest import NOON, Store

FLAG = FlagKey(FlagCode.COVERAGE_JUMP, "36.03", "2025-10", "eligible")


def test_a_release_says_who_made_it_when_and_of_how_much(
    store: Store, figure: Callable[..., Any], reference_dir: Path
) -> None:
    store.load(figure(100), figure(5, region="36.04"))
    until = MADE + timedelta(days=6)
    release = make(store, reference_dir, note="Untuk RUPS", embargo_until=until)
    assert (release.made_by, release.made_at, release.note) == ("Sari", MADE, "Untuk RUPS")
    assert (release.figures, release.embargo_until) == (2, until)
    with store.reader.connect() as connection:
        assert release_by_id(unscoped(connection), release.id) == release
        assert release_by_id(unscoped(connection), "R-2000-01-01-1") is None
        assert digest(release_content(unscoped(connection), release.id)) == release.sha256


def test_releases_of_a_day_are_counted_and_listed_newest_first(
    store: Store, reference_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = release_package.Package(b"isi", 1, "0004")
    monkeypatch.setattr(releasing, "pack", lambda *_: package)
    ids = [make(store, reference_dir).id for _ in range(11)]
    day = f"R-{MADE.astimezone():%Y-%m-%d}-"
    assert ids == [f"{day}{number}" for number in range(1, 12)]
    with store.reader.connect() as connection:
        assert [one.id for one in all_releases(unscoped(connection))] == ids[::-1]


def test_nothing_that_is_loaded_or_taken_back_later_reaches_a_release(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    first = store.load(figure(100), figure(5, region="36.04"))
    release = make(store, reference_dir)
    before = content_of(store, release)
    store.load(figure(999))
    store.undo(first)
    decide(store.engine, Decision(FLAG, Verdict.EXCLUDED, "salah ketik", "Budi", NOON))
    with opened(store, release, tmp_path / "terbuka", reference_dir) as book:
        assert values(book) == [5, 100]
        with book.engine.connect() as connection:
            assert decisions_in_force(unscoped(connection)) == {}
    assert content_of(store, release) == before


def test_a_release_still_tells_the_cell_of_each_figure(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    store.load(figure(100, cell="F7"), name="peserta.xlsx")
    decide(store.engine, Decision(FLAG, Verdict.ACCEPTED, "benar adanya", "Budi", NOON))
    release = make(store, reference_dir)
    with opened(store, release, tmp_path / "x", reference_dir) as book:
        with book.engine.connect() as connection:
            [source] = figure_sources(
                connection,
                measure=Measure.PARTICIPANTS_ACTIVE,
                region_prefix="36",
                period_text="2025-10",
                publishers=["bpjs"],
            )
            assert set(decisions_in_force(unscoped(connection))) == {FLAG}
        assert (source.file_name, source.cell) == ("peserta.xlsx", "F7")


def test_a_release_cannot_be_written_to(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    release = make(store, reference_dir)
    with (
        opened(store, release, tmp_path / "x", reference_dir) as book,
        book.engine.connect() as connection,
        pytest.raises(Exception, match="readonly"),
    ):
        connection.execute(text("DELETE FROM figure"))


def test_two_at_once_get_an_id_each_and_hold_one_state_each(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    """Whoever loads meanwhile changes two figures together: none has one without the other."""
    store.load(figure(0), figure(0, region="36.04"))
    made: list[Release] = []

    def release() -> None:
        made.append(make(store, reference_dir))

    threads = [threading.Thread(target=release) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(1, 15):
        store.load(figure(number), figure(number, region="36.04"))
    for thread in threads:
        thread.join()
    assert len({one.id for one in made}) == 3
    for one in made:
        with opened(store, one, tmp_path / one.id, reference_dir) as book:
            assert len(set(values(book))) == 1


def test_without_figures_there_is_nothing_to_release(store: Store, reference_dir: Path) -> None:
    with pytest.raises(NothingToReleaseError):
        make(store, reference_dir)
    with store.reader.connect() as connection:
        assert all_releases(unscoped(connection)) == []


def test_a_release_keeps_the_reference_data_of_its_day(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    then = tmp_path / "acuan"
    then.mkdir()
    for path in reference_dir.glob("*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = lines[:-1] if path.name == "targets.csv" else lines
        (then / path.name).write_text("".join(kept), encoding="utf-8")
    release = make(store, then)
    with opened(store, release, tmp_path / "x", reference_dir) as book:
        fewer = len((then / "targets.csv").read_text(encoding="utf-8").splitlines()) - 1
        assert len(book.reference.targets) == fewer


def test_reference_data_that_a_release_did_not_know_yet_comes_from_the_program(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    then = tmp_path / "acuan"
    then.mkdir()
    for path in reference_dir.glob("*.csv"):
        if path.name != "payers.csv":
            (then / path.name).write_bytes(path.read_bytes())
    release = make(store, then)
    with opened(store, release, tmp_path / "x", reference_dir) as book:
        assert book.reference.payers
