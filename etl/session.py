"""What every command of the line needs, made once: words, reference, families, and the database.

Given its settings by the entry point. The database is only created when something is to be written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from sqlalchemy import Connection, Engine, inspect

from cakupan.domain.records import Record, field
from cakupan.domain.reference import Reference
from cakupan.storage.engine import open_reader
from cakupan.storage.errors import DatabaseMissingError
from cakupan.storage.tables import LoadRow
from cakupan.texts import Words
from etl.dry_run import DryRun, dry_run
from etl.families import Families
from etl.progress import with_progress
from etl.readers import ReadResult
from etl.report import Report


class Session(Record, frozen=True):
    """One run of the command line. ``console`` takes what people read, ``watch`` the progress.

    ``answers`` are given to the questions of every file.
    """

    database_url: str
    reference: Reference
    families: Families
    learned_dir: Path
    say: Words
    console: Console
    watch: Console
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        """Sentences on the console."""
        return Report(self.console, self.say, self.reference)

    def dry_runs(
        self, paths: Sequence[Path], first: Callable[[], ReadResult] | None = None
    ) -> Iterator[DryRun]:
        """Each file held against what is current at that moment; a bar shows on a terminal.

        ``first`` reads the first of them, where that is begun.
        """
        readings = iter([first])

        def run(path: Path) -> DryRun:
            return self._dry_run(path, next(readings, None))

        return with_progress(paths, run, console=self.watch, say=self.say)

    def _dry_run(self, path: Path, reading: Callable[[], ReadResult] | None) -> DryRun:
        with self.reader() as connection:
            return dry_run(
                path,
                self.reference,
                self.families,
                connection,
                answers=self.answers,
                reading=reading,
            )

    @contextmanager
    def reader(self) -> Iterator[Connection | None]:
        """A connection that cannot write; None where there is no database, or an empty one."""
        try:
            engine = open_reader(self.database_url)
        except DatabaseMissingError:
            yield None
            return
        with engine.connect() as connection:
            has_tables = inspect(connection).has_table(LoadRow.__tablename__)
            yield connection if has_tables else None
        engine.dispose()

    def writer(self) -> Engine:
        """The database to write to: created where it is absent, its tables and regions current."""
        # What migrates a database takes long to import, and only who writes needs it.
        from etl.preparation import open_prepared  # noqa: PLC0415

        return open_prepared(self.database_url, self.reference)
