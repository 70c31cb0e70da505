"""What ``load`` does."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from cakupan.domain.language import Language
from cakupan.domain.loads import Load
from cakupan.domain.records import Record
from etl.answers import remember
from etl.commands.opening import opened
from etl.dry_run import DryRun, Status
from etl.exit_codes import OK, UNANSWERED, worst
from etl.load import load_ready
from etl.machine_report import run_record
from etl.outcomes import of_status
from etl.preparation import open_prepared
from etl.readers import ReadResult
from etl.session import Session
from etl.terminal import agreed, print_json, user_name


class Loading(Record, frozen=True):
    """How to load: without asking, in whose name, told to people or to machines."""

    yes: bool
    by: str | None
    as_json: bool

    def run(
        self,
        files: Sequence[Path],
        first: Callable[[], ReadResult],
        answer: Sequence[str] | None,
        database: str | None,
        language: Language,
    ) -> int:
        """Every file in its turn; ``first`` reads the first of them, which is begun."""
        session = opened(database, language, people_read_stderr=self.as_json, answer=answer)
        records, codes = [], []
        for run in session.dry_runs(files, first):
            if not (self.as_json and self.yes):
                session.report.dry_run(run)
            loaded, code = self._load_one(session, run)
            codes.append(code)
            load_id = None if loaded is None else loaded.id
            records.append(run_record(run, session.say) | {"load": load_id})
        if self.as_json:
            print_json(records)
        return worst(codes)

    def _load_one(self, session: Session, run: DryRun) -> tuple[Load | None, int]:
        say, report = session.say, session.report
        if run.status is not Status.READY:
            return None, of_status(run.status)
        if not self.yes and not agreed(session, run.file_name):
            report.line(say("cli.load.declined"), indent=2)
            return None, UNANSWERED
        engine = open_prepared(session.database_url, session.reference)
        try:
            loaded = load_ready(engine, run, by=self.by or user_name(), at=datetime.now(UTC))
        finally:
            engine.dispose()
        report.line(
            say("cli.load.loaded", id=loaded.id) if loaded else say("cli.status.unchanged"),
            indent=2,
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
