"""The command line: ``python -m etl check|load|undo|history|samples|templates``.

Reads the settings, wires the rooms, turns every outcome into a sentence and an exit code.
"""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path

import typer
from rich.console import Console

from cakupan.domain.language import Language
from cakupan.domain.loads import Load, LoadState
from cakupan.domain.regions import NATION_CODE
from cakupan.exports.sample_workbooks import write_samples
from cakupan.exports.template_workbooks import write_templates
from cakupan.settings import Settings, SettingsError
from cakupan.storage.loading import withdraw
from cakupan.storage.queries.loads import history as all_loads
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from etl.answers import remember
from etl.dry_run import DryRun, Status
from etl.exit_codes import (
    INTERNAL,
    INTERRUPTED,
    OK,
    REFUSED,
    UNANSWERED,
    USAGE,
    explain,
    of_status,
    worst,
)
from etl.families import read_families
from etl.load import load_ready
from etl.machine_report import load_record, run_record
from etl.options import (
    Answers,
    AsJson,
    By,
    Chosen,
    Database,
    Facts,
    Files,
    LoadId,
    Out,
    RegionCode,
    Year,
    Yes,
    answers_of,
    help_of,
)
from etl.samples import build_samples
from etl.session import Session
from etl.templates import build_templates
from etl.terminal import agreed, asked_language, print_json, user_name

app = typer.Typer(
    help=help_of("app", "codes"), add_completion=False, pretty_exceptions_enable=False
)


@app.command(help=help_of("check"))
def check(
    files: Files,
    *,
    answer: Answers = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """Dry runs only."""
    session = _session(database, language, people_read_stderr=as_json, answer=answer)
    runs = []
    for run in session.dry_runs(files):
        runs.append(run)
        if not as_json:
            session.report.dry_run(run)
    if as_json:
        print_json([run_record(run, session.say) for run in runs])
    return worst(of_status(run.status) for run in runs)


@app.command(help=help_of("load"))
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
    session = _session(database, language, people_read_stderr=as_json, answer=answer)
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


@app.command(help=help_of("undo"))
def undo(
    load_id: LoadId = None,
    *,
    by: By = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """Withdraw a load; the newest current one without a number."""
    session = _session(database, language, people_read_stderr=as_json)
    loads = _history(session)
    newest = next((one.id for one in loads if one.state is LoadState.CURRENT), None)
    chosen = newest if load_id is None else load_id
    if chosen is None or not loads:
        session.report.line(session.say("cli.undo.nothing"))
        return REFUSED
    engine = session.writer()
    try:
        withdrawn = withdraw(engine, chosen, by=by or user_name(), at=datetime.now(UTC))
    finally:
        engine.dispose()
    session.report.line(session.say("cli.undo.done", id=withdrawn.id, file=withdrawn.file_name))
    if as_json:
        print_json(load_record(withdrawn))
    return OK


@app.command(help=help_of("history"))
def history(
    *, database: Database = None, as_json: AsJson = False, language: Chosen = Language.ID
) -> int:
    """All loads, newest first."""
    session = _session(database, language, people_read_stderr=as_json)
    loads = _history(session)
    if as_json:
        print_json([load_record(one) for one in loads])
    else:
        session.report.history(loads)
    return OK


@app.command(help=help_of("samples"))
def samples(*, facts: Facts = None, out: Out = None, language: Chosen = Language.ID) -> int:
    """Rebuild the sample workbooks."""
    settings, session = Settings.from_env(), _session(None, language)
    folder = facts or settings.samples_dir / "facts"
    if not folder.is_dir():
        session.report.line(session.say("cli.samples.facts_missing", path=folder))
        return REFUSED
    target = out or settings.samples_dir
    books = build_samples(folder, session.reference)
    return _write(partial(write_samples, books, target), target, "cli.samples", session)


@app.command(help=help_of("templates"))
def templates(
    *,
    region: RegionCode = NATION_CODE,
    year: Year = None,
    out: Out = None,
    language: Chosen = Language.ID,
) -> int:
    """Write the forms that offices fill in."""
    session = _session(None, language)
    directory, say = session.reference.directory, session.say
    if region not in directory:
        session.report.line(say("templates.command.region_unknown", region=region))
        return USAGE
    last = year or datetime.now(UTC).year
    books = build_templates(session.reference, region=directory[region], year=last, say=say)
    target = out or Path("formulir")
    return _write(partial(write_templates, books, target), target, "templates.command", session)


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


def _session(
    database: str | None,
    language: Language,
    *,
    people_read_stderr: bool = False,
    answer: Sequence[str] | None = None,
) -> Session:
    """Everything a command needs. Where machines read stdout, people are told on stderr."""
    settings = Settings.from_env()
    return Session(
        database_url=database or settings.database_url,
        reference=read_reference(settings.reference_dir),
        families=read_families(settings.reference_dir / "sources", settings.families_dir),
        learned_dir=settings.families_dir,
        answers=answers_of(answer),
        say=words(language),
        console=Console(stderr=people_read_stderr),
        watch=Console(stderr=True),
    )


def _history(session: Session) -> list[Load]:
    with session.reader() as connection:
        return [] if connection is None else all_loads(connection)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, a user reads a sentence."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = words(asked_language(given))
    try:
        code = app(given or ["--help"], prog_name="python -m etl", standalone_mode=False)
    except SettingsError as fault:
        sentence, code = str(fault), USAGE
    except Exception as fault:  # noqa: BLE001  the border of the process: nobody reads a traceback
        sentence, code = explain(fault, say)
        if code == INTERNAL and os.environ.get("CAKUPAN_DEBUG") == "1":
            traceback.print_exc()
    else:
        sentence = say("cli.failure.interrupted") if code == INTERRUPTED else ""
    if sentence:
        sys.stderr.write(sentence + "\n")
    return USAGE if not given else int(code)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without “ and –.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main())
