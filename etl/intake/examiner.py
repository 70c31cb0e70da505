"""One file against the database: examined with a reader, loaded with a writer."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from cakupan.domain.loads import Load
from cakupan.domain.reference import Reference
from cakupan.storage.queries.version import data_version
from etl.dry_run import DryRun, dry_run
from etl.families import Families
from etl.load import load_ready


@dataclass(frozen=True, slots=True)
class Examiner:
    """What examining and loading need, made once."""

    reader: Engine
    writer: Engine
    reference: Reference
    families: Families

    def examine(self, path: Path) -> tuple[DryRun, int]:
        """The dry run of a file, and the data version that it was held against."""
        with self.reader.connect() as connection:
            run = dry_run(path, self.reference, self.families, connection)
            return run, data_version(connection)

    def load(self, run: DryRun, *, by: str, at: datetime) -> Load | None:
        """Write what was found; None where the same bytes came in meanwhile."""
        return load_ready(self.writer, run, by=by, at=at)
