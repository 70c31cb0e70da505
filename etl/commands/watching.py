"""The watched folder of an office: ``watch``."""

import hashlib
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cakupan import __version__
from cakupan.domain.language import Language
from cakupan.exports.findings_workbook import SourceSheet, ToldFinding, write_findings
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.reference import read_reference
from cakupan.texts import Words
from etl.commands.opening import opened
from etl.dry_run import DryRun
from etl.exit_codes import OK, REFUSED
from etl.families import read_families
from etl.intake.examiner import Examiner
from etl.options import AcceptWarnings, By, Chosen, Database, Folder, Once, Settle
from etl.readers import read_file
from etl.sentences import bare_sentence
from etl.session import Session
from etl.terminal import user_name
from etl.watch.folder import Rest
from etl.watch.lock import WatchedAlreadyError, held
from etl.watch.office import Office
from etl.watch.stopping import Stop
from etl.watch.watcher import Watcher

_ROUND_SECONDS = 5.0


def watch(
    folder: Folder,
    *,
    once: Once = False,
    settle: Settle = 10.0,
    accept_warnings: AcceptWarnings = False,
    by: By = None,
    database: Database = None,
    language: Chosen = Language.ID,
) -> int:
    """Rounds through a folder until somebody stops them, or one only."""
    session = opened(database, language)
    say, root, stop = session.say, folder.resolve(), Stop()
    if not root.is_dir():
        session.report.line(say("watch.failure.missing", folder=root))
        return REFUSED
    name = say("watch.by", name=by or user_name())
    office = Office(
        by=name,
        say=say,
        accept_warnings=accept_warnings,
        clock=partial(datetime.now, UTC),
        tell=partial(_tell, session),
        write_book=partial(_write_book, say=say),
    )
    try:
        with held(root), stop.on_signals():
            watcher = _watcher(session, root, office, settle=settle, stop=stop)
            _rounds(watcher, office, root, stop=stop, settle=settle, once=once)
    except WatchedAlreadyError as taken:
        session.report.line(say("watch.failure.taken", folder=root, who=taken.who))
        return REFUSED
    except OSError:
        session.report.line(say("watch.failure.unusable", folder=root))
        return REFUSED
    return OK


def _watcher(session: Session, root: Path, office: Office, *, settle: float, stop: Stop) -> Watcher:
    """Over a database that is there and current from now on."""
    settings = Settings.from_env()
    sources, learned = settings.reference_dir / "sources", settings.families_dir
    writer, reader = session.writer(), open_reader(session.database_url)

    def examiner() -> Examiner:
        reference = read_reference(settings.reference_dir)
        return Examiner(
            reader, writer, reference, partial(read_families, sources, learned), learned
        )

    knowledge = partial(_knowledge, settings.reference_dir, learned)
    return Watcher(root, examiner, knowledge, office, rest=Rest(settle), stop=stop)


def _rounds(
    watcher: Watcher, office: Office, root: Path, *, stop: Stop, settle: float, once: bool
) -> None:
    """The first round only sees which files are there; with ``once`` the second is the last."""
    say = office.say
    office.tell(say("watch.log.begun", folder=root))
    watcher.round()
    while not stop.asked:
        stop.wait(settle if once else min(settle, _ROUND_SECONDS))
        if not stop.asked:
            watcher.round()
        if once:
            break
    office.tell(say("watch.log.ended", folder=root))


def _knowledge(*folders: Path) -> str:
    """Changes whenever something could be judged otherwise: reference data, answers, program."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(path for folder in folders for path in folder.rglob("*.*")):
        seen = path.stat()
        digest.update(f"{path} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _tell(session: Session, text: str) -> None:
    """One line of log, with the local time in front."""
    session.report.line(f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S}  {text}")


def _write_book(target: Path, path: Path, run: DryRun, *, say: Words) -> None:
    """The findings of a file as a workbook, its cells marked."""
    read = read_file(path)
    told = [(one, bare_sentence(one, run.file_name, say)) for one in run.findings]
    sheets = read.workbook.sheets if read.workbook else ()
    write_findings(
        target,
        [ToldFinding(finding, both.message, both.fix) for finding, both in told],
        file_name=run.file_name,
        checked_at=datetime.now(UTC).astimezone(),
        say=say,
        sheets=[SourceSheet(sheet.name, sheet.rows) for sheet in sheets],
    )
