"""Has anything changed since? The number caches are keyed by."""

from sqlalchemy import select

from cakupan.storage.reading import Reader
from cakupan.storage.tables import DataVersionRow


def data_version(reader: Reader) -> int:
    """Counts up with every load, withdrawal and change of regions."""
    return reader.execute(select(DataVersionRow.version)).scalar_one()
