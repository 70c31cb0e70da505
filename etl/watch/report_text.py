"""The short text beside a file that was not loaded: why not, what to do, which answers it needs."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path

from rich.console import Console

from cakupan.domain.findings import Severity
from cakupan.domain.loads import Load
from cakupan.domain.reference import Reference
from cakupan.texts import Words
from cakupan.texts.date_format import moment
from cakupan.texts.number_format import MISSING, count
from etl.dry_run import DryRun, Status
from etl.report import Report
from etl.sentences import sentence

_SHOWN = 5
_JUDGED = {Status.REFUSED: "refused", Status.QUESTION: "question"}
_SEEN = {"refused": Severity.REFUSES, "question": Severity.ASKS, "warned": Severity.WARNS}


def kind_of(run: DryRun) -> str:
    """Why a file waits: refused, question, or warned where it could be loaded as it is."""
    return _JUDGED.get(run.status, "warned")


class ReportText:
    """Writes the texts in one language."""

    def __init__(self, say: Words, reference: Reference) -> None:
        self._say = say
        self._reference = reference

    def judged(
        self, run: DryRun, path: Path, *, book: str, at: datetime, loaded: Load | None = None
    ) -> str:
        """Of a file with findings; ``book`` is the name of the workbook that lists them all."""
        kind = kind_of(run)
        size = Counter(one.severity for one in run.findings)[_SEEN[kind]]
        say, shown = self._say, count(size, self._say.language)
        title = "warned_loaded" if loaded else kind
        lines = [
            say(f"watch.text.{title}", file=run.file_name, count=shown),
            say("watch.text.checked", moment=moment(at.astimezone(), say.language)),
            "",
            *self._findings(run, _SEEN[kind]),
            say("watch.text.book", book=book),
            "",
            *self._questions(run),
        ]
        lines += [say("watch.text.undo", id=loaded.id)] if loaded else self._remedy(kind, path)
        return "\n".join(lines) + "\n"

    def withdrawn(self, load: Load, file_name: str) -> str:
        """Of bytes that were loaded before and taken back by a person."""
        at = load.withdrawn_at
        when = MISSING if at is None else moment(at.astimezone(), self._say.language)
        title = self._say(
            "watch.text.withdrawn",
            file=file_name,
            id=load.id,
            who=load.withdrawn_by or MISSING,
            moment=when,
        )
        return "\n".join([title, "", self._say("watch.text.restore", id=load.id)]) + "\n"

    def _findings(self, run: DryRun, severity: Severity) -> Iterator[str]:
        """The first findings that hold the file up, each with its remedy."""
        told = [one for one in run.findings if one.severity is severity]
        for finding in told[:_SHOWN]:
            both = sentence(finding, run.file_name, self._say)
            yield f"- {both.message}"
            yield f"  {self._say('cli.run.fix', fix=both.fix)}"
        if len(told) > _SHOWN:
            more = count(len(told) - _SHOWN, self._say.language)
            yield f"- {self._say('cli.run.more_findings', count=more)}"
        yield ""

    def _questions(self, run: DryRun) -> Iterator[str]:
        """The questions with the answers to choose, as the command line shows them."""
        if run.questions:
            written = StringIO()
            Report(Console(file=written), self._say, self._reference).questions(run.questions)
            yield from written.getvalue().splitlines()
            yield ""

    def _remedy(self, kind: str, path: Path) -> Iterator[str]:
        yield self._say(f"watch.text.do.{kind}", path=path)
        yield self._say("watch.text.again")
