"""One file against the database: examined with a reader, loaded with a writer."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from cakupan.domain.loads import Load
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.storage.queries.version import data_version
from cakupan.storage.reading import unscoped
from etl.answers import remember
from etl.dry_run import DryRun, dry_run
from etl.families import Families
from etl.load import load_ready

_log = logging.getLogger(__name__)


class Examiner(Record, frozen=True):
    """What examining and loading need.

    ``families`` reads them anew for every file, so that what was learned from one is known for the
    next; ``learned_dir`` is where that is kept.
    """

    reader: Engine
    writer: Engine
    reference: Reference
    families: Callable[[], Families]
    learned_dir: Path

    def examine(self, path: Path, answers: Mapping[str, str]) -> tuple[DryRun, int]:
        """The dry run of a file, and the data version that it was held against."""
        with self.reader.connect() as connection:
            run = dry_run(path, self.reference, self.families(), connection, answers=answers)
            return run, data_version(unscoped(connection))

    def load(self, run: DryRun, *, by: str, at: datetime) -> Load | None:
        """Write what was found; None where the same bytes came in meanwhile."""
        return load_ready(self.writer, run, by=by, at=at)

    def remember(self, run: DryRun) -> bool:
        """Keep the answers for the next file, if there is anything to keep and it can be."""
        try:
            return bool(remember(run.learned, self.learned_dir))
        except OSError:
            _log.exception("answers could not be kept")
            return False
