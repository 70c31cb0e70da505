"""Moving everything a database holds to another address, from one engine to the other or back.

One state of the source is copied in parts, each of them whole, under a mark that keeps others out
of the target until all is proved: who was stopped goes on where the target ends.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Row,
    Table,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
)

from cakupan.domain.records import Record
from cakupan.storage.bulk import insert_rows
from cakupan.storage.columns import UtcDateTime
from cakupan.storage.errors import CopyDiffersError, TargetInUseError
from cakupan.storage.people import is_kept, open_people
from cakupan.storage.people_tables import PersonRow
from cakupan.storage.postgres import count_on
from cakupan.storage.schema import COPY_MARK, migrate, refuse_other
from cakupan.storage.tables import AuditHeadRow, AuditRow, Base, DataVersionRow, LoadRow

_ROWS_AT_ONCE = 20_000
_TABLES: Sequence[Table] = Base.metadata.sorted_tables
# What migrations write into empty tables; the source has its own.
_FILLED = (AuditHeadRow, DataVersionRow)


class Moved(Record, frozen=True):
    """One table as it stands in both places: its rows, and the digest of all they say."""

    table: str
    rows: int
    sha256: str


def move(source: Engine, target: Engine, *, told: Callable[[Moved], None]) -> None:
    """Copy all tables and prove each of them equal; ``told`` hears of each that is.

    Raises OlderDatabaseError where the source is of an older program, TargetInUseError where the
    target holds figures of its own, CopyDiffersError where a table is not equal after all.
    """
    with source.connect() as here:
        refuse_other(here)
        if not _is_there_already(here, target):
            state = _state(here)
            _make_ready(target, state)
            for table in _TABLES:
                _copy(here, target, table)
        for table in _TABLES:
            told(_proved(here, target, table))
    with target.begin() as there:
        there.execute(text(f"DROP TABLE IF EXISTS {COPY_MARK}"))
        if there.dialect.name == "postgresql":
            count_on(there, [table.name for table in _TABLES])


def move_people(source_url: str, target_url: str) -> int:
    """Copy who can log in, where nobody can yet; sessions are not taken along. Gives how many."""
    if not is_kept(source_url):
        return 0
    source, target = open_people(source_url), open_people(target_url)
    people = select(PersonRow.__table__)
    with source.connect() as here, target.begin() as there:
        rows = [] if there.execute(people).first() else here.execute(people).mappings().all()
        if rows:
            there.execute(insert(PersonRow), [dict(row) for row in rows])
    for engine in (source, target):
        engine.dispose()
    return len(rows)


def _state(connection: Connection) -> str:
    """What a database holds, in a few words: a change adds to the log, or counts up."""
    head = connection.execute(select(AuditHeadRow.number, AuditHeadRow.hash)).one()
    version = connection.execute(select(DataVersionRow.version)).scalar_one()
    return f"{head.number} {head.hash} {version}"


def _is_there_already(here: Connection, target: Engine) -> bool:
    with target.begin() as there:
        tables = inspect(there).get_table_names()
        known = {table.name for table in _TABLES} <= set(tables) and COPY_MARK not in tables
        return known and _count(there, AuditRow) > 0 and _state(there) == _state(here)


def _make_ready(target: Engine, state: str) -> None:
    """Empty tables under a mark; or those that a stopped copy of the same state has left."""
    with target.begin() as there:
        tables = inspect(there).get_table_names()
        if COPY_MARK in tables:
            if there.execute(text(f"SELECT state FROM {COPY_MARK}")).scalar() == state:  # noqa: S608  a name of our own
                return
        elif LoadRow.__tablename__ in tables and (loads := _count(there, LoadRow)):
            raise TargetInUseError(loads=loads)
        Base.metadata.drop_all(there)
        for name in (COPY_MARK, "alembic_version"):
            there.execute(text(f"DROP TABLE IF EXISTS {name}"))
    migrate(target)
    with target.begin() as there:
        for table in _FILLED:
            there.execute(delete(table))
        there.execute(text(f"CREATE TABLE {COPY_MARK} (state TEXT)"))
        there.execute(text(f"INSERT INTO {COPY_MARK} VALUES (:state)"), {"state": state})  # noqa: S608  same


def _copy(here: Connection, target: Engine, table: Table) -> None:
    """All rows behind the last that is there, by the key they are numbered with."""
    key = _key(table)
    at_once = 1 if "content" in table.columns else _ROWS_AT_ONCE
    with target.begin() as there:
        last = there.execute(select(func.max(key))).scalar()
    while True:
        behind = [] if last is None else [key > last]
        rows = here.execute(select(table).where(*behind).order_by(key).limit(at_once)).all()
        if not rows:
            return
        with target.begin() as there:
            _put(there, table, rows)
        last = getattr(rows[-1], key.name)


def _put(there: Connection, table: Table, rows: Sequence[Row[Any]]) -> None:
    if any(isinstance(column.type, UtcDateTime) for column in table.columns):
        names = table.columns.keys()
        there.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
    else:
        insert_rows(there, table.name, table.columns.keys(), map(tuple, rows))


def _proved(here: Connection, target: Engine, table: Table) -> Moved:
    found = _digest(here, table)
    with target.begin() as there:
        if _digest(there, table) != found:
            raise CopyDiffersError(table=table.name)
    return found


def _digest(connection: Connection, table: Table) -> Moved:
    """What a table says, whatever the engine keeps it as."""
    digest, count = sha256(), 0
    ordered = select(table).order_by(_key(table)).execution_options(yield_per=_ROWS_AT_ONCE)
    for row in connection.execute(ordered):
        digest.update(repr(tuple(_plain(row))).encode())
        count += 1
    return Moved(table.name, count, digest.hexdigest())


def _plain(row: Row[Any]) -> Iterator[object]:
    for value in row:
        if isinstance(value, datetime):
            yield value.isoformat()
        elif isinstance(value, bytes):
            yield sha256(value).hexdigest()
        else:
            yield int(value) if isinstance(value, bool) else value


def _key(table: Table) -> Column[Any]:
    [key] = table.primary_key.columns
    return key


def _count(connection: Connection, table: type[Base]) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
