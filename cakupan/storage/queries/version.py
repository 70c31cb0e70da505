"""Has anything changed since? The number caches are keyed by."""

from sqlalchemy import Connection, select

from cakupan.storage.tables import DataVersionRow


def data_version(connection: Connection) -> int:
    """Counts up with every load, withdrawal and change of regions."""
    return connection.execute(select(DataVersionRow.version)).scalar_one()
