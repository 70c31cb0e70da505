"""Moving a database to the other engine and back: all of it, proved, and resumable."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from cakupan.__main__ import main
from cakupan.domain.figures import Figure
from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.domain.releases import NewRelease
from cakupan.settings import people_of
from cakupan.storage import moving
from cakupan.storage.audit import check_chain
from cakupan.storage.deciding import decide
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.errors import OlderDatabaseError, TargetInUseError, UnfinishedCopyError
from cakupan.storage.load_log import changed_loads
from cakupan.storage.moving import move
from cakupan.storage.people import add_person, find_person, open_people
from cakupan.storage.releasing import make_release
from cakupan.storage.schema import migrate
from tests.postgresql import Server

Make = Callable[..., Figure]
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def busy(store: Any, figure: Make, reference_dir: Path) -> Any:
    """A file with everything in it: loads, one withdrawn, a decision, a release, the log."""
    store.load(figure(100), figure("0.125", region="36.71", citation="BRS: 5/11"))
    store.undo(store.load(figure(7), figure(9, region="36.72", note="é—“x”\t\\N")))
    flag = FlagKey(next(iter(FlagCode)), "36.03", "2025-10", "")
    decide(store.engine, Decision(flag, Verdict.ACCEPTED, "benar", "Sari", NOON))
    asked = NewRelease("Sari", NOON, "uji", None)
    make_release(store.engine, store.reader, reference_dir=reference_dir, asked=asked)
    return store


@pytest.fixture
def target(postgresql: Server) -> Iterator[Engine]:
    url = postgresql.make()
    engine = open_database(url)
    yield engine
    engine.dispose()
    postgresql.drop(url)


def moved(source: Engine, target: Engine) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    move(source, target, told=lambda one: found.update({one.table: (one.rows, one.sha256)}))
    return found


def test_all_of_it_arrives_and_comes_back_the_same(
    busy: Any, target: Engine, tmp_path: Path
) -> None:
    there = moved(busy.reader, target)
    assert {name for name, (rows, _) in there.items() if rows} >= {
        *("figure", "load", "load_event", "series", "origin", "region"),
        *("flag_decision", "release", "audit", "audit_head", "data_version"),
    }
    back = open_database(f"sqlite:///{tmp_path / 'kembali.db'}")
    assert moved(open_reader(shown(target)), back) == there
    for engine in (target, back):
        with engine.begin() as connection:
            assert check_chain(connection) is None
            assert changed_loads(connection) == []


def test_what_was_moved_goes_on_as_if_nothing_had_happened(
    busy: Any, target: Engine, figure: Make
) -> None:
    moved(busy.reader, target)
    there = type(busy)(url=shown(target), engine=target, reader=open_reader(shown(target)))
    for one in (busy, there):
        one.load(figure(101), sha256="baru", name="baru.xlsx")
    assert there.dump() == busy.dump()


def test_a_stopped_copy_is_not_served_and_goes_on_where_it_was(
    busy: Any, target: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, parts = moving._put, []

    def put_until_the_power_fails(there: Any, table: Any, rows: Any) -> None:
        if table.name == "figure" and "figure" in parts:
            raise OSError("power")
        parts.append(table.name)
        put(there, table, rows)

    monkeypatch.setattr(moving, "_ROWS_AT_ONCE", 2)
    monkeypatch.setattr(moving, "_put", put_until_the_power_fails)
    with pytest.raises(OSError, match="power"):
        moved(busy.reader, target)
    with pytest.raises(UnfinishedCopyError):
        migrate(target)
    parts.clear()
    monkeypatch.setattr(
        moving,
        "_put",
        lambda there, table, rows: (parts.append(table.name), put(there, table, rows)),
    )
    found = moved(busy.reader, target)
    assert "region" not in parts
    assert found["figure"][0] == 4
    migrate(target)


def test_a_copy_begins_anew_where_the_source_has_changed_meanwhile(
    busy: Any, target: Engine, figure: Make
) -> None:
    moved(busy.reader, target)
    with target.begin() as connection:
        connection.execute(text(f"CREATE TABLE {moving.COPY_MARK} (state TEXT)"))
        connection.execute(text(f"INSERT INTO {moving.COPY_MARK} VALUES ('another state')"))  # noqa: S608  a name of our own
    busy.load(figure(5, region="36.74"))
    assert moved(busy.reader, target)["figure"][0] == 5


def test_a_database_in_use_is_never_written_over(busy: Any, target: Engine, figure: Make) -> None:
    first = moved(busy.reader, target)
    assert moved(busy.reader, target) == first
    busy.load(figure(5, region="36.74"))
    with pytest.raises(TargetInUseError):
        moved(busy.reader, target)


def test_a_database_of_an_older_program_is_not_copied(busy: Any, target: Engine) -> None:
    with busy.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    with pytest.raises(OlderDatabaseError):
        moved(busy.reader, target)


def test_the_command_says_what_it_proved_and_takes_people_along(
    busy: Any, target: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    people = open_people(people_of(busy.url))
    add_person(people, Person("Sari", Role.VIEWER, EVERYWHERE), password="x", at=NOON)  # noqa: S106  no password of anybody
    people.dispose()
    assert main(["copy", "--from", busy.url, "--to", shown(target)]) == 0
    told = capsys.readouterr().out
    assert "figure: 4 baris, sama di kedua tempat" in told
    assert "1 pengguna disalin" in told
    assert "Selesai" in told
    there = open_people(people_of(shown(target)))
    assert find_person(there, "sari") is not None
    there.dispose()
    assert main(["copy", "--from", busy.url, "--to", busy.url]) == 2


def shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)
