"""Creating and upgrading the tables. The steps themselves stand in migrations/versions."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, inspect, text

from cakupan.storage.errors import NewerDatabaseError, OlderDatabaseError, UnfinishedCopyError
from cakupan.storage.postgres import let_audit_grow_only, settle_tables
from cakupan.storage.tables import Base

# A table that stands in a database for as long as it is being copied into.
COPY_MARK = "unfinished_copy"
MIGRATIONS = Path(__file__).parent / "migrations"
# Where alembic writes down the last step.
_TAKEN = "alembic_version"
# Steps speak to the database through names of alembic's modules: one of them at a time a process.
_ONE_AT_A_TIME = Lock()


def migrate(engine: Engine) -> None:
    """Bring the database to this program's tables, all steps or none; a second time does nothing.

    Raises NewerDatabaseError where a later version of the program has been at work, and
    UnfinishedCopyError where a copy into the database was stopped.
    """
    with _ONE_AT_A_TIME, engine.begin() as connection:
        if inspect(connection).has_table(COPY_MARK):
            raise UnfinishedCopyError
        if _refuse_newer(connection) != _steps()[-1]:
            _upgrade(connection)
        if connection.dialect.name == "postgresql":
            settle_tables(connection, Base.metadata.tables)
            let_audit_grow_only(connection)


def refuse_other(connection: Connection) -> None:
    """Raise OlderDatabaseError or NewerDatabaseError unless the tables are this program's."""
    revision = _refuse_newer(connection)
    if revision != _steps()[-1]:
        raise OlderDatabaseError(revision=revision)


def revision_at(connection: Connection) -> str:
    """The last step that was taken; empty before the first."""
    if not inspect(connection).has_table(_TAKEN):
        return ""
    return connection.scalar(text(f"SELECT version_num FROM {_TAKEN}")) or ""  # noqa: S608


def _refuse_newer(connection: Connection) -> str:
    revision = revision_at(connection)
    if revision and revision not in _steps():
        raise NewerDatabaseError(revision=revision)
    return revision


def _steps() -> list[str]:
    """The revisions there are, in their order: what the name of each step begins with."""
    return sorted(path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("*.py"))


def _upgrade(connection: Connection) -> None:
    # Most databases are at the last step when they are opened: none of this is read in for them.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # A configuration value is interpolated: a percent sign in a folder's name must survive that.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
