"""The dry run: everything that is true of a file before it is loaded. Nothing is written here."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection

from cakupan.domain.acting import actor
from cakupan.domain.figure_columns import Figures
from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import LoadCounts
from cakupan.domain.questions import Question
from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Reference
from cakupan.storage.loading import Change, compare
from cakupan.storage.queries.beside import current_beside
from cakupan.storage.queries.loads import current_load
from cakupan.storage.reading import scoped
from etl.checks.battery import check_figures, related
from etl.doubts import doubts, misunderstood, settle
from etl.examination import Examination, examine
from etl.families import Families, Family
from etl.finding_codes import Code, found
from etl.offer import Offered
from etl.readers import ReadResult, begun
from etl.tables import TableReader


class Status(StrEnum):
    """What can be done with a file."""

    READY = "ready"
    QUESTION = "question"
    REFUSED = "refused"
    UNCHANGED = "unchanged"


class DryRun(Record, frozen=True):
    """What a file holds and what loading it would do.

    All of ``counts`` but the figures read are zero where the file is refused. ``changed`` shows
    old and new values; ``findings`` are all of the file's, the worst first. ``questions`` are what
    it leaves unsaid or in doubt; ``learned`` are the families made of the answers, ready to be
    remembered; ``accepted`` are doubts about figures that were ruled to be right; ``tables`` are
    the tables to choose from, where there are several.
    """

    file_name: str
    sha256: str
    family: str
    status: Status
    figures: Sequence[Figure]
    findings: tuple[Finding, ...]
    counts: LoadCounts
    changed: tuple[Change, ...] = ()
    questions: tuple[Question, ...] = ()
    learned: tuple[Family, ...] = ()
    accepted: tuple[Finding, ...] = ()
    tables: tuple[Offered, ...] = ()

    @property
    def measures(self) -> list[str]:
        """Ids of the measures it holds, in alphabetical order."""
        return sorted({one.subject.measure.value for one in Figures.of(self.figures).shared})

    @property
    def periods(self) -> list[str]:
        """The periods it speaks of, oldest first."""
        return sorted({one.period.text for one in Figures.of(self.figures).shared})

    @property
    def regions(self) -> int:
        """How many regions it has figures of."""
        return len(set(Figures.of(self.figures).regions))


def dry_run(
    path: Path,
    reference: Reference,
    families: Families,
    connection: Connection | None,
    *,
    answers: Mapping[str, str] | None = None,
    reading: Callable[[], ReadResult] | None = None,
) -> DryRun:
    """Read a file and hold it against what is current; without a connection everything is new.

    ``answers`` are given to ``questions`` of an earlier run of the same file, by their ids. The
    database is asked only after the file is read, so no lock is held while parsing. ``reading``
    is what ``begun`` gave, where the file is being read already.
    """
    if reading is None:
        with begun(path) as begun_here:
            return dry_run(
                path, reference, families, connection, answers=answers, reading=begun_here
            )
    # Made while the file is parsed.
    reader = TableReader(reference, families)
    read = reading()
    held = Examination((), Figures(), ())
    if read.workbook is not None:
        held = examine(
            read.workbook,
            read.file_name,
            reference=reference,
            families=families,
            answers=answers,
            reader=reader,
        )
    beside = _beside(held.figures, connection)
    compared = check_figures(held.figures, beside, reference.directory)
    settled = settle(compared, held.figures, answers or {})
    told = (*read.findings, *held.findings, *settled.findings)
    asked = doubts(told, reference.directory)
    nothing = [found(Code.NO_FIGURES)] if held.figures and not settled.figures else []
    findings = sorted((*told, *misunderstood(asked, answers or {}), *nothing), key=_rank)
    status = _status(findings)
    size = len(settled.figures)
    new = 0 if status is Status.REFUSED else size
    run = DryRun(
        file_name=read.file_name,
        sha256=read.sha256,
        family="+".join(held.families),
        status=status,
        figures=settled.figures,
        findings=tuple(findings),
        counts=LoadCounts(figures=size, new=new, changed=0, unchanged=0),
        questions=(*held.questions, *asked),
        learned=held.learned,
        accepted=settled.accepted,
        tables=held.tables if len(held.tables) > 1 else (),
    )
    return run if connection is None else _compared(run, connection)


def _beside(figures: Figures, connection: Connection | None) -> Collection[Figure]:
    """What is current that these figures can be held against."""
    if connection is None or not figures:
        return ()
    measures = related({one.subject.measure for one in figures.shared})
    return current_beside(scoped(connection), figures, related=measures)


def _compared(run: DryRun, connection: Connection) -> DryRun:
    if current_load(scoped(connection), run.sha256) is not None:
        size = len(run.figures)
        counts = LoadCounts(figures=size, new=0, changed=0, unchanged=size)
        return replace(run, status=Status.UNCHANGED, counts=counts)
    if run.status is Status.REFUSED:
        return run
    comparison = compare(connection, run.figures)
    seen = tuple(one for one in comparison.changed if actor().scope.sees(one.key.region_code))
    return replace(run, counts=comparison.counts, changed=seen)


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)


def _status(findings: Iterable[Finding]) -> Status:
    severities = {finding.severity for finding in findings}
    if Severity.REFUSES in severities:
        return Status.REFUSED
    return Status.QUESTION if Severity.ASKS in severities else Status.READY
