"""Files to look at and to load: ``check`` and ``load``."""

from datetime import UTC, datetime

from cakupan.domain.language import Language
from cakupan.domain.loads import Load
from etl.answers import remember
from etl.commands.opening import opened
from etl.dry_run import DryRun, Status
from etl.exit_codes import OK, UNANSWERED, of_status, worst
from etl.load import load_ready
from etl.machine_report import run_record
from etl.options import Answers, AsJson, By, Chosen, Database, Files, Yes
from etl.session import Session
from etl.terminal import agreed, print_json, user_name


def check(
    files: Files,
    *,
    answer: Answers = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """Dry runs only."""
    session = opened(database, language, people_read_stderr=as_json, answer=answer)
    runs = []
    for run in session.dry_runs(files):
        runs.append(run)
        if not as_json:
            session.report.dry_run(run)
    if as_json:
        print_json([run_record(run, session.say) for run in runs])
    return worst(of_status(run.status) for run in runs)


def load(
    files: Files,
    *,
    answer: Answers = None,
    yes: Yes = False,
    by: By = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """A dry run, the question, then the writing, file by file."""
    session = opened(database, language, people_read_stderr=as_json, answer=answer)
    records, codes = [], []
    for run in session.dry_runs(files):
        if not (as_json and yes):
            session.report.dry_run(run)
        loaded, code = _load_one(session, run, by=by or user_name(), yes=yes)
        codes.append(code)
        load_id = None if loaded is None else loaded.id
        records.append(run_record(run, session.say) | {"load": load_id})
    if as_json:
        print_json(records)
    return worst(codes)


def _load_one(session: Session, run: DryRun, *, by: str, yes: bool) -> tuple[Load | None, int]:
    say, report = session.say, session.report
    if run.status is not Status.READY:
        return None, of_status(run.status)
    if not yes and not agreed(session, run.file_name):
        report.line(say("cli.load.declined"), indent=2)
        return None, UNANSWERED
    engine = session.writer()
    try:
        loaded = load_ready(engine, run, by=by, at=datetime.now(UTC))
    finally:
        engine.dispose()
    report.line(
        say("cli.load.loaded", id=loaded.id) if loaded else say("cli.status.unchanged"), indent=2
    )
    _remember(session, run)
    return loaded, OK


def _remember(session: Session, run: DryRun) -> None:
    """Keep the answers for the next file; what is loaded stays loaded without them."""
    try:
        paths = remember(run.learned, session.learned_dir)
    except OSError:
        sentence = session.say("cli.load.not_remembered", path=session.learned_dir)
        session.report.line(sentence, indent=2)
        return
    for path in paths:
        session.report.line(session.say("cli.load.remembered", path=path), indent=2)
