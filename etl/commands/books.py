"""Workbooks that the program writes: ``samples``, ``templates`` and ``export``."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cakupan.domain.language import Language
from cakupan.domain.regions import NATION_CODE
from cakupan.exports.sample_workbooks import write_samples
from cakupan.exports.template_workbooks import write_templates
from cakupan.settings import Settings
from cakupan.storage.queries.figures import current_figures
from cakupan.storage.reading import unscoped
from etl.commands.opening import opened
from etl.exit_codes import OK, REFUSED, USAGE
from etl.options import Chosen, Database, Facts, Out, RegionCode, Year
from etl.samples import build_samples
from etl.session import Session
from etl.templates import build_templates, export_book


def samples(*, facts: Facts = None, out: Out = None, language: Chosen = Language.ID) -> int:
    """Rebuild the sample workbooks."""
    settings, session = Settings.from_env(), opened(None, language)
    folder = facts or settings.samples_dir / "facts"
    if not folder.is_dir():
        session.report.line(session.say("cli.samples.facts_missing", path=folder))
        return REFUSED
    target = out or settings.samples_dir
    books = build_samples(folder, session.reference)
    return _write(partial(write_samples, books, target), target, "cli.samples", session)


def templates(
    *,
    region: RegionCode = NATION_CODE,
    year: Year = None,
    out: Out = None,
    language: Chosen = Language.ID,
) -> int:
    """Write the forms that offices fill in."""
    session = opened(None, language)
    directory, say = session.reference.directory, session.say
    if region not in directory:
        session.report.line(say("templates.command.region_unknown", region=region))
        return USAGE
    last = year or datetime.now(UTC).year
    books = build_templates(session.reference, region=directory[region], year=last, say=say)
    target = out or Path("formulir")
    return _write(partial(write_templates, books, target), target, "templates.command", session)


def export(
    *,
    region: RegionCode = NATION_CODE,
    out: Out = None,
    database: Database = None,
    language: Chosen = Language.ID,
) -> int:
    """Write all current figures of a region as a workbook that loads again."""
    session = opened(database, language)
    directory, say = session.reference.directory, session.say
    if region not in directory:
        session.report.line(say("templates.command.region_unknown", region=region))
        return USAGE
    prefix = "" if region == NATION_CODE else region
    with session.reader() as connection:
        figures = (
            []
            if connection is None
            else current_figures(unscoped(connection), region_prefix=prefix)
        )
    if not figures:
        session.report.line(say("cli.current.no_figures"))
        return REFUSED
    book = export_book(
        session.reference,
        figures,
        region=directory[region],
        year=datetime.now(UTC).year,
        say=say,
    )
    target = out or Path("ekspor")
    return _write(partial(write_templates, [book], target), target, "templates.command", session)


def _write(write: Callable[[], list[Path]], target: Path, topic: str, session: Session) -> int:
    """Write workbooks and name them; a folder that takes none is said."""
    try:
        written = write()
    except OSError:
        session.report.line(session.say(f"{topic}.not_written", path=target))
        return REFUSED
    for path in written:
        session.report.line(session.say(f"{topic}.written", path=path))
    return OK
