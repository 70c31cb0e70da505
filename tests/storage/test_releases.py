"""A release keeps what counted when it was made, whatever happens to the database afterwards."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.domain.measures import Measure
from cakupan.domain.releases import NewRelease, Release
from cakupan.storage import release_package, releasing, schema
from cakupan.storage.deciding import decide
from cakupan.storage.errors import (
    NewerReleaseError,
    NothingToReleaseError,
    ReleaseDamagedError,
)
from cakupan.storage.queries.decisions import decisions_in_force
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.releases import all_releases, release_by_id, release_content
from cakupan.storage.queries.sources import figure_sources
from cakupan.storage.reading import unscoped
from cakupan.storage.release_package import Unpacked, digest, pack, prove, unpack
from cakupan.storage.releasing import make_release

from .conftest import NOON, Store

MADE = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
FLAG = FlagKey(FlagCode.COVERAGE_JUMP, "36.03", "2025-10", "eligible")


def asked(by: str = "Sari", **more: Any) -> NewRelease:
    return NewRelease(by, MADE, **more)


def make(store: Store, reference_dir: Path, **more: Any) -> Release:
    return make_release(
        store.engine, store.reader, reference_dir=reference_dir, asked=asked(**more)
    )


def content_of(store: Store, release: Release) -> bytes:
    with store.reader.connect() as connection:
        return release_content(unscoped(connection), release.id)


@contextmanager
def opened(store: Store, release: Release, into: Path, shipped: Path) -> Iterator[Unpacked]:
    into.mkdir()
    book = unpack(content_of(store, release), release, into, shipped=shipped)
    yield book
    book.engine.dispose()


def values(book: Unpacked) -> list[int]:
    with book.engine.connect() as connection:
        frame = participant_counts(unscoped(connection), region_prefix="", publishers=["bpjs"])
    return sorted(frame["participants"].to_list())


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


@pytest.mark.parametrize("harm", ["flipped", "cut", "emptied"])
def test_a_damaged_release_is_refused(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path, harm: str
) -> None:
    store.load(figure(100))
    release = make(store, reference_dir)
    content = content_of(store, release)
    harmed = {
        "flipped": bytes([content[0] ^ 1]) + content[1:],
        "cut": content[:-9],
        "emptied": b"",
    }[harm]
    with pytest.raises(ReleaseDamagedError):
        unpack(harmed, release, tmp_path, shipped=reference_dir)
    # Not even where somebody changed the hash with it.
    with pytest.raises(ReleaseDamagedError):
        unpack(
            harmed[: len(harmed) // 2],
            replace(release, sha256=digest(harmed[: len(harmed) // 2])),
            tmp_path,
            shipped=reference_dir,
        )


def upgraded_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program with one more migration, which touches what a release holds."""
    moved = folder / "migrations"
    for path in schema.MIGRATIONS.rglob("*.py"):
        target = moved / path.relative_to(schema.MIGRATIONS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    heads = sorted(path.name[:4] for path in (moved / "versions").glob("0*.py"))
    (moved / "versions" / "9000_colour.py").write_text(
        '"""One more column."""\n\nimport sqlalchemy as sa\nfrom alembic import op\n\n'
        f'revision = "9000"\ndown_revision = "{heads[-1]}"\n\n\n'
        "def upgrade() -> None:\n"
        '    op.add_column("region", sa.Column("colour", sa.Text(), server_default="biru"))\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(schema, "MIGRATIONS", moved)


def test_an_older_release_opens_after_an_upgrade_and_its_bytes_stay(
    store: Store,
    figure: Callable[..., Any],
    reference_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.load(figure(100))
    release = make(store, reference_dir)
    before = content_of(store, release)
    upgraded_program(tmp_path, monkeypatch)
    schema.migrate(store.engine)
    with opened(store, release, tmp_path / "x", reference_dir) as book:
        assert values(book) == [100]
        with book.engine.connect() as connection:
            assert connection.execute(text("SELECT DISTINCT colour FROM region")).all() == [
                ("biru",)
            ]
    assert content_of(store, release) == before
    with store.reader.connect() as connection:
        assert release_by_id(unscoped(connection), release.id) == release


def test_a_release_of_the_very_first_tables_opens(
    reference_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made with the oldest revision there is, and opened with the newest."""
    path = tmp_path / "lama.db"
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    # As releases are made: they are files of SQLite wherever the figures stand.
    engine = release_package.open_database(f"sqlite:///{path.as_posix()}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO region VALUES ('36', 'Banten', 'province', '36')"))
    engine.dispose()
    release_package._in_one_file(path)
    content = release_package._zipped(path, reference_dir)
    release = Release("R-1", "Sari", MADE, "", None, 0, "0001", digest(content))
    book = unpack(content, release, tmp_path / "x", shipped=reference_dir)
    with book.engine.connect() as connection:
        assert decisions_in_force(unscoped(connection)) == {}
    book.engine.dispose()


def test_a_release_that_was_made_long_ago_still_opens(reference_dir: Path, tmp_path: Path) -> None:
    """As it was made with revision 0005: where it opens no more, no old release does."""
    content = (Path(__file__).parent / "releases" / "revision-0005.zip").read_bytes()
    sha256 = "ddde1c652ee1f1fea65dea76543f2a008e54e55bda1cfe7ffac122c30c9abdca"
    release = Release("R-2026-11-25-1", "Sari", MADE, "", None, 3, "0005", sha256)
    prove(content, release, shipped=reference_dir)
    book = unpack(content, release, tmp_path / "x", shipped=reference_dir)
    assert values(book) == [91_000, 130_000]
    assert book.reference.targets
    with book.engine.connect() as connection:
        [decision] = decisions_in_force(unscoped(connection)).values()
    book.engine.dispose()
    assert decision.reason == "salah ketik"


def test_a_release_of_a_newer_program_is_refused(
    store: Store,
    figure: Callable[..., Any],
    reference_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.load(figure(100))
    with monkeypatch.context() as later:
        upgraded_program(tmp_path, later)
        package = pack(store.reader, reference_dir)
    release = Release("R-1", "Sari", MADE, "", None, 1, "9000", package.sha256)
    with pytest.raises(NewerReleaseError):
        unpack(package.content, release, tmp_path / "x", shipped=reference_dir)


@pytest.mark.sqlite_file
def test_a_release_is_backed_up_with_the_database(
    store: Store, figure: Callable[..., Any], reference_dir: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    release = make(store, reference_dir)
    with sqlite3.connect(tmp_path / "cadangan.db") as copy:
        sqlite3.connect(store.url.removeprefix("sqlite:///")).backup(copy)
        [[content]] = copy.execute("SELECT content FROM release").fetchall()
    assert digest(content) == release.sha256
