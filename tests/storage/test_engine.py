"""Who may write, who may only read, and what happens when several write at once."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime
from time import sleep

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from cakupan.domain.loads import NewLoad
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.errors import (
    DatabaseMissingError,
    DatabaseUrlError,
    LogLeftError,
    NotADatabaseError,
)
from cakupan.storage.loading import write_load
from cakupan.storage.queries.loads import history
from cakupan.storage.reading import unscoped

ATTEMPTS = (
    "INSERT INTO region VALUES ('37', 'Baru', 'province', '37')",
    "INSERT INTO load SELECT 9, '', 'x', '', '', loaded_at, 0, 0, 0, 0, state, '', NULL FROM load",
    "INSERT INTO region VALUES ('37', 'Baru', 'province', '37') ON CONFLICT DO NOTHING",
    "UPDATE region SET name = 'Bantam' WHERE code = '36'",
    "UPDATE figure SET value = 0",
    "UPDATE figure SET is_current = FALSE",
    "UPDATE load SET loaded_by = 'orang lain'",
    "UPDATE data_version SET version = version + 1",
    "UPDATE series SET publisher = 'koran'",
    "UPDATE origin SET citation = 'karangan'",
    "INSERT INTO load_event SELECT 9, load_id, event, 'orang lain', done_at FROM load_event",
    "DELETE FROM load_event",
    "DELETE FROM figure",
    "DELETE FROM load",
    "DELETE FROM region WHERE code = '37'",
    "WITH gone AS (SELECT id FROM figure) DELETE FROM figure WHERE id IN (SELECT id FROM gone)",
    "DROP TABLE figure",
    "DROP INDEX uq_figure_current_key",
    "ALTER TABLE figure RENAME TO angka",
    "ALTER TABLE figure ADD COLUMN extra TEXT",
    "CREATE TABLE extra (id INTEGER)",
    "CREATE INDEX extra ON origin (note)",
    "CREATE VIEW extra AS SELECT * FROM figure",
)
# What only SQLite has words for, or makes a file of.
ATTEMPTS_OF_SQLITE = (
    "INSERT OR REPLACE INTO region VALUES ('36', 'Bantam', 'province', '36')",
    "REPLACE INTO region VALUES ('36', 'Bantam', 'province', '36')",
    "CREATE TRIGGER extra AFTER INSERT ON load BEGIN DELETE FROM figure; END",
    "CREATE TEMP TABLE extra (id INTEGER)",
    "PRAGMA user_version = 7",
    "REINDEX",
)


def content(store) -> str:
    """The whole database as text, tables and indexes included."""
    connection = sqlite3.connect(store.engine.url.database)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()
        return "\n".join([*connection.iterdump(), str(version)])
    finally:
        connection.close()


@pytest.mark.both_engines
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_reader_cannot_write(store, figure, attempt) -> None:
    store.load(figure(100))
    before = store.dump()
    with store.reader.connect() as connection, pytest.raises(DBAPIError, match=r"read-?only"):
        connection.execute(text(attempt))
    assert store.dump() == before


@pytest.mark.sqlite_file
@pytest.mark.parametrize("attempt", [*ATTEMPTS, *ATTEMPTS_OF_SQLITE])
def test_nothing_that_a_reader_tries_reaches_the_file(store, figure, attempt) -> None:
    store.load(figure(100))
    before = content(store)
    with store.reader.connect() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text(attempt))
    assert content(store) == before


@pytest.mark.sqlite_file
def test_a_reader_cannot_talk_itself_into_writing(store) -> None:
    with store.reader.connect() as connection:
        connection.execute(text("PRAGMA query_only = OFF"))
        with pytest.raises(DBAPIError, match="readonly"):
            connection.execute(text("DELETE FROM region"))


@pytest.mark.both_engines
def test_a_reader_sees_one_state_until_it_is_done(store, figure) -> None:
    with store.reader.connect() as connection:
        assert history(unscoped(connection)) == []
        store.load(figure(100))
        assert history(unscoped(connection)) == []
    assert len(store.ask(history)) == 1


def test_a_database_that_nobody_writes_to_can_be_read(store) -> None:
    store.engine.dispose()
    store.reader.dispose()
    assert store.ask(history) == []


@pytest.mark.sqlite_file
def test_reading_a_database_that_is_not_there_says_so_and_makes_none(tmp_path) -> None:
    path = tmp_path / "tidak-ada.db"
    with pytest.raises(DatabaseMissingError) as caught:
        open_reader(f"sqlite:///{path.as_posix()}")
    assert caught.value.details == {"path": str(path)}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sqlite_file
def test_the_folder_of_a_new_database_is_made(tmp_path) -> None:
    path = tmp_path / "baru" / "sekali" / "cakupan.db"
    with open_database(f"sqlite:///{path.as_posix()}").connect():
        assert path.exists()


def test_a_folder_may_have_any_name(make_store, figure, tmp_path) -> None:
    folder = tmp_path / "100% benar #1, kantor ä"
    folder.mkdir()
    store = make_store(folder)
    store.load(figure(100))
    assert len(store.ask(history)) == 1


@pytest.mark.parametrize("opener", [open_database, open_reader])
def test_a_workbook_is_not_taken_for_a_database(tmp_path, opener) -> None:
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(b"PK\x03\x04 a workbook of the user")
    with pytest.raises(NotADatabaseError):
        opener(f"sqlite:///{path.as_posix()}")
    assert path.read_bytes() == b"PK\x03\x04 a workbook of the user"


@pytest.mark.parametrize("opener", [open_database, open_reader])
@pytest.mark.parametrize("url", ["", "bukan alamat", "sqlite://", "sqlite:///:memory:", "x:///y"])
def test_an_address_that_cannot_be_used_is_refused(opener, url) -> None:
    with pytest.raises(DatabaseUrlError):
        opener(url)


@pytest.mark.sqlite_file
def test_a_writer_is_durable_and_keeps_references_whole(store) -> None:
    with store.engine.connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
    }


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM region WHERE code = '36.03'",
        "DELETE FROM load",
        "UPDATE figure SET region_code = '99.99'",
        "UPDATE figure SET load_id = 4711",
        "UPDATE figure SET series_id = 4711",
        "UPDATE figure SET origin_id = 4711",
        "UPDATE figure SET maturity = 'pasti'",
        "UPDATE series SET segment = 'PNS'",
        "UPDATE series SET basis = 'rumah'",
        "UPDATE origin SET unit = 'ekor'",
        "UPDATE load SET state = 'withdrawn'",
        "UPDATE load_event SET event = 'hilang'",
        (
            "INSERT INTO series"
            " SELECT 2, measure, basis, publisher, segment, '', '', '', '' FROM series"
        ),
        "INSERT INTO data_version VALUES (2, 0)",
    ],
)
def test_the_database_itself_refuses_what_makes_no_sense(store, figure, statement) -> None:
    store.load(figure(100))
    with store.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(text(statement))


@pytest.mark.both_engines
def test_two_current_figures_under_one_key_are_impossible(store, figure) -> None:
    store.load(figure(100))
    store.load(figure(200))
    with store.engine.connect() as connection, pytest.raises(IntegrityError, match=r"(?i)unique"):
        connection.execute(text("UPDATE figure SET is_current = TRUE"))


@pytest.mark.both_engines
def test_a_writer_that_reads_first_is_not_overtaken(store) -> None:
    def rename() -> None:
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE region SET name = 'B' WHERE code = '36'"))

    with ThreadPoolExecutor(max_workers=1) as pool:
        with store.engine.begin() as connection:
            connection.execute(text("SELECT name FROM region WHERE code = '36'")).scalar_one()
            other = pool.submit(rename)
            # Long enough for the other to slip in, were it able to.
            wait([other], timeout=0.2)
            connection.execute(text("UPDATE region SET name = 'A' WHERE code = '36'"))
        other.result(timeout=30)
    with store.reader.connect() as connection:
        name = connection.execute(text("SELECT name FROM region WHERE code = '36'")).scalar_one()
    assert name == "B"


@pytest.mark.both_engines
@pytest.mark.parametrize("shared", [True, False], ids=["one engine", "an engine each"])
def test_writers_at_the_same_time_all_get_their_turn(store, figure, shared) -> None:
    def load(number: int) -> int:
        engine = store.engine if shared else open_database(store.url)
        new = NewLoad("berkas.xlsx", f"sha-{number}", "test", "operator", datetime.now(UTC))
        return write_load(engine, new, [figure(number)]).id

    with ThreadPoolExecutor(max_workers=8) as pool:
        ids = list(pool.map(load, range(24)))
    assert sorted(ids) == list(range(1, 25))
    with store.reader.connect() as connection:
        winners = connection.execute(text("SELECT load_id FROM figure WHERE is_current")).all()
    assert winners == [(24,)]


@pytest.mark.sqlite_file
def test_a_medium_that_can_only_be_read_is_read_as_it_is(store, figure, monkeypatch) -> None:
    store.load(figure(100))
    store.engine.dispose()
    store.reader.dispose()
    monkeypatch.setattr("cakupan.storage.engine.read_only_medium", lambda _path: True)
    reader = open_reader(store.url)
    with reader.connect() as connection:
        assert len(history(unscoped(connection))) == 1
    assert "immutable" in str(reader.url)
    reader.dispose()


@pytest.mark.sqlite_file
def test_a_medium_that_can_only_be_read_is_refused_with_a_log_that_is_not_taken_over(
    store, figure, monkeypatch
) -> None:
    monkeypatch.setattr("cakupan.storage.engine.read_only_medium", lambda _path: True)
    with sqlite3.connect(store.engine.url.database) as keeper:
        keeper.execute("SELECT count(*) FROM load").fetchall()
        store.load(figure(100))
        with pytest.raises(LogLeftError):
            open_reader(store.url)


@pytest.mark.sqlite_file
def test_of_more_readers_than_connections_each_has_its_turn(store) -> None:
    def read(_: int) -> int:
        with store.reader.connect() as connection:
            sleep(0.02)
            return connection.execute(text("SELECT version FROM data_version")).scalar_one()

    assert store.reader.pool.timeout() > 60
    with ThreadPoolExecutor(64) as pool:
        assert len(set(pool.map(read, range(64)))) == 1


@pytest.mark.sqlite_file
def test_whoever_waited_in_vain_for_the_other_to_have_written_is_told_by_the_usual_error(
    tmp_path,
) -> None:
    url = f"sqlite:///{tmp_path / 'one.db'}"
    with open_database(url).begin(), open_database(url).connect() as connection:
        connection.connection.cursor().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(OperationalError, match="database is locked"):
            connection.exec_driver_sql("SELECT 1")
