"""Everything that is PostgreSQL's own: opening it, its writers' turn, rows that go in fast.

The driver is not imported here: who keeps figures in a file needs none of it. One address is one
schema: that of people differs from that of figures in its search path alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import OperationalError

from cakupan.storage.driver_errors import told_alike

# A connection is asked whether it lives before it is used: a server that was started again is found
# again without anybody's hand.
OPTIONS: Mapping[str, Any] = MappingProxyType(
    {"pool_pre_ping": True, "connect_args": {"connect_timeout": 5}}
)
# Writers wait for one another at their first statement, as SQLite's do at BEGIN IMMEDIATE: what a
# transaction reads before it writes cannot be overtaken. Readers wait for nobody.
_TURN = "SELECT pg_advisory_xact_lock(hashtextextended(current_setting('search_path'), 0))"
_LONGEST_WAIT_MS = 30_000
_MANY = 10_000
_GROWS_ONLY = """
CREATE OR REPLACE FUNCTION audit_grows_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log can only grow' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE OR REPLACE TRIGGER audit_grows_only BEFORE UPDATE OR DELETE ON audit
  FOR EACH ROW EXECUTE FUNCTION audit_grows_only();
CREATE OR REPLACE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_grows_only();
"""


def for_writing(engine: Engine) -> Engine:
    """Let its transactions have their turn one after the other, across all programs."""

    @event.listens_for(engine, "begin")
    def wait_for_turn(connection: Connection) -> None:
        connection.exec_driver_sql(_TURN)

    return _set_up(engine)


def for_reading(engine: Engine) -> Engine:
    """Let it write nothing, and each transaction see one state of the data throughout."""
    return _set_up(engine).execution_options(
        postgresql_readonly=True, isolation_level="REPEATABLE READ"
    )


def _set_up(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.execute(f"SET lock_timeout = {_LONGEST_WAIT_MS}")
        connection.commit()

    return engine


def is_away(error: BaseException) -> bool:
    """Whether the server could not be reached, or left in the middle.

    Known by the driver's own sign of an error, so that the driver need not be there to ask.
    """
    reason = getattr(error, "orig", None)
    if not isinstance(error, OperationalError) or not hasattr(reason, "sqlstate"):
        return False
    # Without a state it was told by the way to the server; 57P is told by one that goes or comes.
    return str(getattr(reason, "sqlstate", None) or "08").startswith(("08", "57P"))


def server_version(connection: Connection) -> str:
    """The version of the server: ``18.4``."""
    return str(connection.exec_driver_sql("SHOW server_version").scalar_one()).split(" ")[0]


def make_schema(connection: Connection) -> None:
    """The schema that the address names, where it is absent."""
    schema = connection.exec_driver_sql("SELECT current_setting('search_path')").scalar_one()
    # Asked of the catalogue: current_schema() still answers from before the turn was waited for.
    there = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
    if connection.execute(there, {"schema": schema}).first() is None:
        connection.exec_driver_sql(f'CREATE SCHEMA "{schema}"')


def settle_tables(connection: Connection, tables: Iterable[str]) -> None:
    """What migrations say for both engines and PostgreSQL needs said; a second time does nothing.

    Texts are compared byte by byte, as SQLite does: in a language's own order, a range of region
    codes or periods would hold others.
    """
    loose = text(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() AND table_name = ANY(:tables)"
        " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
    )
    for table, column in connection.execute(loose, {"tables": list(tables)}).all():
        connection.exec_driver_sql(
            f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text COLLATE "C"'
        )


def let_audit_grow_only(connection: Connection) -> None:
    """Lines of the audit log can be added, never changed or taken out."""
    there = "SELECT 1 FROM pg_trigger WHERE tgrelid = 'audit'::regclass AND NOT tgisinternal"
    if connection.exec_driver_sql(there).first() is None:
        connection.exec_driver_sql(_GROWS_ONLY)


def copy_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]
) -> None:
    """Insert rows by COPY. Errors are SQLAlchemy's, as those of any other statement."""
    names = ", ".join(f'"{column}"' for column in columns)
    statement = f'COPY "{table}" ({names}) FROM STDIN'
    cursor = connection.connection.cursor()
    with told_alike(connection, statement), cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
    if cursor.rowcount >= _MANY:
        # Until then the server plans for the table as it was.
        connection.exec_driver_sql(f'ANALYZE "{table}"')


def count_on(connection: Connection, tables: Iterable[str]) -> None:
    """Let numbers that the server gives out begin behind the largest there is."""
    for table in tables:
        asked = text(
            "SELECT column_name FROM information_schema.columns WHERE table_name = :table"
            " AND table_schema = current_schema() AND column_default LIKE 'nextval(%'"
        )
        for column in connection.execute(asked, {"table": table}).scalars().all():
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), max({column}))"  # noqa: S608  names of our own
                f' FROM "{table}"'
            )
