"""What ``check`` does."""

from collections.abc import Callable, Sequence
from pathlib import Path

from cakupan.domain.language import Language
from etl.commands.opening import opened
from etl.exit_codes import worst
from etl.machine_report import run_record
from etl.outcomes import of_status
from etl.readers import ReadResult
from etl.terminal import print_json


def run(
    files: Sequence[Path],
    first: Callable[[], ReadResult],
    answer: Sequence[str] | None,
    database: str | None,
    *,
    as_json: bool,
    language: Language,
) -> int:
    """Dry runs only; ``first`` reads the first file, which is begun."""
    session = opened(database, language, people_read_stderr=as_json, answer=answer)
    runs = []
    for one in session.dry_runs(files, first):
        runs.append(one)
        if not as_json:
            session.report.dry_run(one)
    if as_json:
        print_json([run_record(one, session.say) for one in runs])
    return worst(of_status(one.status) for one in runs)
