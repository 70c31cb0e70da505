"""A release of another day: damaged, made by an older program or a newer one, or brought back."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from cakupan.domain.records import replace
from cakupan.domain.releases import Release
from cakupan.storage import release_package, schema
from cakupan.storage.errors import (
    NewerReleaseError,
    ReleaseDamagedError,
)
from cakupan.storage.queries.decisions import decisions_in_force
from cakupan.storage.queries.releases import release_by_id
from cakupan.storage.reading import unscoped
from cakupan.storage.release_package import digest, pack, prove, unpack
from tests.storage.releases_made import MADE, content_of, make, opened, values

from .conftest import Store


@pytest.fixture
def loaded(store: Store, figure: Callable[..., Any]) -> Store:
    """A database with one figure."""
    store.load(figure(100))
    return store


@pytest.mark.parametrize("harm", ["flipped", "cut", "emptied"])
def test_a_damaged_release_is_refused(
    loaded: Store, reference_dir: Path, tmp_path: Path, harm: str
) -> None:
    release = make(loaded, reference_dir)
    content = content_of(loaded, release)
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
    loaded: Store, reference_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = make(loaded, reference_dir)
    before = content_of(loaded, release)
    upgraded_program(tmp_path, monkeypatch)
    schema.migrate(loaded.engine)
    with opened(loaded, release, tmp_path / "x", reference_dir) as book:
        assert values(book) == [100]
        with book.engine.connect() as connection:
            assert connection.execute(text("SELECT DISTINCT colour FROM region")).all() == [
                ("biru",)
            ]
    assert content_of(loaded, release) == before
    with loaded.reader.connect() as connection:
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
    loaded: Store, reference_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        upgraded_program(tmp_path, later)
        package = pack(loaded.reader, reference_dir)
    release = Release("R-1", "Sari", MADE, "", None, 1, "9000", package.sha256)
    with pytest.raises(NewerReleaseError):
        unpack(package.content, release, tmp_path / "x", shipped=reference_dir)


@pytest.mark.sqlite_file
def test_a_release_is_backed_up_with_the_database(
    loaded: Store, reference_dir: Path, tmp_path: Path
) -> None:
    release = make(loaded, reference_dir)
    with sqlite3.connect(tmp_path / "cadangan.db") as copy:
        sqlite3.connect(loaded.url.removeprefix("sqlite:///")).backup(copy)
        [[content]] = copy.execute("SELECT content FROM release").fetchall()
    assert digest(content) == release.sha256
