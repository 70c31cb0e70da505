"""Has anything changed since? The number caches are keyed by."""

from cakupan.storage.bulk import fetch_one
from cakupan.storage.reading import Reader


def data_version(reader: Reader) -> int:
    """Counts up with every load, withdrawal and change of regions."""
    # Asked with every answer, and most answers ask nothing else.
    return int(fetch_one(reader.connection, "SELECT version FROM data_version"))
