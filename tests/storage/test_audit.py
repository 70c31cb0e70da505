"""The audit log: every change leaves a line, and no line can change without being found."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from cakupan.domain.acting import Actor, acting_as
from cakupan.domain.audit import ChainFault
from cakupan.domain.figures import Figure
from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.storage.audit import check_chain
from cakupan.storage.backups import database_file
from cakupan.storage.deciding import decide
from cakupan.storage.errors import AlreadyLoadedError, DatabaseDamagedError
from cakupan.storage.integrity import DatabaseFault, examine, examine_at, refuse_damaged
from cakupan.storage.queries.audit import audit_lines
from tests.behind import change, tamper

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
Make = Callable[..., Figure]
SWAPPED = """UPDATE audit SET number = -1 WHERE number = 2;
UPDATE audit SET number = 2 WHERE number = 3;
UPDATE audit SET number = 3 WHERE number = -1"""


def busy(store: Any, figure: Make) -> None:
    load = store.load(figure(100), sha256="abc")
    store.undo(load)
    store.redo(load)
    with pytest.raises(AlreadyLoadedError):
        store.load(figure(100), sha256="abc")
    flag = FlagKey(next(iter(FlagCode)), "36.03", "2025-10", "")
    decide(store.engine, Decision(flag, Verdict.ACCEPTED, "benar", "Sari", NOON))


@pytest.mark.both_engines
def test_every_change_leaves_a_line_in_its_own_transaction(store: Any, figure: Make) -> None:
    with acting_as(Actor("127.0.0.1")):
        busy(store, figure)
    lines = store.ask(audit_lines, most=10)
    assert [line.kind for line in reversed(lines)] == [
        "load_written",
        "load_withdrawn",
        "load_restored",
        "load_refused",
        "flag_decided",
    ]
    written = lines[-1]
    assert (written.by, written.at, written.source) == ("operator", NOON, "127.0.0.1")
    assert written.details["current_after"] == 1
    assert len(str(written.details["figures_sha256"])) == 64
    assert lines[-2].details["current_after"] == 0
    assert store.look(check_chain) is None


@pytest.mark.both_engines
def test_a_load_that_fails_leaves_no_line(store: Any, figure: Make) -> None:
    with pytest.raises(IntegrityError):
        store.load(figure(100, region="99.99"))
    assert store.ask(audit_lines, most=10) == []


@pytest.mark.both_engines
@pytest.mark.parametrize("harm", ["UPDATE audit SET by = 'orang lain'", "DELETE FROM audit"])
def test_the_log_can_only_grow(store: Any, figure: Make, harm: str) -> None:
    store.load(figure(100))
    with pytest.raises(IntegrityError, match="only grow"):
        change(store.url, harm)
    assert store.look(check_chain) is None


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("harm", "fault", "number"),
    [
        ("UPDATE audit SET by = 'orang lain' WHERE number = 2", ChainFault.EDITED, 2),
        ("UPDATE audit SET at = '2020-01-01' WHERE number = 5", ChainFault.EDITED, 5),
        ("DELETE FROM audit WHERE number = 3", ChainFault.MISSING, 3),
        ("DELETE FROM audit WHERE number = 5", ChainFault.CUT_OFF, 5),
        ("DELETE FROM audit", ChainFault.CUT_OFF, 1),
        (
            SWAPPED,
            ChainFault.EDITED,
            2,
        ),
    ],
)
def test_a_line_that_is_edited_deleted_or_moved_is_found(
    store: Any, figure: Make, harm: str, fault: ChainFault, number: int
) -> None:
    busy(store, figure)
    tamper(store.url, *harm.split(";\n"))
    found = store.look(check_chain)
    assert (found.fault, found.number) == (fault, number)
    assert DatabaseFault.LOG_CHANGED in examine_at(store.url).faults


@pytest.mark.both_engines
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE figure SET value = value + 1 WHERE region_code = '36.03'",
        "UPDATE figure SET cell = 'Z9'",
        "UPDATE origin SET sheet = 'lain'",
        "UPDATE series SET publisher = 'bps'",
    ],
)
def test_a_figure_that_is_not_what_was_loaded_is_found(store: Any, figure: Make, harm: str) -> None:
    store.load(figure(100), figure(7, region="36.04"))
    tamper(store.url, harm)
    assert DatabaseFault.FIGURES_CHANGED in examine_at(store.url).faults


@pytest.mark.sqlite_file
@given(bytes_of=st.binary(min_size=1, max_size=4), where=st.integers(0, 10**6))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_byte_that_the_disk_lost_is_found_or_harms_no_figure(
    store: Any, figure: Make, tmp_path: Path, bytes_of: bytes, where: int
) -> None:
    content = bytearray(at_rest(store, figure))
    place = where % (len(content) - len(bytes_of))
    content[place : place + len(bytes_of)] = bytes_of
    (tmp_path / "rusak.db").write_bytes(content)
    sound = figures_of(database_file(store.url))
    try:
        faults = examine(tmp_path / "rusak.db").faults
    except Exception as error:  # noqa: BLE001  any refusal will do
        faults = (error,)
    if not faults:
        assert figures_of(tmp_path / "rusak.db") == sound


@pytest.mark.sqlite_file
def test_a_lost_byte_in_a_rule_that_only_a_writer_minds_is_found(
    store: Any, figure: Make, tmp_path: Path
) -> None:
    rule = b"CHECK (verdict = 'accepted'"
    content = at_rest(store, figure)
    assert content.count(rule) == 1
    path = tmp_path / "rusak.db"
    path.write_bytes(content.replace(rule, rule.replace(b"verdict", b"Aerdict")))
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
        assert len(reader.execute("SELECT * FROM figure").fetchall()) == 4
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        figures_of(path)
    assert examine(path).faults == (DatabaseFault.BROKEN,)
    with pytest.raises(DatabaseDamagedError):
        refuse_damaged(f"sqlite:///{path}")


def at_rest(store: Any, figure: Make) -> bytes:
    """A database file with a load, nothing of it in a log beside it."""
    path = database_file(store.url)
    if not store.ask(audit_lines, most=1):
        store.load(*(figure(100, region=f"36.0{part}") for part in range(1, 5)))
        store.engine.dispose()
        store.reader.dispose()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def figures_of(path: Path) -> list[tuple[Any, ...]]:
    # As whoever may write: to a reader SQLite forgives a damaged rule.
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM figure ORDER BY id").fetchall()


def test_details_are_kept_as_they_were_whatever_they_hold(store: Any, figure: Make) -> None:
    name = 'angka "baru"\n<script>.xlsx'
    store.load(figure(100), name=name)
    [line] = store.ask(audit_lines, most=1)
    assert json.loads(json.dumps(dict(line.details)))["file"] == name
