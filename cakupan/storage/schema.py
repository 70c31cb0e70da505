"""Creating and upgrading the tables. The steps themselves stand in migrations/versions."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from cakupan.storage.errors import NewerDatabaseError
from cakupan.storage.postgres import let_audit_grow_only, settle_tables
from cakupan.storage.tables import Base

MIGRATIONS = Path(__file__).parent / "migrations"
# Steps speak to the database through names of alembic's modules: one of them at a time a process.
_ONE_AT_A_TIME = Lock()


def migrate(engine: Engine) -> None:
    """Bring the database to this program's tables, all steps or none; a second time does nothing.

    Raises NewerDatabaseError where a later version of the program has been at work.
    """
    config = Config()
    # A configuration value is interpolated: a percent sign in a folder's name must survive that.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with _ONE_AT_A_TIME, engine.begin() as connection:
        _refuse_newer(connection, ScriptDirectory.from_config(config))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.dialect.name == "postgresql":
            settle_tables(connection, Base.metadata.tables)
            let_audit_grow_only(connection)


def _refuse_newer(connection: Connection, script: ScriptDirectory) -> None:
    for revision in MigrationContext.configure(connection).get_current_heads():
        try:
            script.get_revision(revision)
        except CommandError as error:
            raise NewerDatabaseError(revision=revision) from error
