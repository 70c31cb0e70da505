"""A database that is ready to work: tables and regions current, and samples in an empty one."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from cakupan.domain.reference import Reference
from cakupan.storage.engine import is_read_only, open_database, open_reader
from cakupan.storage.queries.loads import history
from cakupan.storage.reading import unscoped
from cakupan.storage.reference import sync_regions
from cakupan.storage.schema import migrate, refuse_other
from etl.families import read_families
from etl.load import Outcome, load_files

SAMPLES_BY = "Cakupan"


def open_prepared(database_url: str, reference: Reference) -> Engine:
    """The database to write to: created where it is absent, its tables and regions current.

    On a medium that cannot be written to: one to read from, refused where it is not current.
    """
    if is_read_only(database_url):
        reader = open_reader(database_url)
        with reader.connect() as connection:
            refuse_other(connection)
        return reader
    engine = open_database(database_url)
    migrate(engine)
    with engine.begin() as connection:
        sync_regions(connection, reference.directory)
    return engine


def load_samples(
    engine: Engine, reference: Reference, *, families_dir: Path, samples_dir: Path, at: datetime
) -> list[Outcome]:
    """Load the sample workbooks where nothing was ever loaded; who undid them wants none back."""
    with engine.connect() as connection:
        if history(unscoped(connection)):
            return []
    families = read_families(families_dir)
    paths = sorted(samples_dir.glob("*.xlsx"))
    return load_files(engine, reference, families, paths, by=SAMPLES_BY, at=at)
