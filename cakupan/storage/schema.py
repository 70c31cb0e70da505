"""Creating and upgrading the tables. The steps themselves stand in migrations/versions."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect

from cakupan.storage.errors import NewerDatabaseError, OlderDatabaseError, UnfinishedCopyError
from cakupan.storage.postgres import let_audit_grow_only, settle_tables
from cakupan.storage.tables import Base

# A table that stands in a database for as long as it is being copied into.
COPY_MARK = "unfinished_copy"
MIGRATIONS = Path(__file__).parent / "migrations"
# Steps speak to the database through names of alembic's modules: one of them at a time a process.
_ONE_AT_A_TIME = Lock()


def migrate(engine: Engine) -> None:
    """Bring the database to this program's tables, all steps or none; a second time does nothing.

    Raises NewerDatabaseError where a later version of the program has been at work, and
    UnfinishedCopyError where a copy into the database was stopped.
    """
    config = _config()
    with _ONE_AT_A_TIME, engine.begin() as connection:
        if inspect(connection).has_table(COPY_MARK):
            raise UnfinishedCopyError
        _refuse_newer(connection, ScriptDirectory.from_config(config))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "postgresql":
            settle_tables(connection, Base.metadata.tables)
            let_audit_grow_only(connection)


def refuse_other(connection: Connection) -> None:
    """Raise OlderDatabaseError or NewerDatabaseError unless the tables are this program's."""
    script = ScriptDirectory.from_config(_config())
    _refuse_newer(connection, script)
    revision = MigrationContext.configure(connection).get_current_revision() or ""
    if revision != script.get_current_head():
        raise OlderDatabaseError(revision=revision)


def _config() -> Config:
    config = Config()
    # A configuration value is interpolated: a percent sign in a folder's name must survive that.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _refuse_newer(connection: Connection, script: ScriptDirectory) -> None:
    for revision in MigrationContext.configure(connection).get_current_heads():
        try:
            script.get_revision(revision)
        except CommandError as error:
            raise NewerDatabaseError(revision=revision) from error
