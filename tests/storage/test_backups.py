"""Backups: whole or not there, taken while others work, and restored without a loss."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cakupan.domain.figures import Figure
from cakupan.storage.backups import back_up, database_file, restore
from cakupan.storage.errors import (
    BackupDamagedError,
    DatabaseDamagedError,
    DatabaseMissingError,
    NewerDatabaseError,
    ServerToolsError,
)
from cakupan.storage.integrity import DatabaseFault, examine, examine_at, refuse_damaged
from cakupan.storage.queries.version import data_version
from tests import behind

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
PARTS = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")
Make = Callable[..., Figure]


@pytest.fixture
def file(store: Any) -> Path:
    return database_file(store.url)


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def held(path: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT region_code, value FROM figure WHERE is_current ORDER BY 1"
        ).fetchall()


@pytest.mark.sqlite_file
def test_a_backup_holds_everything_in_one_file(
    store: Any, figure: Make, file: Path, tmp_path: Path
) -> None:
    store.load(*(figure(100, region=part) for part in PARTS))
    copy = tmp_path / "cadangan" / "a.db"
    inventory = back_up(file, copy)
    assert (inventory.loads, inventory.figures, inventory.faults) == (1, len(PARTS), ())
    assert held(copy) == [(part, 100) for part in PARTS]
    assert [path.name for path in copy.parent.iterdir()] == ["a.db"]


@pytest.mark.sqlite_file
def test_a_backup_taken_during_loads_is_one_moment_of_them(
    store: Any, figure: Make, file: Path, tmp_path: Path
) -> None:
    store.load(*(figure(0, region=part) for part in PARTS))

    def work() -> None:
        for value in range(1, 30):
            store.load(*(figure(value, region=part) for part in PARTS))

    with ThreadPoolExecutor(1) as others:
        done = others.submit(work)
        copies = [tmp_path / f"{number}.db" for number in range(6)]
        for copy in copies:
            back_up(file, copy)
        done.result()
    for copy in copies:
        assert len({value for _, value in held(copy)}) == 1, "a load is in it whole or not at all"


@pytest.mark.sqlite_file
def test_a_restored_database_is_what_it_was_and_nothing_is_lost(
    store: Any, figure: Make, file: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    back_up(file, tmp_path / "a.db")
    before = store.dump()
    store.load(figure(200))
    version = store.ask(data_version)
    restored = restore(tmp_path / "a.db", file, by="Sari", at=NOON)
    after = store.dump()
    assert after["figure"] == before["figure"]
    assert store.ask(data_version) > version, "an answer kept for the old data must not be reused"
    assert restored.kept_aside is not None
    assert held(restored.kept_aside) == [("36.03", 200)]
    store.load(figure(300))
    assert held(file) == [("36.03", 300)]


@pytest.mark.sqlite_file
def test_a_database_can_be_restored_where_there_is_none(
    store: Any, figure: Make, file: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    back_up(file, tmp_path / "a.db")
    elsewhere = tmp_path / "baru" / "cakupan.db"
    assert restore(tmp_path / "a.db", elsewhere, by="Sari", at=NOON).kept_aside is None
    assert held(elsewhere) == [("36.03", 100)]


HARMS = [
    ("DELETE FROM figure WHERE region_code = '36.01'", DatabaseFault.LOAD_INCOMPLETE),
    ("UPDATE figure SET is_current = FALSE", DatabaseFault.WRONG_CURRENT),
    ("DELETE FROM alembic_version", DatabaseFault.NO_SCHEMA),
]


@pytest.mark.both_engines
@pytest.mark.parametrize(("harm", "fault"), HARMS)
def test_what_is_not_whole_is_found(
    store: Any, figure: Make, harm: str, fault: DatabaseFault
) -> None:
    store.load(*(figure(100, region=part) for part in PARTS))
    assert examine_at(store.url).faults == ()
    behind.change(store.url, harm)
    assert fault in examine_at(store.url).faults


@pytest.mark.sqlite_file
@pytest.mark.parametrize(
    ("harm", "fault"),
    [*HARMS, ("UPDATE figure SET origin_id = 99", DatabaseFault.DANGLING)],
)
def test_what_is_not_whole_is_neither_kept_nor_restored(
    store: Any, figure: Make, tmp_path: Path, harm: str, fault: DatabaseFault
) -> None:
    file = database_file(store.url)
    store.load(*(figure(100, region=part) for part in PARTS))
    back_up(file, tmp_path / "a.db")
    change(tmp_path / "a.db", harm)
    assert fault in examine(tmp_path / "a.db").faults
    before = store.dump()
    with pytest.raises(BackupDamagedError):
        restore(tmp_path / "a.db", file, by="Sari", at=NOON)
    with pytest.raises(BackupDamagedError):
        back_up(tmp_path / "a.db", tmp_path / "b.db")
    assert store.dump() == before
    assert not (tmp_path / "b.db").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


@pytest.mark.sqlite_file
def test_a_file_with_foreign_bytes_in_it_is_found_out(
    store: Any, figure: Make, file: Path, tmp_path: Path
) -> None:
    store.load(*(figure(100, region=part) for part in PARTS))
    back_up(file, tmp_path / "a.db")
    content = bytearray((tmp_path / "a.db").read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    (tmp_path / "a.db").write_bytes(content)
    assert examine(tmp_path / "a.db").faults == (DatabaseFault.BROKEN,)


@pytest.mark.sqlite_file
def test_a_backup_of_a_newer_program_changes_nothing(
    store: Any, figure: Make, file: Path, tmp_path: Path
) -> None:
    store.load(figure(100))
    back_up(file, tmp_path / "a.db")
    change(tmp_path / "a.db", "UPDATE alembic_version SET version_num = '9999'")
    before = store.dump()
    with pytest.raises(NewerDatabaseError):
        restore(tmp_path / "a.db", file, by="Sari", at=NOON)
    assert store.dump() == before


def test_a_backup_needs_a_database_of_its_own_kind(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissingError):
        back_up(tmp_path / "tidak-ada.db", tmp_path / "a.db")
    with pytest.raises(DatabaseMissingError):
        restore(tmp_path / "tidak-ada.db", tmp_path / "a.db", by="Sari", at=NOON)
    with pytest.raises(ServerToolsError):
        database_file("postgresql://localhost/cakupan")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sqlite_file
def test_a_damaged_database_is_not_opened_for_readers(store: Any, figure: Make, file: Path) -> None:
    refuse_damaged(store.url)
    store.load(*(figure(100, region=part) for part in PARTS))
    store.engine.dispose()
    store.reader.dispose()
    content = bytearray(file.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    file.write_bytes(content)
    with pytest.raises(DatabaseDamagedError):
        refuse_damaged(store.url)


def test_a_database_that_is_not_there_yet_is_not_damaged(tmp_path: Path) -> None:
    refuse_damaged(f"sqlite:///{(tmp_path / 'baru.db').as_posix()}")
    refuse_damaged("postgresql://localhost/cakupan")
    assert list(tmp_path.iterdir()) == []
