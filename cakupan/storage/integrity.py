"""Is a database whole? What SQLite can say of it, and what Cakupan's own rules say."""

from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine, func, inspect, make_url, select
from sqlalchemy.exc import DatabaseError, OperationalError

from cakupan.domain.records import Record
from cakupan.storage.audit import check_chain
from cakupan.storage.engine import is_sqlite, open_reader
from cakupan.storage.errors import DatabaseDamagedError, DatabaseMissingError
from cakupan.storage.load_log import changed_loads
from cakupan.storage.postgres import is_away
from cakupan.storage.queries.as_of import in_force
from cakupan.storage.schema import revision_at
from cakupan.storage.sqlite_ground import is_dangling, pages_are_whole, schema_is_whole
from cakupan.storage.tables import AuditRow, FigureRow, LoadRow, ReleaseRow
from cakupan.storage.winners import wins


class DatabaseFault(StrEnum):
    """What can be wrong with a database file; each has a sentence in texts/."""

    BROKEN = "broken"
    DANGLING = "dangling"
    NO_SCHEMA = "no_schema"
    LOAD_INCOMPLETE = "load_incomplete"
    WRONG_CURRENT = "wrong_current"
    LOG_CHANGED = "log_changed"
    FIGURES_CHANGED = "figures_changed"
    RELEASE_CHANGED = "release_changed"


class Inventory(Record, frozen=True):
    """What a database holds, and its faults; counts are 0 where it cannot be read."""

    revision: str
    loads: int
    figures: int
    current: int
    faults: tuple[DatabaseFault, ...]


def examine(path: Path) -> Inventory:
    """Look at every page and every rule; takes some seconds for a national database.

    Raises DatabaseMissingError or NotADatabaseError where there is nothing to look at.
    """
    return examine_at(f"sqlite:///{path.as_posix()}")


def examine_at(url: str) -> Inventory:
    """The same by address. Of a server's disk its own tools know more: the rules are looked at."""
    engine = open_reader(url)
    try:
        return _examined(engine)
    except (DatabaseError, ValueError) as error:
        if is_away(error):
            raise
        return Inventory("", 0, 0, 0, (DatabaseFault.BROKEN,))
    finally:
        engine.dispose()


def refuse_damaged(url: str) -> None:
    """Raise DatabaseDamagedError where the file is out of order, or a figure is not as loaded.

    This is what a start can afford: half a second for a nation. A database that is not there yet,
    or one of another kind, is none of it.
    """
    if not is_sqlite(url):
        return
    try:
        engine = open_reader(url)
    except DatabaseMissingError:
        return
    try:
        with engine.connect() as connection:
            whole = _is_whole(connection)
    except (DatabaseError, ValueError) as error:
        # Damage also shows as text that is none, and as dates and numbers that cannot be read.
        if isinstance(error, OperationalError) and not _tells_of_damage(error):
            raise
        whole = False
    finally:
        engine.dispose()
    if not whole:
        raise DatabaseDamagedError(path=str(make_url(url).database))


def _tells_of_damage(error: OperationalError) -> bool:
    return any(words in str(error) for words in ("malformed", "Could not decode"))


def _is_whole(connection: Connection) -> bool:
    if not (pages_are_whole(connection, "quick_check") and schema_is_whole(connection)):
        return False
    if AuditRow.__tablename__ not in inspect(connection).get_table_names():
        # An older program kept no log to hold the figures against.
        return True
    return check_chain(connection) is None and not changed_loads(connection)


def revision_of(engine: Engine) -> str:
    """The revision of the tables; empty before the first migration."""
    with engine.connect() as connection:
        return revision_at(connection)


def _examined(engine: Engine) -> Inventory:
    with engine.connect() as connection:
        if not (pages_are_whole(connection, "integrity_check") and schema_is_whole(connection)):
            return Inventory("", 0, 0, 0, (DatabaseFault.BROKEN,))
        revision = revision_at(connection)
        if not revision:
            return Inventory("", 0, 0, 0, (DatabaseFault.NO_SCHEMA,))
        return Inventory(
            revision=revision,
            loads=_count(connection, LoadRow),
            figures=_count(connection, FigureRow),
            current=connection.scalar(
                select(func.count()).select_from(FigureRow).where(FigureRow.is_current)
            )
            or 0,
            faults=tuple(_faults(connection)),
        )


def _faults(connection: Connection) -> list[DatabaseFault]:
    found = []
    if is_dangling(connection):
        found.append(DatabaseFault.DANGLING)
    counted = (
        select(func.count())
        .select_from(FigureRow)
        .where(FigureRow.load_id == LoadRow.id)
        .scalar_subquery()
    )
    if connection.execute(select(LoadRow.id).where(LoadRow.figures != counted)).first():
        found.append(DatabaseFault.LOAD_INCOMPLETE)
    winner = wins(FigureRow, in_force(None))
    if connection.execute(select(FigureRow.id).where(FigureRow.is_current != winner)).first():
        found.append(DatabaseFault.WRONG_CURRENT)
    if check_chain(connection) is not None:
        found.append(DatabaseFault.LOG_CHANGED)
    if _changed_releases(connection):
        found.append(DatabaseFault.RELEASE_CHANGED)
    if changed_loads(connection):
        found.append(DatabaseFault.FIGURES_CHANGED)
    return found


def _changed_releases(connection: Connection) -> bool:
    """Whether the stored bytes of any release are not those that were written."""
    if not inspect(connection).has_table(ReleaseRow.__tablename__):
        return False
    stored = connection.execute(select(ReleaseRow.sha256, ReleaseRow.content)).yield_per(1)
    return any(sha256(row.content).hexdigest() != row.sha256 for row in stored)


def _count(connection: Connection, table: type[LoadRow] | type[FigureRow]) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
