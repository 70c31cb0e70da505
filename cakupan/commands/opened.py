"""The figures of the settings, for a command that only reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.reference import read_reference
from callbacks.figures import Source
from callbacks.release_shelf import ReleaseShelf


@contextmanager
def opened_source(settings: Settings) -> Iterator[Source]:
    """Where figures are asked for; copies of releases are put away after."""
    engine = open_reader(settings.database_url)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        shelf = ReleaseShelf(
            engine,
            Path(folder),
            settings.reference_dir,
            partial(datetime.now, UTC),
            # Whoever reads the database file by command sees all that is in it.
            trusts=lambda: True,
        )
        yield Source(engine, read_reference(settings.reference_dir), shelf)
        shelf.empty()
