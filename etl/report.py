"""Reports for people on a terminal: what a file holds, what is wrong with it, what was loaded."""

from collections.abc import Collection, Sequence

from rich.console import Console

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import Load, LoadState
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.questions import Question
from cakupan.domain.reference import Reference
from cakupan.storage.loading import Change
from cakupan.texts.date_format import moment, period
from cakupan.texts.figure_words import name_of_figure, value_of_figure
from cakupan.texts.number_format import MISSING, count
from cakupan.texts.words import Words
from etl.dry_run import DryRun, Status
from etl.offer import Offered
from etl.sentences import choice_text, question_text, sentence, table_place, table_text

# So many findings of one code, and so many changes, are shown; --json has them all.
SHOWN = 10
_HISTORY = ("id", "at", "by", "figures", "new", "changed", "state", "file")
_COUNTS = {"id", "figures", "new", "changed"}
_STYLES = {
    Status.READY: "green",
    Status.UNCHANGED: "green",
    Status.QUESTION: "yellow",
    Status.REFUSED: "red",
}


class Report:
    """Writes to one console in one language. A line is never broken, so it can be searched."""

    def __init__(self, console: Console, say: Words, reference: Reference) -> None:
        self._console = console
        self._say = say
        self._reference = reference

    def line(self, text: str, *, style: str = "", indent: int = 0) -> None:
        """One line; brackets in a file's words are no markup."""
        self._console.print(
            " " * indent + text, style=style or None, markup=False, highlight=False, soft_wrap=True
        )

    def dry_run(self, run: DryRun) -> None:
        """A file: what it holds, what would change, and its findings."""
        say = self._say
        status = say(f"cli.status.{run.status.value}")
        headline = say("cli.run.headline", file=run.file_name, status=status)
        self.line(headline, style=f"bold {_STYLES[run.status]}")
        if run.figures:
            self._contents(run)
        if run.changed:
            self._changes(run.changed)
        self.questions(run.questions)
        self._tables(run.tables)
        for severity in Severity:
            self._findings(run, [one for one in run.findings if one.severity is severity])

    def history(self, loads: Sequence[Load]) -> None:
        """Every load, newest first, in columns; names of files come last, as long as they are."""
        if not loads:
            self.line(self._say("cli.history.empty"))
            return
        self.table(
            [self._say(f"cli.history.{name}") for name in _HISTORY],
            [self._history_row(load) for load in loads],
            right=[place for place, name in enumerate(_HISTORY) if name in _COUNTS],
        )

    def table(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        right: Collection[int] = (),
    ) -> None:
        """Columns as wide as they need; those at the places of ``right`` end flush."""
        every = [header, *rows]
        widths = [max(len(row[place]) for row in every) for place in range(len(header))]
        for number, row in enumerate(every):
            cells = [
                cell.rjust(width) if place in right else cell.ljust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            self.line("  ".join(cells).rstrip(), style="" if number else "bold")

    def _contents(self, run: DryRun) -> None:
        say, number = self._say, self._number
        measures = ", ".join(self._measure(Measure(name)) for name in run.measures)
        first, last = (self._period(Period(run.periods[place])) for place in (0, -1))
        size = len(run.periods)
        counts = run.counts
        self.line(say("cli.run.family", family=run.family), indent=2)
        self.line(say("cli.run.measures", measures=measures), indent=2)
        key = "cli.run.periods" if size > 1 else "cli.run.period"
        self.line(say(key, first=first, last=last, count=number(size)), indent=2)
        self.line(say("cli.run.regions", regions=number(run.regions)), indent=2)
        key = "cli.run.figures_read" if run.status is Status.REFUSED else "cli.run.figures"
        figures = say(
            key,
            figures=number(counts.figures),
            new=number(counts.new),
            changed=number(counts.changed),
            unchanged=number(counts.unchanged),
        )
        self.line(figures, indent=2)

    def questions(self, questions: Sequence[Question]) -> None:
        """What a person has to answer, and how."""
        say = self._say
        if questions:
            self.line(say("questions.title"), style="bold", indent=2)
        for question in questions:
            text = question_text(question, say)
            self.line(
                text if question.needed else say("questions.optional", question=text), indent=4
            )
            for choice in question.choices:
                shown = choice_text(choice, question, say)
                answer = say("questions.choice", id=question.id, value=choice.value, text=shown)
                self.line(answer, indent=6, style="cyan")
            if question.open:
                self.line(say("questions.other", id=question.id), indent=6, style="cyan")

    def _tables(self, tables: Sequence[Offered]) -> None:
        """The tables of a workbook that holds several, and how to leave one out or take it back."""
        say = self._say
        if tables:
            self.line(say("questions.tables.title"), style="bold", indent=2)
        for table in tables:
            self.line(f"{table_place(table, say)}: {table_text(table, say)}", indent=4)
            key = "questions.tables.leave_out" if table.taken else "questions.tables.left_out"
            self.line(say(key, id=table.id), indent=6, style="cyan")

    def _changes(self, changes: Sequence[Change]) -> None:
        self.line(self._say("cli.run.changes"), indent=2)
        for key, old, new in changes[:SHOWN]:
            text = self._say(
                "cli.run.change",
                region=self._reference.directory[key.region_code].name,
                measure=name_of_figure(key, self._reference, self._say),
                period=self._period(key.period),
                old=value_of_figure(old, key.measure, self._say),
                new=value_of_figure(new, key.measure, self._say),
            )
            self.line(text, indent=4)
        if len(changes) > SHOWN:
            more = self._say("cli.run.more_changes", count=self._number(len(changes) - SHOWN))
            self.line(more, indent=4)

    def _findings(self, run: DryRun, findings: Sequence[Finding]) -> None:
        """The findings of one severity, grouped by code: the remedy is said once a group."""
        if findings:
            self.line(
                self._say(f"cli.severity.{findings[0].severity.value}"), style="bold", indent=2
            )
        groups: dict[str, list[Finding]] = {}
        for finding in findings:
            groups.setdefault(finding.code, []).append(finding)
        for group in groups.values():
            self._group(run.file_name, group)

    def _group(self, file_name: str, group: Sequence[Finding]) -> None:
        for finding in group[:SHOWN]:
            self.line(sentence(finding, file_name, self._say).message, indent=4)
        if len(group) > SHOWN:
            more = self._say("cli.run.more_findings", count=self._number(len(group) - SHOWN))
            self.line(more, indent=4)
        fix = sentence(group[0], file_name, self._say).fix
        self.line(self._say("cli.run.fix", fix=fix), indent=6, style="cyan")

    def _history_row(self, load: Load) -> tuple[str, ...]:
        say, counts = self._say, load.counts
        state = say("cli.history.current")
        if load.state is LoadState.WITHDRAWN and load.withdrawn_at is not None:
            at = moment(load.withdrawn_at.astimezone(), say.language)
            state = say("cli.history.withdrawn", at=at, by=load.withdrawn_by or MISSING)
        return (
            str(load.id),
            moment(load.loaded_at.astimezone(), say.language),
            load.loaded_by,
            *(self._number(size) for size in (counts.figures, counts.new, counts.changed)),
            state,
            load.file_name,
        )

    def _number(self, size: int) -> str:
        return count(size, self._say.language)

    def _measure(self, measure: Measure) -> str:
        return self._say(f"ringkasan.measure.{measure.value}")

    def _period(self, stated: Period) -> str:
        return period(stated, self._say.language)
