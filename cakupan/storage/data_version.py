"""The counter that caches are keyed by. Every transaction that changes data counts it up."""

from sqlalchemy import Connection, update

from cakupan.storage.tables import DataVersionRow


def advance(connection: Connection) -> None:
    """Count up. Called first in a transaction it also makes writers wait for one another.

    SQLite's writers wait at BEGIN IMMEDIATE already; elsewhere the lock on this one row does it.
    """
    connection.execute(update(DataVersionRow).values(version=DataVersionRow.version + 1))
