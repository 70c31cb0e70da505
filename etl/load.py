"""Loading: a dry run that turned out ready enters the database, whole or not at all."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from cakupan.domain.figure_columns import Figures
from cakupan.domain.figures import Figure
from cakupan.domain.language import Language
from cakupan.domain.loads import Load, NewLoad
from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Reference
from cakupan.storage.errors import AlreadyLoadedError
from cakupan.storage.loading import write_load
from cakupan.texts import words
from etl.doubts import meant
from etl.dry_run import DryRun, Status, dry_run
from etl.families import Families


class Outcome(Record, frozen=True):
    """What became of a file; ``load`` is None where nothing was written."""

    run: DryRun
    load: Load | None


def load_ready(engine: Engine, run: DryRun, *, by: str, at: datetime) -> Load | None:
    """Write what a dry run found; None if it is not ready or the same bytes came in meanwhile."""
    if run.status is not Status.READY:
        return None
    new_load = NewLoad(
        file_name=run.file_name, sha256=run.sha256, family=run.family, loaded_by=by, loaded_at=at
    )
    try:
        return write_load(engine, new_load, _noted(run, by))
    except AlreadyLoadedError:
        return None


def _noted(run: DryRun, by: str) -> Sequence[Figure]:
    """The figures; those that were in doubt and accepted keep who said so."""
    accepted = meant(run.accepted, Figures.of(run.figures))
    if not accepted:
        return run.figures
    # Notes are data, and those of this country's tables are in its language.
    word = words(Language.ID)("questions.accepted_by", by=by)
    return Figures.of(
        replace(figure, note=f"{figure.note} {word}".lstrip()) if place in accepted else figure
        for place, figure in enumerate(run.figures)
    )


def load_files(
    engine: Engine,
    reference: Reference,
    families: Families,
    paths: Iterable[Path],
    *,
    by: str,
    at: datetime,
) -> list[Outcome]:
    """Load every file that is ready, one after the other and without asking.

    A file that is refused, asks a question or is loaded already leaves the database as it is.
    """
    outcomes = []
    for path in paths:
        with engine.connect() as connection:
            run = dry_run(path, reference, families, connection)
        outcomes.append(Outcome(run=run, load=load_ready(engine, run, by=by, at=at)))
    return outcomes
