"""Has anything changed since? The number caches are keyed by."""

from sqlalchemy import select

from cakupan.storage.reading import Reader
from cakupan.storage.tables import DataVersionRow

# Asked with every answer: made once, the engine knows it again and works nothing out.
_NEWEST = select(DataVersionRow.version)


def data_version(reader: Reader) -> int:
    """Counts up with every load, withdrawal and change of regions."""
    return reader.execute(_NEWEST).scalar_one()
