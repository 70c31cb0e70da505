"""The clock of the computer set back by a day and on by a year, between one deed and the next.

Times are told, and decide who is logged in and what is under embargo. What counts is decided by
the order in which it was written.
"""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cakupan.access.door import Door, Entered
from cakupan.access.passwords import hashed
from cakupan.domain.loads import NewLoad
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.domain.releases import NewRelease
from cakupan.settings import ROOT
from cakupan.storage.audit import check_chain
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import redo, withdraw, write_load
from cakupan.storage.people import add_person, open_people
from cakupan.storage.reference import read_reference
from cakupan.storage.releasing import make_release
from etl.preparation import open_prepared
from tests.behind import behind
from tests.faults.crowd import figures_of

START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
BACK, ON = timedelta(days=-1), timedelta(days=365)
_PASSWORD = "kopi pagi di Serang 26"  # noqa: S105  a test's own
_REFERENCE = ROOT / "data" / "reference"


def run() -> list[str]:
    """Move it both ways; gives a sentence for each fault."""
    told = []
    for how, move in (("a day back", BACK), ("a year on", ON)):
        with tempfile.TemporaryDirectory() as name:
            told += [f"{how}: {fault}" for fault in _sessions(Path(name), move)]
            told += [f"{how}: {fault}" for fault in _deeds(Path(name), move)]
    return told


def _sessions(folder: Path, move: timedelta) -> Iterator[str]:
    people = open_people(f"sqlite:///{folder / 'people.db'}")
    person = Person("Sari", Role.ADMIN, EVERYWHERE)
    add_person(people, person, password=hashed(_PASSWORD), at=START)
    session = Door(people, lambda: START).admit(person)
    moved = Door(people, lambda: START + move)
    if moved.who(session) is not None:
        yield "a session goes on that was begun under another clock"
    if not isinstance(moved.enter("Sari", _PASSWORD, address="127.0.0.1"), Entered):
        yield "nobody can log in"
    people.dispose()


def _deeds(folder: Path, move: timedelta) -> Iterator[str]:
    """Loads, withdrawals and releases before and after the move: the order of deeds counts."""
    database = folder / "cakupan.db"
    url = f"sqlite:///{database}"
    open_prepared(url, read_reference(_REFERENCE)).dispose()
    writer, reader = open_database(url), open_reader(url)
    write_load(writer, NewLoad("1", "1", "uji", "uji", START), figures_of(0, 0))
    embargo = START + timedelta(hours=1)
    asked = NewRelease("uji", START, embargo_until=embargo)
    release = make_release(writer, reader, reference_dir=_REFERENCE, asked=asked)
    now = START + move
    second = write_load(writer, NewLoad("2", "2", "uji", "uji", now), figures_of(0, 12))
    if _counts(database) != {12}:
        yield "not what was loaded last counts"
    withdraw(writer, second.id, by="uji", at=now)
    if _counts(database) != {0}:
        yield "a withdrawal does not bring back what counted before"
    redo(writer, second.id, by="uji", at=START)
    if _counts(database) != {12}:
        yield "a load that was taken up again does not count"
    if release.is_embargoed(now) is not (now < embargo):
        yield "an embargo does not end at its moment"
    again = make_release(writer, reader, reference_dir=_REFERENCE, asked=NewRelease("uji", now))
    if again.id == release.id:
        yield "two releases have one id"
    with reader.connect() as connection:
        if check_chain(connection) is not None:
            yield "the audit log is not in order"
    writer.dispose()
    reader.dispose()


def _counts(database: Path) -> set[int]:
    """The values that count now."""
    with behind(database) as connection:
        asked = "SELECT DISTINCT value FROM figure WHERE is_current"
        return {value for (value,) in connection.exec_driver_sql(asked)}
