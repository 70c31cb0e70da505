"""A workbook by itself: its figures, findings and questions. No database comes in here."""

from collections.abc import Iterator, Mapping, Sequence

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.questions import Question
from cakupan.domain.records import Record, field, replace
from cakupan.domain.reference import Reference
from etl.answers import Learned, Learner, family_path, with_taught
from etl.asking import Asker, Need, joined, question_ids
from etl.checks.duplicates import check_duplicates
from etl.checks.own_export import own_export
from etl.families import Families, Family
from etl.file_name import check_file_name
from etl.finding_codes import OF_A_SHEET, Code, found
from etl.offer import Offered, nothing_meant, offered, without_left_out
from etl.readers.workbook import Workbook
from etl.shape.table import Table
from etl.tables import TableReader, Told

# An answer can show a table in a new light, in which it asks for what it did not before.
_MOST_ROUNDS = 3


class Examination(Record, frozen=True):
    """What a workbook holds. ``families`` are the ids of its tables' families, each once.

    ``learned`` are the families that the answers made of its tables; ``tables`` are all that could
    be loaded, whether they are left out or not.
    """

    families: tuple[str, ...]
    figures: Figures
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    learned: tuple[Family, ...] = ()
    tables: tuple[Offered, ...] = ()


def examine(
    workbook: Workbook,
    file_name: str,
    *,
    reference: Reference,
    families: Families,
    answers: Mapping[str, str] | None = None,
    reader: TableReader | None = None,
) -> Examination:
    """Read every sheet and check it, in the light of ``answers``; one run tells everything.

    ``reader`` is one of this reference and these families, where it is made already.
    """
    ours = own_export(workbook.sheets)
    if ours is not None:
        return Examination((), Figures(), (ours,))
    reader = reader or TableReader(reference, families)
    conversation = _Conversation(workbook, file_name, reader, families, answers or {})
    conversation.hear()
    told = conversation.told
    figures = Figures.joined([one.figures for one in told])
    tables = [one.table for one in told if one.table is not None]
    findings = [
        *(finding for one in told for finding in one.findings),
        *_remembered(tables, conversation.learned.families),
        *conversation.faults(),
        *nothing_meant(conversation.tables, conversation.answers),
        *check_file_name(file_name, figures, reader.lexicon),
        *check_duplicates(figures, reader.directory),
    ]
    return Examination(
        families=tuple(dict.fromkeys(table.family.id for table in tables)),
        figures=figures,
        findings=tuple(_judged(findings, has_figures=bool(figures))),
        questions=conversation.questions(),
        learned=with_taught(
            conversation.learned.families,
            ((one.table, one.taught) for one in told if one.table is not None),
        ),
        tables=conversation.tables,
    )


class _Conversation(Record):
    """A workbook read again with what was answered, until nothing new is learned."""

    workbook: Workbook
    file_name: str
    reader: TableReader
    families: Families
    answers: Mapping[str, str]
    told: list[Told] = field(default_factory=list)
    learned: Learned = field(default_factory=Learned)
    needs: list[Need] = field(default_factory=list)
    tables: tuple[Offered, ...] = ()

    def hear(self) -> None:
        """Read, and read again in the light of the answers."""
        learner = Learner(
            self.families.vocabulary,
            self.reader.matcher,
            self.reader.directory,
            file_name=self.file_name,
        )
        self._read()
        for _ in range(_MOST_ROUNDS):
            learned = learner.learn(self.needs, self.answers)
            news = learned != self.learned
            self.learned = learned
            if not (news and learned.families):
                return
            self._read()

    def _read(self) -> None:
        families = self.families.with_learned(self.learned.families)
        told = self.reader.read(self.workbook, families, self.file_name, self.answers)
        self.tables = offered(told, self.answers)
        left = without_left_out(told, self.answers)
        has_figures = any(one.figures for one in left)
        self.told = [one.waiting() if has_figures and one.lacks_region else one for one in left]
        self.needs = joined([*self.needs, *(one.need for one in told if one.need)])

    def questions(self) -> tuple[Question, ...]:
        """What is still unsaid: first what holds the file up, then what need not be answered."""
        reader = self.reader
        asker = Asker(self.file_name, reader.matcher, reader.directory, reader.reference)
        ids = question_ids(self.needs)
        has_figures = any(one.figures for one in self.told)
        waiting = [one.need for one in self.told if one.need and has_figures and one.lacks_region]
        open_needs = [one.need for one in self.told if one.need and one.need not in waiting]
        return (
            *asker.questions(open_needs, ids, needed=True),
            *asker.questions(waiting, ids, needed=False),
        )

    def faults(self) -> Iterator[Finding]:
        """Answers that answer nothing."""
        for question, answer in self.learned.faults:
            yield found(Code.ANSWER_UNREADABLE, value=answer, question=question)


def _remembered(tables: Sequence[Table], new: Sequence[Family]) -> Iterator[Finding]:
    """Tables that are read by answers of an earlier day, which a person should see again."""
    for table in tables:
        family = table.family
        if family.shape is not None and family not in new:
            yield found(
                Code.ANSWERS_REMEMBERED,
                sheet=table.sheet,
                value=", ".join(family.answered) or family.id,
                path=family_path(family.shape),
            )


def _judged(findings: Sequence[Finding], *, has_figures: bool) -> Iterator[Finding]:
    """A sheet without a table matters only where none has one; no figure at all refuses."""
    stopped = any(one.severity in (Severity.REFUSES, Severity.ASKS) for one in findings)
    refusing = not has_figures and not stopped
    # Where a sheet is of another subject, that says more than that some other holds no table.
    foreign = any(one.code == Code.NOT_OURS for one in findings)
    judged = [
        replace(one, severity=Severity.REFUSES)
        if refusing and one.code in OF_A_SHEET and (one.code == Code.NOT_OURS or not foreign)
        else one
        for one in findings
    ]
    yield from judged
    if refusing and not any(one.severity is Severity.REFUSES for one in judged):
        yield found(Code.NO_FIGURES)
